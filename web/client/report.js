import { KooDriveError } from './errors.js';

/** @typedef {import('./koodrive-client.d.ts').UserImportFailInfo} UserImportFailInfo */
/** @typedef {import('./module.js').Core} Core */
/** @typedef {import('koodrive-module').ReportHandle} ReportHandle */
/** @typedef {import('../locales/index.js').Locale} Locale */

/** How many failures an iteration takes over from the module at once. */
const WINDOW = 1000;

/** What keeps a report's memory until it is given back, once. */
class Lease {
  #handle;
  #live;
  #locale;

  /**
   * @param {ReportHandle} handle
   * @param {{ count: number }} live
   * @param {Locale} locale
   */
  constructor(handle, live, locale) {
    this.#handle = /** @type {ReportHandle | undefined} */ (handle);
    this.#live = live;
    this.#locale = locale;
    live.count += 1;
  }

  get handle() {
    if (this.#handle) return this.#handle;
    throw new KooDriveError({ kind: 'invalid-request', reason: 'closed', option: 'report' }, this.#locale);
  }

  end() {
    if (!this.#handle) return;
    this.#handle.delete();
    this.#handle = undefined;
    this.#live.count -= 1;
  }
}

/** Reports that were dropped without `close()`. @type {FinalizationRegistry<Lease>} */
const dropped = new FinalizationRegistry((lease) => lease.end());

class FailInfoList {
  #lease;

  /** @param {Lease} lease */
  constructor(lease) {
    this.#lease = lease;
    this.length = lease.handle.length;
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
    /** @type {UserImportFailInfo[]} */
    const rows = this.#lease.handle.rows(from, Math.max(0, to - from));
    return rows.map(({ userName, desc }) => ({ userName, desc }));
  }

  *[Symbol.iterator]() {
    for (let start = 0; start < this.length; start += WINDOW) yield* this.slice(start, start + WINDOW);
  }
}

export class ImportReport {
  #lease;
  /** @type {readonly import('./koodrive-client.d.ts').Reason[] | undefined} */
  #reasons;

  /**
   * @param {Core} core
   * @param {ReportHandle} handle owned by this report from now on
   * @param {string | undefined} traceId
   * @param {Locale} locale of errors
   */
  constructor(core, handle, traceId, locale) {
    this.#lease = new Lease(handle, core.liveReports, locale);
    dropped.register(this, this.#lease, this);
    this.successCount = handle.successCount;
    this.failCount = handle.failCount;
    this.warnings = Object.freeze(handle.warnings().map(withoutAbsent));
    this.traceId = traceId;
    this.receivedAt = new Date();
    this.failInfoList = new FailInfoList(this.#lease);
  }

  /** @returns {readonly import('./koodrive-client.d.ts').Reason[]} */
  get reasons() {
    return (this.#reasons ??= this.#lease.handle.reasons());
  }

  close() {
    dropped.unregister(this);
    this.#lease.end();
  }

  [Symbol.dispose]() {
    this.close();
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

/**
 * @template {object} T
 * @param {T} record
 */
function withoutAbsent(record) {
  return Object.freeze(Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)));
}
