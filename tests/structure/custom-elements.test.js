import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { section } from './markdown.js';
import { filesUnder, read, readJson } from './repository.js';

/** @typedef {{ name: string, kind?: string, attribute?: string, fieldName?: string, readonly?: boolean }} Named */

/** @typedef {{ name: string, description: string }} Described */

/** The elements: where each one is, and what else is in its folder but not of it. */
const ELEMENTS = [
  {
    name: 'KooDriveImportReport',
    tag: 'koodrive-import-report',
    source: 'web/report/koodrive-import-report.js',
    /** @param {string} file */
    isOf: (file) => !file.startsWith('web/report/list/'),
    events: 'KooDriveEventMap',
    chapter: 'Embed the element',
  },
  {
    name: 'KooDriveImportList',
    tag: 'koodrive-import-list',
    source: 'web/report/list/koodrive-import-list.js',
    /** @param {string} file */
    isOf: (file) => file.startsWith('web/report/list/'),
    events: 'KooDriveListEventMap',
    chapter: 'List the imports',
  },
];

/** The class with the properties that every element has. */
const SHARED_BY_ELEMENTS = 'web/report/element/querying-element.js';

/** @param {readonly Named[]} list */
const namesOf = (list) => list.map(({ name }) => name).sort();

/**
 * The body of a class or interface.
 * @param {string} text
 * @param {string} head
 */
function bodyOf(text, head) {
  const begin = text.indexOf(`${head} {`);
  assert.ok(begin >= 0, head);
  return text.slice(begin, text.indexOf('\n}', begin));
}

/** @param {Iterable<string>} texts */
const unique = (texts) => [...new Set(texts)].sort();

