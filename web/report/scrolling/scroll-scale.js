/** Longest box, in CSS pixels. Chromium limits elements to 33.5 million pixels; Firefox stops scrolling long before that. */
export const MAX_EXTENT = 8_000_000;

/**
 * Length at either end of a scaled box that is not scaled, in CSS pixels: a finger that moves rows by pixels reaches the
 * first and the last row just where the box ends.
 */
export const EDGE = 100_000;

/**
 * Maps offsets among the rows to scroll positions (scrollTop) and back: identical up to a total height of MAX_EXTENT;
 * beyond it, equally far from the nearer end close to that, and proportional in between. All lengths are in CSS pixels.
 */
export class ScrollScale {
  /** Height of the scrolled box. */
  extent;
  /** The greatest offset of the viewport's top edge. */
  maxOffset;
  isScaled;
  /** The greatest scrollTop. */
  #room;
  /** CSS pixels of rows for each pixel of scrollTop between the edges. */
  #ratio;

  /**
   * @param {number} total height of all rows
   * @param {number} viewport height of what is visible of them
   */
  constructor(total, viewport) {
    this.extent = Math.min(total, MAX_EXTENT);
    this.maxOffset = Math.max(0, total - viewport);
    this.isScaled = total > MAX_EXTENT;
    this.#room = Math.max(0, this.extent - viewport);
    this.#ratio = this.isScaled ? (this.maxOffset - 2 * EDGE) / (this.#room - 2 * EDGE) : 1;
  }

  /** Clamps an offset of the viewport's top edge to the valid range. @param {number} offset */
  clamp(offset) {
    return Math.min(Math.max(0, offset), this.maxOffset);
  }

  /** @param {number} position scrollTop */
  offsetAt(position) {
    const toEnd = this.#room - position;
    if (position <= EDGE || !this.isScaled) return this.clamp(position);
    return toEnd <= EDGE ? this.clamp(this.maxOffset - toEnd) : EDGE + (position - EDGE) * this.#ratio;
  }

  /** @param {number} offset of the viewport's top edge from the first row's top */
  positionOf(offset) {
    const toEnd = this.maxOffset - offset;
    if (offset <= EDGE || !this.isScaled) return offset;
    return toEnd <= EDGE ? this.#room - toEnd : EDGE + (offset - EDGE) / this.#ratio;
  }
}
