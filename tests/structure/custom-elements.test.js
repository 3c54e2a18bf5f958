import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { section } from './markdown.js';
import { filesUnder, read, readJson } from './repository.js';

/** @typedef {{ name: string, kind?: string, attribute?: string, fieldName?: string, readonly?: boolean }} Named */

/** @typedef {{ name: string, description: string }} Described */

const [module] = readJson('dist/custom-elements.json').modules;
const [declaration] = module.declarations;
const element = read('web/report/koodrive-import-report.js');
const types = read('dist/koodrive-import-report.d.ts');

/** @param {readonly Named[]} list */
const namesOf = (list) => list.map(({ name }) => name).sort();

/**
 * What a pattern finds in the files of a kind.
 * @param {string} extension
 * @param {RegExp} pattern with one group
 */
const found = (extension, pattern) =>
  filesUnder('web/report')
    .filter((file) => file.endsWith(extension))
    .flatMap((file) => [...read(file).matchAll(pattern)].map(([, text]) => text));

/** @param {Iterable<string>} texts */
const unique = (texts) => [...new Set(texts)].sort();

describe('dist/custom-elements.json', () => {
  it('describes the class that the module exports and the element that it registers', () => {
    assert.equal(module.path, 'koodrive-import-report.js');
    assert.ok(filesUnder('dist').includes(`dist/${module.path}`));
    assert.deepEqual(
      module.exports.map((/** @type {Named} */ { kind, name }) => [kind, name]),
      [
        ['js', 'KooDriveImportReport'],
        ['custom-element-definition', 'koodrive-import-report'],
      ],
    );
    assert.match(types, new RegExp(`'${declaration.tagName}': ${declaration.name};`));
  });

  it('has the attributes of the code, each with its property, and web/README.md names them', () => {
    const [, properties] = /static properties = \{(.*?)\n {2}\};/s.exec(element) ?? [];
    const observed = [...properties.matchAll(/^ {4}(\w+): \{(?: attribute: '([\w-]+)' )?\},$/gm)];
    const expected = observed.map(([, field, attribute = field]) => [attribute, field]).sort();
    assert.ok(expected.length > 4);
    const given = declaration.attributes.map((/** @type {Named} */ { name, fieldName }) => [name, fieldName]);
    assert.deepEqual(given.sort(), expected);
    const documented = section('web/README.md', 'Embed the element');
    for (const [attribute, field] of expected)
      assert.match(documented, new RegExp(`\\| \`${attribute}\` +\\| \`${field}\``), attribute);
  });

  it('has the properties and methods of the declaration', () => {
    const [, body] = /export class KooDriveImportReport extends HTMLElement \{(.*?)\n\}/s.exec(types) ?? [];
    const members = [...body.matchAll(/^ {2}(readonly )?(\w+)(\(|: )/gm)]
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
    const declared = [...types.matchAll(/^ {2}'(koodrive-[a-z]+)': KooDrive\w+Event;$/gm)].map(
      ([, name]) => name,
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
    const used = found('.css', /var\(\s*(--koodrive-[\w-]+)/g);
    // Not for portals: the element gives it to itself.
    assert.deepEqual(
      namesOf(declaration.cssProperties),
      unique(used.filter((name) => name !== '--koodrive-rem')),
    );
  });

  it('is what the types for JSX and for templates of Vue are about', () => {
    const frameworks = read('dist/koodrive-frameworks.d.ts');
    const [, body] = /interface KooDriveImportReportAttributes \{(.*?)\n\}/s.exec(frameworks) ?? [];
    const attributes = [...body.matchAll(/^ {2}'?([\w-]+)'?\?: string \| undefined;$/gm)];
    assert.deepEqual(attributes.map(([, name]) => name).sort(), namesOf(declaration.attributes));
    const settable = [...frameworks.matchAll(/^type \w+Names = ('.*');$/gm)]
      .flatMap(([, union]) => union.split(' | '))
      .map((name) => name.slice(1, -1));
    const properties = declaration.members.filter(
      (/** @type {Named} */ { kind, readonly }) => kind === 'field' && !readonly,
    );
    assert.deepEqual(settable.sort(), namesOf(properties));
  });

  it('is what html-custom-data.json tells editors of the tag and its attributes', () => {
    const [tag, ...others] = readJson('dist/html-custom-data.json').tags;
    assert.deepEqual([tag.name, others], [declaration.tagName, []]);
    assert.deepEqual(
      tag.attributes,
      declaration.attributes.map((/** @type {Described} */ { name, description }) => ({ name, description })),
    );
    for (const { name } of declaration.events) assert.ok(tag.description.value.includes(`\`${name}\``), name);
  });

  it('is what web-types.json tells editors', () => {
    const { name, version, contributions } = readJson('dist/web-types.json');
    const library = readJson('web/package.json');
    assert.deepEqual([name, version], [library.name, library.version]);
    const [tag, ...others] = contributions.html.elements;
    assert.deepEqual([tag.name, others], [declaration.tagName, []]);
    const fields = declaration.members.filter((/** @type {Named} */ { kind }) => kind === 'field');
    for (const [given, expected] of [
      [tag.attributes, declaration.attributes],
      [tag.js.properties, fields],
      [tag.js.events, declaration.events],
      [tag.css.parts, declaration.cssParts],
      [tag.css.properties, declaration.cssProperties],
    ])
      assert.deepEqual(namesOf(given), namesOf(expected));
  });

  it('says something of everything', () => {
    const { members, attributes, events, cssParts, cssProperties } = declaration;
    for (const { name, description } of [
      ...members,
      ...attributes,
      ...events,
      ...cssParts,
      ...cssProperties,
    ]) {
      assert.ok(description, name);
    }
  });
});
