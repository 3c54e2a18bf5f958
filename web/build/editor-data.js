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
 * @property {readonly Described[]} cssProperties
 */

/**
 * What Visual Studio Code and other editors with its HTML language service offer: the tag and its attributes.
 * @param {Declaration} declaration
 */
export const htmlCustomData = ({ tagName, description, attributes, events }) => ({
  version: 1.1,
  tags: [
    {
      name: tagName,
      description: { kind: 'markdown', value: [description, listOf(events)].join('\n\n') },
      attributes: attributes.map(described),
    },
  ],
});

/**
 * What JetBrains' editors offer, in HTML and in the templates of Vue and Angular.
 * @param {Declaration} declaration
 * @param {{ name: string, version: string }} library
 * @returns {object} https://github.com/JetBrains/web-types
 */
export const webTypes = (declaration, { name, version }) => ({
  $schema: 'https://json.schemastore.org/web-types',
  name,
  version,
  'description-markup': 'markdown',
  contributions: {
    html: {
      elements: [
        {
          name: declaration.tagName,
          description: declaration.description,
          attributes: declaration.attributes.map((attribute) => ({
            ...described(attribute),
            value: { type: attribute.type.text },
          })),
          js: {
            properties: declaration.members.filter(({ kind }) => kind === 'field').map(property),
            events: declaration.events.map(described),
          },
          css: {
            parts: declaration.cssParts.map(described),
            properties: declaration.cssProperties.map(described),
          },
        },
      ],
    },
  },
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
