/** Reasons that are listed at first, and how many more are listed on request. */
const REASONS = { first: 10, more: 100 };

/** What is shown in full on request: long texts, the exact texts of a pattern, more of the reasons. */
export class Disclosure {
  reasonsShown = REASONS.first;
  /** Rows whose long texts are shown in full, by position. @type {Set<number>} */
  #rows = new Set();
  /** Patterns whose exact texts are shown, by key. @type {Set<string>} */
  #patterns = new Set();
  #host;

  /** @param {import('lit').ReactiveControllerHost} host */
  constructor(host) {
    this.#host = host;
  }

  /** Folds everything again, for another report. */
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
