import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { ENTRIES, LAYERS, TYPE_LAYERS, layerOf } from '../../web/build/import-layers.js';
import { importsOf } from './imports.js';
import { filesUnder } from './repository.js';

/** @typedef {import('./imports.js').Import} Import */

const files = ['client', 'loading', 'locales', 'page', 'report', 'simulator', 'text', 'dev', 'build']
  .flatMap((folder) => filesUnder(`web/${folder}`))
  .filter((file) => file.endsWith('.js') || file.endsWith('.d.ts'));
const imports = files.flatMap(importsOf);

/** @param {Import} one */
const spell = ({ file, specifier, isType }) => `${file} imports ${specifier}${isType ? ' (types)' : ''}`;

/** @param {Import} one */
function isAllowed({ file, target, isType }) {
  const from = layerOf(file);
  const to = layerOf(target) ?? path.posix.dirname(target).split('/').slice(0, 2).join('/');
  const below = [...LAYERS[from], ...((isType && TYPE_LAYERS[from]) || [])];
  return from === to || below.includes(to);
}

describe('the JavaScript layers', () => {
  it('are found by reading the imports of every file, dynamic ones and those of types included', () => {
    assert.ok(files.length > 100, `${files.length} files are read`);
    const found = imports.map(spell);
    for (const known of [
      'web/page/koodrive-page.js imports ../report/define.js',
      'web/report/export/formats.js imports ./xlsx.js',
      'web/report/state/announcer.js imports ../texts/texts.js (types)',
    ])
      assert.ok(found.includes(known), known);
  });

  it('import only from the layers below', () => {
    assert.deepEqual(imports.filter((one) => !isAllowed(one)).map(spell), []);
  });

  it('import from another layer only what it offers', () => {
    const isPrivate = (/** @type {Import} */ { file, target }) => {
      const to = layerOf(target);
      return to !== layerOf(file) && ENTRIES[to]?.test(path.posix.relative(to, target)) === false;
    };
    assert.deepEqual(imports.filter(isPrivate).map(spell), []);
  });

  it('have no circle, so that each layer can be read without those above', () => {
    /** @param {string} layer @param {readonly string[]} way */
    const visit = (layer, way) => {
      assert.ok(!way.includes(layer), [...way, layer].join(' → '));
      for (const below of LAYERS[layer] ?? []) visit(below, [...way, layer]);
    };
    for (const layer of Object.keys(LAYERS)) visit(layer, []);
  });
});
