import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FILES } from './budgets.js';
import { distSizes, sizeTable } from './sizes.js';

const lines = await distSizes();
console.log(sizeTable(lines));

describe('dist/', () => {
  it('holds every file that has a budget', () => {
    const names = lines.map(({ name }) => name);
    assert.deepEqual(
      Object.keys(FILES).filter((name) => !names.includes(name)),
      [],
    );
  });

  for (const { name, coding, most, ...sizes } of lines) {
    it(`keeps ${name} within its budget`, () => {
      assert.ok(most !== undefined, `${name} has no budget: give it one in tests/size/budgets.js`);
      assert.ok(sizes[coding] <= most, `${sizes[coding]} bytes (${coding}), ${most} are allowed`);
    });
  }
});
