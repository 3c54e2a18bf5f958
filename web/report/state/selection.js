/** @typedef {import('../../client/koodrive-client.js').ReportView} ReportView */

/** Most selected rows. Larger parts of a report can be exported instead of copied. */
export const MAX_SELECTED = 100_000;

/** The selected rows, by their positions in the answer, so that sorting and searching do not change the selection. */
export class Selection {
  /** @type {Set<number>} */
  #positions = new Set();
  /** Index in the view of the last selected row, from which Shift extends the selection. */
  #last = 0;

  get size() {
    return this.#positions.size;
  }

  /** Positions of the selected rows in ascending order. */
  get positions() {
    return [...this.#positions].sort((a, b) => a - b);
  }

  /** @param {number} position */
  has(position) {
    return this.#positions.has(position);
  }

  /**
   * Selects or deselects a row; with `extend`, also all rows between it and the last selected one.
   * @param {ReportView} view
   * @param {number} index in the view
   * @param {boolean} chosen
   * @param {boolean} extend
   */
  choose(view, index, chosen, extend) {
    const other = extend ? this.#last : index;
    this.#last = index;
    return this.chooseRange(view, Math.min(other, index), Math.max(other, index) + 1, chosen);
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
    for (const { position } of view.rows(from, to - from)) {
      if (chosen) next.add(position);
      else next.delete(position);
    }
    if (next.size > MAX_SELECTED) return false;
    this.#positions = next;
    return true;
  }

  clear() {
    this.#positions = new Set();
    this.#last = 0;
  }
}
