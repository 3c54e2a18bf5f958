/** How many reasons are listed initially, and how many more for each press of "show more". */
const REASONS = { first: 10, more: 100 };

/** The expanded parts of a report: long texts, patterns with their exact texts, and the length of the list of reasons. */
export class Disclosure {
  reasonsShown = REASONS.first;
  /** Positions of rows whose long texts are expanded. @type {Set<number>} */
  #rows = new Set();
  /** Keys of patterns whose exact texts are listed. @type {Set<string>} */
  #patterns = new Set();
  #host;

  /** @param {import('lit').ReactiveControllerHost} host */
  constructor(host) {
    this.#host = host;
  }

  /** Collapses everything, for another report. */
  reset() {
    this.reasonsShown = REASONS.first;
    this.#rows.clear();
    this.#patterns.clear();
  }

  showMoreReasons() {
    this.reasonsShown += REASONS.more;
    this.#host.requestUpdate();
  }

  /** @param {number} position of a row */
  isRowUnfolded(position) {
    return this.#rows.has(position);
  }

  /** @param {number} position of a row */
  toggleRow(position) {
    this.#toggle(this.#rows, position);
  }

  /** @param {string} key of a pattern */
  isPatternOpen(key) {
    return this.#patterns.has(key);
  }

  /** @param {string} key of a pattern */
  togglePattern(key) {
    this.#toggle(this.#patterns, key);
  }

  /**
   * @template T
   * @param {Set<T>} set
   * @param {T} value
   */
  #toggle(set, value) {
    if (!set.delete(value)) set.add(value);
    this.#host.requestUpdate();
  }
}
