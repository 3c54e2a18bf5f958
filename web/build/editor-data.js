/**
 * @typedef {{ name: string, description?: string, kind?: string, readonly?: boolean, type?: { text: string }, attribute?: string }} Member
 * @typedef {{ name: string, description: string, type: { text: string } }} Described
 * @typedef {object} Declaration of the custom-elements manifest
 * @property {string} tagName
 * @property {string} description
 * @property {readonly Described[]} attributes
 * @property {readonly Member[]} members
 * @property {readonly Described[]} events
 * @property {readonly Described[]} cssParts
 * @property {readonly Described[]} [cssProperties]
 */

/**
 * What Visual Studio Code and other editors with its HTML language service offer: the tags and their attributes.
 * @param {readonly Declaration[]} declarations
 */
export const htmlCustomData = (declarations) => ({
  version: 1.1,
  tags: declarations.map(({ tagName, description, attributes, events }) => ({
    name: tagName,
    description: { kind: 'markdown', value: [description, listOf(events)].join('\n\n') },
    attributes: attributes.map(described),
  })),
});

/**
 * What JetBrains' editors offer, in HTML and in the templates of Vue and Angular.
 * @param {readonly Declaration[]} declarations
 * @param {{ name: string, version: string }} library
 * @returns {object} https://github.com/JetBrains/web-types
 */
export const webTypes = (declarations, { name, version }) => ({
  $schema: 'https://json.schemastore.org/web-types',
  name,
  version,
  'description-markup': 'markdown',
  contributions: { html: { elements: declarations.map(webElement) } },
});

/** @param {Declaration} declaration */
const webElement = ({ tagName, description, attributes, members, events, cssParts, cssProperties = [] }) => ({
  name: tagName,
  description,
  attributes: attributes.map((attribute) => ({
    ...described(attribute),
    value: { type: attribute.type.text },
  })),
  js: {
    properties: members.filter(({ kind }) => kind === 'field').map(property),
    events: events.map(described),
  },
  css: { parts: cssParts.map(described), properties: cssProperties.map(described) },
});

/** @param {Member} member */
const described = ({ name, description }) => ({ name, description });

/** @param {Member} member */
const property = ({ type, readonly, ...member }) => ({
  ...described(member),
  type: type?.text,
  ...(readonly && { 'read-only': true }),
});

/** @param {readonly Described[]} events */
const listOf = (events) => events.map(({ name, description }) => `- \`${name}\`: ${description}`).join('\n');
