/** @typedef {import('../../client/koodrive-client.js').ReportView} ReportView */

/** Most selected rows. Larger parts of a report can be exported instead of copied. */
export const MAX_SELECTED = 100_000;

/** How many positions of a view are read at once, so that a view of any length takes little memory. */
const PIECE = 65_536;

/** The selected rows, by their positions in the answer, so that sorting and searching do not change the selection. */
export class Selection {
  /** @type {ReadonlySet<number>} */
  #positions = new Set();
  /** Position of the row that was last selected or deselected, from which Shift extends the selection. @type {number | undefined} */
  #anchor;
  /** The last result of `countIn()`. @type {{ view: ReportView, positions: ReadonlySet<number>, count: number } | undefined} */
  #counted;

  get size() {
    return this.#positions.size;
  }

  /** @param {number} position */
  has(position) {
    return this.#positions.has(position);
  }

  /**
   * How many of a view's rows are selected.
   * @param {ReportView} view
   */
  countIn(view) {
    const positions = this.#positions;
    if (this.#counted?.view !== view || this.#counted.positions !== positions) {
      this.#counted = { view, positions, count: this.inOrderOf(view).length };
    }
    return this.#counted.count;
  }

  /**
   * Positions of the selected rows that a view shows, in its order.
   * @param {ReportView} view
   */
  inOrderOf(view) {
    /** @type {number[]} */
    const found = [];
    for (let offset = 0; offset < view.length && found.length < this.size; offset += PIECE) {
      for (const position of view.positions(offset, PIECE)) if (this.has(position)) found.push(position);
    }
    return found;
  }

  /**
   * Where the row that was last selected or deselected now stands.
   * @param {ReportView} view
   * @returns {number | undefined} its index in the view; undefined when the view does not show it
   */
  anchorIn(view) {
    if (this.#anchor === undefined) return undefined;
    for (let offset = 0; offset < view.length; offset += PIECE) {
      const at = view.positions(offset, PIECE).indexOf(this.#anchor);
      if (at >= 0) return offset + at;
    }
    return undefined;
  }

  /**
   * Selects or deselects a row, and all rows between it and another one.
   * @param {ReportView} view
   * @param {number} index in the view
   * @param {boolean} chosen
   * @param {number} [from] index of the other row
   * @returns {boolean} as `chooseRange()`
   */
  choose(view, index, chosen, from = index) {
    [this.#anchor] = view.positions(index, 1);
    return this.chooseRange(view, Math.min(from, index), Math.max(from, index) + 1, chosen);
  }

  /**
   * @param {ReportView} view
   * @param {number} from index in the view
   * @param {number} to exclusive end
   * @param {boolean} chosen
   * @returns {boolean} false, without any change, if too many rows would be selected
   */
  chooseRange(view, from, to, chosen) {
    if (to - from > MAX_SELECTED) return false;
    const next = new Set(this.#positions);
    for (const position of view.positions(from, to - from)) {
      if (chosen) next.add(position);
      else next.delete(position);
    }
    if (next.size > MAX_SELECTED) return false;
    this.#positions = next;
    return true;
  }

  clear() {
    this.#positions = new Set();
    this.#anchor = undefined;
    this.#counted = undefined;
  }
}
