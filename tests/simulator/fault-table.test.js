import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { listFaults } from '../../web/simulator/faults/faults.js';
import { faultTable } from './fault-table.js';

/** Takes away the padding and dashes with which Prettier aligns columns. @param {string} row */
const bare = (row) => row.replace(/ +/g, ' ').replace(/-{3,}/g, '---');

test('tests/README.md has the table that `node tests/simulator/fault-table.js` prints', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const rows = readme.split('\n').filter((line) => line.startsWith('|') && /fault-/.test(line));
  assert.deepEqual(rows.map(bare), faultTable().slice(2).map(bare));
});

test('the name of each fault is unique and does not end in what would be read as its parameter', () => {
  const names = listFaults().map(({ taskId }) => taskId);
  assert.ok(names.length > 0);
  assert.equal(new Set(names).size, names.length);
  for (const name of names) assert.match(name, /^fault-[a-z0-9-]*[a-z][a-z0-9]*$/);
});
