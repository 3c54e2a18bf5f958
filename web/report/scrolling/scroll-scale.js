/** Longest box, in CSS pixels. Chromium limits elements to 33.5 million pixels; Firefox stops scrolling long before that. */
export const MAX_EXTENT = 8_000_000;

/**
 * Maps offsets among the rows to scroll positions (scrollTop) and back: identical up to a total height of MAX_EXTENT,
 * proportional beyond it. All lengths are in CSS pixels.
 */
export class ScrollScale {
  /** Height of the scrolled box. */
  extent;
  /** The greatest offset of the viewport's top edge. */
  maxOffset;
  isScaled;
  /** CSS pixels of rows for each pixel of scrollTop. */
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

  /** Clamps an offset of the viewport's top edge to the valid range. @param {number} offset */
  clamp(offset) {
    return Math.min(Math.max(0, offset), this.maxOffset);
  }

  /** @param {number} position scrollTop */
  offsetAt(position) {
    return Math.min(position * this.#ratio, this.maxOffset);
  }

  /** @param {number} offset of the viewport's top edge from the first row's top */
  positionOf(offset) {
    return offset / this.#ratio;
  }
}
