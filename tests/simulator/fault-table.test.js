import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { listFaults } from '../../web/simulator/faults/faults.js';
import { faultTable } from './fault-table.js';

/** @param {string} row without the padding and dashes by which Prettier lines columns up */
const bare = (row) => row.replace(/ +/g, ' ').replace(/-{3,}/g, '---');

test('tests/README.md has the table that `node tests/simulator/fault-table.js` prints', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const rows = readme.split('\n').filter((line) => line.startsWith('|') && /fault-/.test(line));
  assert.deepEqual(rows.map(bare), faultTable().slice(2).map(bare));
});

test('no fault has the name of another, or one that reads as a parameter', () => {
  const names = listFaults().map(({ taskId }) => taskId);
  assert.equal(new Set(names).size, names.length);
  for (const name of names) assert.match(name, /^fault-[a-z0-9-]*[a-z][a-z0-9]*$/);
});
