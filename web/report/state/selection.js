/** @typedef {import('../../client/koodrive-client.js').ReportView} ReportView */

/** More rows than this are for an export, not for the clipboard. */
export const MAX_SELECTED = 100_000;

/** The rows that are chosen, by their place in the answer, so that sorting and searching leave them chosen. */
export class Selection {
  /** @type {Set<number>} */
  #positions = new Set();
  /** Where in the view the last choice was made: the other end of a range. */
  #last = 0;

  get size() {
    return this.#positions.size;
  }

  /** Places in the answer, in the answer's order. */
  get positions() {
    return [...this.#positions].sort((a, b) => a - b);
  }

  /** @param {number} position */
  has(position) {
    return this.#positions.has(position);
  }

  /**
   * Chooses a row or lets it go; with `extend`, all rows from the one chosen last up to it.
   * @param {ReportView} view
   * @param {number} index place in the view
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
   * @param {number} from place in the view
   * @param {number} to not included
   * @param {boolean} chosen
   * @returns {boolean} false where there would be too many; nothing is changed then
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
