import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { filesUnder, read } from './repository.js';

const MOST_UNITS = 16;
const MOST_LINES = 300;

/** @param {string} folder */
const handWritten = (folder) =>
  filesUnder(folder).filter((file) => /\.(cpp|hpp|inc|m?js|vue|tsx?|css|html|cmake)$/.test(file));

describe('the folders of src/', () => {
  it(`have no more than ${MOST_UNITS} units each, where a header with its source is one`, () => {
    /** @type {Record<string, Set<string>>} */
    const units = {};
    for (const file of handWritten('src')) {
      const folder = path.dirname(file);
      (units[folder] ??= new Set()).add(path.basename(file).replace(/\..*/, ''));
    }
    assert.ok(Object.keys(units).length > 8, `${Object.keys(units).length} folders are read`);
    for (const [folder, { size }] of Object.entries(units))
      assert.ok(size <= MOST_UNITS, `${folder} has ${size}`);
  });
});

describe('the files of src/ and web/', () => {
  it(`have no more than ${MOST_LINES} lines each, the texts of the locales apart`, () => {
    const files = [...handWritten('src'), ...handWritten('web')].filter(
      (file) => !file.startsWith('web/locales/'),
    );
    assert.ok(files.length > 150, `${files.length} files are read`);
    const long = files.filter((file) => read(file).trimEnd().split('\n').length > MOST_LINES);
    assert.deepEqual(long, []);
  });
});
