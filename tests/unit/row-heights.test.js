import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RowHeights } from '../../web/report/scrolling/row-heights.js';

/** Heights that repeat every seven rows; their plain sum is the expected value. @param {number} index */
const heightOf = (index) => 20 + ((index * 5) % 7) * 8;

describe('RowHeights', () => {
  it('uses the estimated height for rows that were not measured', () => {
    const heights = new RowHeights(1_000_000, 34);
    assert.equal(heights.total, 34_000_000);
    assert.equal(heights.top(500_000), 17_000_000);
    assert.equal(heights.indexAt(17_000_000), 500_000);
    assert.equal(heights.indexAt(16_999_999), 499_999);
  });

  it('finds the offset of each row and the row at each offset, in agreement with a plain sum', () => {
    const heights = new RowHeights(100, 30);
    for (let index = 99; index >= 0; index -= 1) heights.set(index, heightOf(index));
    let top = 0;
    for (let index = 0; index < 100; index += 1) {
      assert.equal(heights.top(index), top);
      assert.equal(heights.indexAt(top), index);
      assert.equal(heights.indexAt(top + heightOf(index) - 1), index);
      top += heightOf(index);
    }
    assert.equal(heights.total, top);
  });

  it('replaces the height of a row that is measured again', () => {
    const heights = new RowHeights(10, 30);
    heights.set(4, 100);
    heights.set(4, 50);
    assert.equal(heights.total, 9 * 30 + 50);
    heights.set(4, 30);
    assert.equal(heights.total, 300);
  });

  it('returns the first or last row for an offset out of range', () => {
    const heights = new RowHeights(10, 30);
    assert.equal(heights.indexAt(-1), 0);
    assert.equal(heights.indexAt(10_000), 9);
    assert.equal(new RowHeights(0, 30).indexAt(5), 0);
  });
});
