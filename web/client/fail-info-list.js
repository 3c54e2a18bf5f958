/** @typedef {import('./koodrive-client.d.ts').UserImportFailInfo} UserImportFailInfo */

/** How many failures an iteration copies out of the module in one call. */
const WINDOW = 1000;

/** The failures of a report as a read-only list. Entries are copied out of the module's memory when they are read. */
export class FailInfoList {
  #lease;

  /** @param {import('./lease.js').Lease<import('koodrive-module').ReportHandle>} lease */
  constructor(lease) {
    this.#lease = lease;
    this.length = lease.handle.failInfoCount();
  }

  /** @param {number} index */
  at(index) {
    const whole = Math.trunc(index) || 0;
    const position = whole < 0 ? this.length + whole : whole;
    return position < 0 || position >= this.length ? undefined : this.slice(position, position + 1)[0];
  }

  /**
   * @param {number} [start]
   * @param {number} [end]
   * @returns {UserImportFailInfo[]}
   */
  slice(start = 0, end = this.length) {
    const from = clampIndex(start, this.length);
    const to = clampIndex(end, this.length);
    return this.#lease.handle.failInfoList(from, Math.max(0, to - from));
  }

  *[Symbol.iterator]() {
    for (let start = 0; start < this.length; start += WINDOW) yield* this.slice(start, start + WINDOW);
  }
}

/**
 * @param {number} index
 * @param {number} length
 */
function clampIndex(index, length) {
  const whole = Math.trunc(index) || 0;
  return whole < 0 ? Math.max(0, length + whole) : Math.min(whole, length);
}
