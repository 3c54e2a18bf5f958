import { errorFromCore, wrongType } from './errors.js';
import { FailInfoList } from './fail-info-list.js';
import { Lease, endNow, endWith } from './lease.js';
import { matcherOf } from './matchers.js';
import { readProvenance, writtenProvenance } from './provenance.js';
import { rowTails } from './row-tails.js';
import { RunComparison } from './run-comparison.js';
import { ReportView } from './view.js';

/** @typedef {import('./koodrive-client.d.ts').ExportOptions} ExportOptions */
/** @typedef {import('./koodrive-client.d.ts').Reason} Reason */
/** @typedef {import('./koodrive-client.d.ts').ReasonPattern} ReasonPattern */
/** @typedef {import('./koodrive-client.d.ts').ReportWarning} ReportWarning */
/** @typedef {import('./koodrive-client.d.ts').ViewOptions} ViewOptions */
/** @typedef {import('./module.js').Core} Core */
/** @typedef {import('koodrive-module').ReportHandle} ReportHandle */
/** @typedef {import('../locales/loaded.js').Locale} Locale */

/** Up to this many reasons are sorted by the locale's collation; more than that by code points, which is faster. */
const MOST_COLLATED_REASONS = 10_000;

export class ImportReport {
  #core;
  #lease;
  #locale;
  #isUnreadable;
  /** @type {readonly ReportWarning[] | undefined} */
  #warnings;
  /** @type {readonly Reason[] | undefined} */
  #reasons;
  /** @type {readonly ReasonPattern[] | undefined} */
  #reasonPatterns;
  /** @type {Uint32Array | undefined} */
  #reasonRanks;
  /** Views to close together with the report; some may be closed already. @type {Lease<import('koodrive-module').ViewHandle>[]} */
  #views = [];

  /**
   * @param {Core} core
   * @param {ReportHandle} handle owned by this report from now on
   * @param {(import('./query.js').Ids & { taskId?: string }) | undefined} query undefined for a saved answer, which may say itself where it comes from
   * @param {Locale} locale of errors, and of the order of reasons
   */
  constructor(core, handle, query, locale) {
    this.#core = core;
    this.#locale = locale;
    this.#lease = new Lease(handle, core.liveReports, locale);
    endWith(this, this.#lease);
    const { successCount, failCount } = handle.result();
    this.successCount = successCount;
    this.failCount = failCount;
    const saved = query ? undefined : readProvenance(handle.provenance());
    const { taskId, traceId, receivedAt, importFile, savedBy } =
      typeof saved === 'object' ? saved : { receivedAt: new Date(), ...query };
    this.taskId = taskId;
    this.traceId = traceId;
    this.requestId = query?.requestId;
    /** Known where the task was followed. @type {import('./koodrive-client.d.ts').Task | undefined} */
    this.task = undefined;
    this.receivedAt = receivedAt;
    this.importFile = importFile;
    this.savedBy = savedBy;
    this.#isUnreadable = saved === 'unreadable';
    this.failInfoList = new FailInfoList(this.#lease);
  }

  get warnings() {
    this.#warnings ??= Object.freeze([
      ...(this.#isUnreadable
        ? [Object.freeze({ kind: /** @type {const} */ ('provenance-unreadable') })]
        : []),
      ...this.#lease.handle.warnings().map((one) => Object.freeze(one)),
    ]);
    return this.#warnings;
  }

  get reasons() {
    return (this.#reasons ??= Object.freeze(this.#lease.handle.reasons()));
  }

  get reasonPatterns() {
    return (this.#reasonPatterns ??= Object.freeze(this.#lease.handle.reasonPatterns()));
  }

  /** @param {ViewOptions} [options] */
  view({
    search = '',
    reason,
    reasons,
    positions,
    noted,
    sortBy = 'position',
    descending = false,
    match,
  } = {}) {
    const wanted = reasons ?? (reason === undefined ? undefined : this.#placesOf(reason));
    const ranks = sortBy === 'desc' ? this.#collatedRanks() : undefined;
    const lines = sortBy === 'line' ? this.#linesOf(match) : undefined;
    const places = positions && Uint32Array.from(positions);
    const handle = this.#valueOf(
      this.#lease.handle.view(
        { search, noted: noted ?? '', sortBy, descending },
        wanted,
        ranks,
        places,
        lines,
      ),
    );
    const lease = new Lease(handle, this.#core.liveViews, this.#locale);
    this.#views = [...this.#views.filter(({ ended }) => !ended), lease];
    return new ReportView(lease);
  }

  /** @param {ExportOptions & { forSpreadsheet?: boolean }} [options] */
  toCsv({ forSpreadsheet = true, ...options } = {}) {
    const tails = this.#tails(forSpreadsheet ? 'csv' : 'exactCsv', options);
    return this.#written((sink) =>
      this.#lease.handle.writeCsv(this.#handleOf(options.view), forSpreadsheet, tails, sink),
    );
  }

  /** @param {ExportOptions & { importFile?: string }} [options] */
  toJson({ importFile, ...options } = {}) {
    const tails = this.#tails('json', options);
    const provenance = writtenProvenance(this, importFile ?? options.match?.fileName);
    return this.#written((sink) =>
      this.#lease.handle.writeJson(this.#handleOf(options.view), provenance, tails, sink),
    );
  }

