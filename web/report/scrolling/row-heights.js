/** Heights are kept in 64ths of a CSS pixel, the unit browsers lay out in, so that sums are exact. */
const UNIT = 64;

/**
 * The heights of up to millions of rows. Rows that were never measured have an estimated height. A Fenwick tree (binary
 * indexed tree) over the differences from the estimate finds a row's offset, and the row at an offset, in O(log n).
 */
export class RowHeights {
  #count;
  #estimate;
  /** The Fenwick tree, allocated when the first measured height differs from the estimate. @type {Int32Array | undefined} */
  #differences;
  /** @type {Int32Array | undefined} */
  #tree;

  /**
   * @param {number} count rows
   * @param {number} estimate CSS pixels, above 0
   */
  constructor(count, estimate) {
    this.#count = count;
    this.#estimate = Math.max(1, Math.round(estimate * UNIT));
  }

  get count() {
    return this.#count;
  }

  /** CSS pixels of all rows together. */
  get total() {
    return this.top(this.#count);
  }

  /**
   * The top edge of a row, in CSS pixels from the first row's top.
   * @param {number} index 0 to count
   */
  top(index) {
    let sum = index * this.#estimate;
    if (this.#tree) for (let node = index; node > 0; node &= node - 1) sum += this.#tree[node];
    return sum / UNIT;
  }

  /**
   * The row at an offset; the first or last one when the offset is out of range.
   * @param {number} place CSS pixels from the first row's top
   */
  indexAt(place) {
    const goal = Math.max(0, place) * UNIT;
    let index = 0;
    let sum = 0;
    for (let step = 2 ** Math.floor(Math.log2(Math.max(1, this.#count))); step >= 1; step /= 2) {
      const next = index + step;
      if (next > this.#count) continue;
      const after = sum + step * this.#estimate + (this.#tree?.[next] ?? 0);
      if (after > goal) continue;
      index = next;
      sum = after;
    }
    return Math.max(0, Math.min(index, this.#count - 1));
  }

  /**
   * @param {number} index
   * @param {number} height CSS pixels
   */
  set(index, height) {
    const difference = Math.round(height * UNIT) - this.#estimate;
    const change = difference - (this.#differences?.[index] ?? 0);
    if (change === 0) return;
    this.#differences ??= new Int32Array(this.#count);
    this.#tree ??= new Int32Array(this.#count + 1);
    this.#differences[index] = difference;
    for (let node = index + 1; node <= this.#count; node += node & -node) this.#tree[node] += change;
  }
}