for (const { name, tag, source, isOf, events, chapter } of ELEMENTS) {
  const module = readJson('dist/custom-elements.json').modules.find(
    (/** @type {{ path: string }} */ { path }) => path === `${tag}.js`,
  );
  const [declaration] = module.declarations;
  const element = read(source);
  const types = read(`dist/${tag}.d.ts`);

  /**
   * What a pattern finds in the files of the element.
   * @param {string} extension
   * @param {RegExp} pattern with one group
   */
  const found = (extension, pattern) =>
    filesUnder('web/report')
      .filter((file) => file.endsWith(extension) && isOf(file))
      .flatMap((file) => [...read(file).matchAll(pattern)].map(([, text]) => text));

  describe(`what dist/custom-elements.json says of ${tag}`, () => {
    it('describes the class that the module exports and the element that it registers', () => {
      assert.ok(filesUnder('dist').includes(`dist/${module.path}`));
      assert.deepEqual(
        module.exports.map((/** @type {Named} */ { kind, name }) => [kind, name]),
        [
          ['js', name],
          ['custom-element-definition', tag],
        ],
      );
      assert.match(types, new RegExp(`'${declaration.tagName}': ${declaration.name};`));
    });

    it('has the attributes of the code, each with its property, and web/README.md names them', () => {
      const observed = [element, read(SHARED_BY_ELEMENTS)].flatMap((source) => {
        const [, properties] = /static properties = \{(.*?)\n {2}\};/s.exec(source) ?? [];
        return [...properties.matchAll(/^ {4}(\w+): \{(?: attribute: '([\w-]+)' )?\},$/gm)];
      });
      const expected = observed.map(([, field, attribute = field]) => [attribute, field]).sort();
      assert.ok(expected.length > 4);
      const given = declaration.attributes.map((/** @type {Named} */ { name, fieldName }) => [
        name,
        fieldName,
      ]);
      assert.deepEqual(given.sort(), expected);
      const documented = section('web/README.md', chapter);
      for (const [attribute, field] of expected)
        assert.match(documented, new RegExp(`\\| \`${attribute}\` +\\| \`${field}\``), attribute);
    });

    it('has the properties and methods of the declaration', () => {
      const shared = 'export interface KooDriveQueryProperties';
      const body = bodyOf(types, `export class ${name} extends HTMLElement`);
      assert.ok(types.includes(`export interface ${name} extends KooDriveQueryProperties {}`));
      const members = [
        ...(body + bodyOf(read('dist/koodrive-import-report.d.ts'), shared)).matchAll(
          /^ {2}(readonly )?(\w+)(\(|: )/gm,
        ),
      ]
        .filter(([, , name]) => !/EventListener$/.test(name))
        .map(([, readonly, name, sign]) => [sign === '(' ? 'method' : 'field', name, Boolean(readonly)]);
      const given = declaration.members.map((/** @type {Named} */ { kind, name, readonly }) => [
        kind,
        name,
        Boolean(readonly),
      ]);
      assert.deepEqual(
        given.sort(),
        unique(members.map((member) => JSON.stringify(member)))
          .map((text) => JSON.parse(text))
          .sort(),
      );
    });

    it('has the events of the code and of the declaration', () => {
      const dispatched = found('.js', /elementEvent\('([\w-]+)'/g);
      const body = bodyOf(types, `export interface ${events}`);
      const declared = [...body.matchAll(/^ {2}'(koodrive-[a-z]+)': KooDrive\w+Event;$/gm)].map(
        ([, event]) => event,
      );
      assert.deepEqual(namesOf(declaration.events), unique(dispatched));
      assert.deepEqual(namesOf(declaration.events), unique(declared));
    });

    it('has the parts of the code', () => {
      const parts = found('.js', /\bpart="([^"]+)"/g).flatMap((text) => text.split(' '));
      const figures = found('.js', /\bfigure\('(\w+)'/g);
      assert.deepEqual(
        namesOf(declaration.cssParts),
        unique([...parts.filter((part) => !part.includes('$')), ...figures]),
      );
    });

    it('has the custom properties of the style sheets', () => {
      if (!declaration.cssProperties) return;
      const used = found('.css', /var\(\s*(--koodrive-[\w-]+)/g);
      // Not for portals: the element gives it to itself.
      assert.deepEqual(
        namesOf(declaration.cssProperties),
        unique(used.filter((name) => name !== '--koodrive-rem')),
      );
    });

    it('is what the types for JSX and for templates of Vue are about', () => {
      const frameworks = read('dist/koodrive-frameworks.d.ts');
      const text = `interface ${name}Attributes`;
      assert.ok(frameworks.includes(text), 'the attributes are declared');
      if (tag !== 'koodrive-import-report') return;
      const attributes = [
        ...bodyOf(frameworks, text).matchAll(/^ {2}'?([\w-]+)'?\?: string \| undefined;$/gm),
      ];
      assert.deepEqual(attributes.map(([, attribute]) => attribute).sort(), namesOf(declaration.attributes));
      const settable = [...frameworks.matchAll(/^type (?:Object|Text)Names = ('.*');$/gm)]
        .flatMap(([, union]) => union.split(' | '))
        .map((quoted) => quoted.slice(1, -1));
      const properties = declaration.members.filter(
        (/** @type {Named} */ { kind, readonly }) => kind === 'field' && !readonly,
      );
      assert.deepEqual(settable.sort(), namesOf(properties));
    });

    it('is what html-custom-data.json tells editors of the tag and its attributes', () => {
      const { tags } = readJson('dist/html-custom-data.json');
      assert.deepEqual(namesOf(tags), ELEMENTS.map((one) => one.tag).sort());
      const told = tags.find((/** @type {Named} */ one) => one.name === tag);
      assert.deepEqual(
        told.attributes,
        declaration.attributes.map((/** @type {Described} */ one) => ({
          name: one.name,
          description: one.description,
        })),
      );
      for (const event of namesOf(declaration.events))
        assert.ok(told.description.value.includes(`\`${event}\``), event);
    });

    it('is what web-types.json tells editors', () => {
      const { name: packageName, version, contributions } = readJson('dist/web-types.json');
      const library = readJson('web/package.json');
      assert.deepEqual([packageName, version], [library.name, library.version]);
      const told = contributions.html.elements.find((/** @type {Named} */ one) => one.name === tag);
      const fields = declaration.members.filter((/** @type {Named} */ { kind }) => kind === 'field');
      for (const [given, expected] of [
        [told.attributes, declaration.attributes],
        [told.js.properties, fields],
        [told.js.events, declaration.events],
        [told.css.parts, declaration.cssParts],
        [told.css.properties, declaration.cssProperties ?? []],
      ])
        assert.deepEqual(namesOf(given), namesOf(expected));
      const readOnly = (/** @type {any[]} */ all, /** @type {string} */ mark) =>
        all.filter((one) => one[mark]).map(({ name }) => name);
      assert.deepEqual(readOnly(told.js.properties, 'read-only').sort(), readOnly(fields, 'readonly').sort());
    });

    it('says something of everything', () => {
      const { members, attributes, cssParts, cssProperties = [] } = declaration;
      for (const one of [...members, ...attributes, ...declaration.events, ...cssParts, ...cssProperties])
        assert.ok(one.description, one.name);
    });
  });
}