  /**
   * @param {readonly number[]} positions
   * @param {Omit<ExportOptions, 'view'>} [options]
   * @returns {string}
   */
  toTsv(positions, options = {}) {
    return this.#valueOf(this.#lease.handle.toTsv(positions, this.#tails('tsv', options)));
  }

  /**
   * @param {string} text
   * @param {'userName' | 'desc'} column
   */
  odditiesIn(text, column) {
    return this.#core.wasm.odditiesIn(text, column === 'userName');
  }

  /**
   * @param {unknown} file
   * @param {{ column?: number }} [options]
   */
  matchWith(file, { column } = {}) {
    const match = matcherOf(file);
    if (!match) throw wrongType('file', 'ImportFile', file, this.#locale);
    return match(this.#lease.handle, column);
  }

  /** @param {unknown} earlier */
  compareWith(earlier) {
    if (!(earlier instanceof ImportReport)) throw wrongType('earlier', 'ImportReport', earlier, this.#locale);
    return new RunComparison(
      this.#valueOf(this.#core.wasm.compareReports(this.#lease.handle, earlier.#lease.handle)),
    );
  }

  close() {
    for (const view of this.#views) view.end();
    this.#views = [];
    endNow(this, this.#lease);
  }

  [Symbol.dispose]() {
    this.close();
  }

  /** @param {string | null} desc */
  #placesOf(desc) {
    const place = this.reasons.findIndex((reason) => reason.desc === (desc ?? undefined));
    return place < 0 ? [] : [place];
  }

  /** The rank of each reason in the locale's collation order. */
  #collatedRanks() {
    if (this.#reasonRanks || this.reasons.length > MOST_COLLATED_REASONS) return this.#reasonRanks;
    const { compare } = new Intl.Collator(this.#locale, { numeric: true });
    const order = this.reasons.map((_, place) => place);
    order.sort((a, b) => compare(this.reasons[a].desc ?? '', this.reasons[b].desc ?? ''));
    const ranks = new Uint32Array(order.length);
    order.forEach((place, rank) => {
      ranks[place] = rank;
    });
    this.#reasonRanks = ranks;
    return this.#reasonRanks;
  }

  /**
   * @param {'csv' | 'exactCsv' | 'tsv' | 'json'} format
   * @param {ExportOptions} options
   */
  #tails(format, options) {
    if (options.match) this.#linesOf(options.match);
    return rowTails(this.failInfoList.length, format, options);
  }

  /**
   * The line of each row, 0 if it has none.
   * @param {import('./koodrive-client.d.ts').ImportMatch | undefined} match of this report
   */
  #linesOf(match) {
    if (match?.lines.length !== this.failInfoList.length) {
      throw wrongType('match', 'ImportMatch', match, this.#locale);
    }
    return match.lines;
  }

  /** @param {unknown} view */
  #handleOf(view) {
    if (view === undefined) return null;
    const handle = ReportView.handleOf(view);
    if (!handle) throw wrongType('view', 'object', view, this.#locale);
    return handle;
  }

  /** @param {(sink: (piece: Int8Array) => void) => ReturnType<ReportHandle['writeJson']>} write */
  #written(write) {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    // Adding is faster than Array.join: in Firefox a Blob of the text takes 200 instead of 530 ms (1,000,000 rows).
    let text = '';
    this.#valueOf(write((piece) => void (text += decoder.decode(piece, { stream: true }))));
    return text + decoder.decode();
  }

  /**
   * @template T
   * @param {{ ok: true, value: T } | { ok: false, error: import('koodrive-module').Failure }} outcome
   * @returns {T}
   */
  #valueOf(outcome) {
    if (outcome.ok) return outcome.value;
    throw errorFromCore(outcome.error, this.#locale);
  }
}
