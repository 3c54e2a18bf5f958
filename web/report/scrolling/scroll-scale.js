/** Chromium clamps elements at 33.5 million pixels and Firefox stops scrolling long before: beyond this, places are scaled. */
export const MAX_EXTENT = 8_000_000;

/**
 * How places among the rows and positions of the scroll bar belong together: one to one while all rows are no longer than
 * MAX_EXTENT, in proportion beyond. All lengths are CSS pixels.
 */
export class ScrollScale {
  /** Length of what is scrolled. */
  extent;
  /** The greatest place that the upper edge can be at. */
  maxOffset;
  isScaled;
  /** What one pixel of the scroll bar stands for. */
  #ratio;

  /**
   * @param {number} total height of all rows
   * @param {number} viewport height of what is visible of them
   */
  constructor(total, viewport) {
    this.extent = Math.min(total, MAX_EXTENT);
    this.maxOffset = Math.max(0, total - viewport);
    this.isScaled = total > MAX_EXTENT;
    const room = this.extent - viewport;
    this.#ratio = room > 0 ? this.maxOffset / room : 1;
  }

  /** The nearest place that the upper edge can be at. @param {number} offset */
  clamp(offset) {
    return Math.min(Math.max(0, offset), this.maxOffset);
  }

  /** @param {number} position of the scroll bar */
  offsetAt(position) {
    return Math.min(position * this.#ratio, this.maxOffset);
  }

  /** @param {number} offset of the upper edge among the rows */
  positionOf(offset) {
    return offset / this.#ratio;
  }
}
