import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isRelative } from '../../web/page/endpoint.js';
import { cellText } from '../../web/report/export/cell-text.js';
import { fileNameFor } from '../../web/report/export/download.js';

describe('fileNameFor', () => {
  const receivedAt = new Date('2026-02-03T04:05:06.789Z');

  it('contains the task ID and the time', () => {
    assert.equal(
      fileNameFor({ taskId: '1215215', receivedAt, extension: 'csv' }),
      'koodrive-import-1215215-20260203T040506Z.csv',
    );
    assert.equal(fileNameFor({ receivedAt, extension: 'json' }), 'koodrive-import-20260203T040506Z.json');
  });

  it('contains no character of a task ID that has a special meaning in file systems', () => {
    const taskId = `../a:b\\c*?"<>|\0 ${'x'.repeat(300)}`;
    assert.match(
      fileNameFor({ taskId, receivedAt, extension: 'csv' }),
      /^koodrive-import-\.\._a_b_c_x{53,56}-20260203T040506Z\.csv$/,
    );
  });
});

describe('cellText', () => {
  const textOf = (/** @type {string} */ text) => cellText(text).value;

  it('escapes characters that XML forbids, and texts that look like such an escape', () => {
    assert.equal(textOf('a\0b\u000bc\uffff'), 'a_x0000_b_x000B_c_xFFFF_');
    assert.equal(textOf('_x0041_'), '_x005F_x0041_');
    assert.equal(textOf('lone \ud800 pair 😀'), 'lone _xD800_ pair 😀');
    assert.equal(textOf('tab\tline\n_x00 _'), 'tab\tline\n_x00 _');
  });

  it('escapes the first letter of texts that equal a member of Object.prototype', () => {
    assert.equal(textOf('constructor'), '_x0063_onstructor');
    assert.equal(textOf('constructors'), 'constructors');
  });

  it('ends every line with the line feed that cells have', () => {
    assert.equal(textOf('a\r\nb\rc\nd\r\n\r\n'), 'a\nb\nc\nd\n\n');
  });

  it('cuts a text that exceeds the limit of a cell, and says so', () => {
    const longest = 'x'.repeat(32_767);
    assert.deepEqual(cellText(longest), { value: longest, isCut: false });
    assert.deepEqual(cellText(`${longest}x`), { value: `${longest.slice(1)}…`, isCut: true });
  });

  it('counts characters as a reader of the file does, and cuts neither an escape nor a pair of surrogates', () => {
    const escapes = '\0'.repeat(32_767);
    assert.deepEqual(cellText(escapes), { value: '_x0000_'.repeat(32_767), isCut: false });
    assert.equal(textOf(`${escapes}\0`), `${'_x0000_'.repeat(32_766)}…`);
    assert.equal(textOf(`${'x'.repeat(32_765)}😀y`), `${'x'.repeat(32_765)}…`);
    assert.equal(cellText('a\r\n'.repeat(16_383)).isCut, false);
  });
});

describe('isRelative', () => {
  it('accepts paths on the same server, and nothing that leads to another one', () => {
    for (const endpoint of ['.', '..', './x', '../x', '/', '/x'])
      assert.equal(isRelative(endpoint), true, endpoint);
    for (const endpoint of ['', '//host', '/\\host', 'x', '...', '.x', 'https://host', 'https:x'])
      assert.equal(isRelative(endpoint), false, endpoint);
  });
});
