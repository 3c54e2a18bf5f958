import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RowHeights } from '../../web/report/scrolling/row-heights.js';

/** Heights that repeat every seven rows, so that a plain sum can tell what is right. @param {number} index */
const heightOf = (index) => 20 + ((index * 5) % 7) * 8;

describe('RowHeights', () => {
  it('counts every row as the estimate until rows are measured', () => {
    const heights = new RowHeights(1_000_000, 34);
    assert.equal(heights.total, 34_000_000);
    assert.equal(heights.top(500_000), 17_000_000);
    assert.equal(heights.indexAt(17_000_000), 500_000);
    assert.equal(heights.indexAt(16_999_999), 499_999);
  });

  it('finds the top of each row and the row at each place as a plain sum does', () => {
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

  it('gives the first or last row for a place outside', () => {
    const heights = new RowHeights(10, 30);
    assert.equal(heights.indexAt(-1), 0);
    assert.equal(heights.indexAt(10_000), 9);
    assert.equal(new RowHeights(0, 30).indexAt(5), 0);
  });
});
