import { errorFromCore, wrongType } from '../errors.js';
import { endNow, endWith } from '../lease.js';
import { STRENGTHS, groupsBy } from '../run-comparison.js';
import { ReportView } from '../view.js';
import { reviewCsv, reviewRows } from './review-rows.js';

/** @typedef {import('../koodrive-client.d.ts').AmbiguousName} AmbiguousName */
/** @typedef {import('../koodrive-client.d.ts').ImportFile} ImportFile */
/** @typedef {import('../koodrive-client.d.ts').ReviewFileOptions} ReviewFileOptions */
/** @typedef {import('../koodrive-client.d.ts').RetryFileOptions} RetryFileOptions */
/** @typedef {import('koodrive-module').ImportFileHandle} ImportFileHandle */
/** @typedef {import('koodrive-module').ReportHandle} ReportHandle */
/** @typedef {import('../../locales/loaded.js').Locale} Locale */

/**
 * What the module found out about each failure and row.
 * @typedef {{ column: number | undefined, rowOf: Uint32Array, strengthOf: Uint32Array, ambiguous: { positions: Uint32Array, rows: Uint32Array }[] }} Found
 */

const DEFAULT_NAME = 'users.csv';

/** In `Found.rowOf`, for a failure without a row of its own. */
export const NO_ROW = 0xffff_ffff;

export class ImportMatch {
  #lease;
  #found;
  #fileName;
  #locale;
  /** The rows of ambiguous failures by position. @type {Map<number, Uint32Array>} */
  #ambiguousRows = new Map();
  /** By row. @type {Uint32Array} */
  #lineOfRow;

  /**
   * @param {import('../lease.js').Lease<{ report: ReportHandle, file: ImportFileHandle, delete(): void }>} lease owned by this match from now on
   * @param {Found} found
   * @param {ImportFile} file
   * @param {Locale} locale of errors
   */
  constructor(lease, found, file, locale) {
    this.#lease = lease;
    this.#found = found;
    this.#locale = locale;
    this.#fileName = file.name ?? DEFAULT_NAME;
    endWith(this, lease);
    this.#lineOfRow = lease.handle.file.lines();
    for (const { positions, rows } of found.ambiguous) {
      for (const position of positions) this.#ambiguousRows.set(position, rows);
    }
    this.fileName = file.name;
    this.column = found.column;
    /** @type {readonly AmbiguousName[]} */
    this.ambiguous = Object.freeze(
      found.ambiguous.map(({ positions, rows }) =>
        Object.freeze({ positions: [...positions], lines: this.#linesOfRows(rows) }),
      ),
    );
    this.inSeveralRows = Object.freeze(
      this.ambiguous.filter(({ positions, lines }) => lines.length > positions.length),
    );
    this.claimed = Object.freeze(this.ambiguous.filter((one) => !this.inSeveralRows.includes(one)));
    const byStrength = groupsBy(STRENGTHS, (position) =>
      found.rowOf[position] === NO_ROW ? undefined : STRENGTHS[found.strengthOf[position]],
    )(found.rowOf.length);
    this.exact = byStrength.exact;
    this.folded = byStrength.folded;
    this.withoutDomain = byStrength['without-domain'];
    this.matchedRows = this.exact.length + this.folded.length + this.withoutDomain.length;
    /** @type {number[]} */
    const unmatched = [];
    this.lines = new Uint32Array(found.rowOf.length);
    for (let position = 0; position < this.lines.length; position += 1) {
      const row = this.#firstRowOf(position);
      if (row === undefined) unmatched.push(position);
      else this.lines[position] = this.#lineOfRow[row];
    }
    this.unmatched = Object.freeze(unmatched);
  }

  /**
   * @param {number} position
   * @returns {readonly number[]}
   */
  linesOf(position) {
    return this.#linesOfRows(this.rowsOf(position));
  }

  /** @param {number} position */
  strengthOf(position) {
    return this.#found.rowOf[position] === NO_ROW ? undefined : STRENGTHS[this.#found.strengthOf[position]];
  }

  /** @param {RetryFileOptions} [options] */
  toRetryFile(options = {}) {
    const { file } = this.#lease.handle;
    /** @type {Int8Array<ArrayBuffer>[]} */
    const pieces = [];
    // The module reuses the piece's memory, so each piece is copied.
    const written = file.writeRetryFile(this.#retryRows(options), (piece) => pieces.push(piece.slice()));
    if (!written.ok) throw errorFromCore(written.error, this.#locale);
    return this.#file(pieces, '-failed', '$&');
  }

  /** @param {RetryFileOptions} [options] */
  retryRowCount(options = {}) {
    return this.#retryRows(options).length;
  }

  /** @param {ReviewFileOptions} [options] */
  toReviewFile(options = {}) {
    return this.#file(reviewCsv(this.reviewRows(options)), '-review', '.csv');
  }

  /** @param {ReviewFileOptions} [options] */
  reviewRows({ view, lineLabel = 'line', reasonLabel = 'desc' } = {}) {
    const { report, file } = this.#lease.handle;
    return reviewRows({
      report,
      file,
      positions: this.#positionsOf(view),
      column: this.column ?? 0,
      rowsOf: (position) => this.rowsOf(position),
      lineOfRow: this.#lineOfRow,
      labels: [lineLabel, reasonLabel],
    });
  }

  close() {
    endNow(this, this.#lease);
  }

  [Symbol.dispose]() {
    this.close();
  }

  /**
   * The rows of the file that bear the failure's name, from 0.
   * @param {number} position
   * @returns {ArrayLike<number> & Iterable<number>}
   */
  rowsOf(position) {
    const row = this.#found.rowOf[position];
    return row === undefined || row === NO_ROW ? (this.#ambiguousRows.get(position) ?? []) : [row];
  }

  /** @param {number} position */
  #firstRowOf(position) {
    const row = this.#found.rowOf[position];
    return row === NO_ROW ? this.#ambiguousRows.get(position)?.[0] : row;
  }

  /** @param {RetryFileOptions} options */
  #retryRows({ view, ambiguous = 'leave-out' }) {
    if (ambiguous !== 'leave-out' && ambiguous !== 'all') {
      throw wrongType('ambiguous', '"leave-out" | "all"', ambiguous, this.#locale);
    }
    const isWanted = new Uint8Array(this.#lineOfRow.length);
    for (const position of this.#positionsOf(view)) {
      if (ambiguous === 'leave-out' && this.#ambiguousRows.has(position)) continue;
      for (const row of this.rowsOf(position)) isWanted[row] = 1;
    }
    return Uint32Array.from(isWanted.keys()).filter((row) => isWanted[row]);
  }

  /**
   * @param {unknown} view
   * @returns {Iterable<number>}
   */
  #positionsOf(view) {
    if (view === undefined) return this.#found.rowOf.keys();
    const handle = ReportView.handleOf(view);
    if (!handle) throw wrongType('view', 'object', view, this.#locale);
    return handle.positions(0, handle.length());
  }

  /** @param {Iterable<number>} rows */
  #linesOfRows(rows) {
    return Array.from(rows, (row) => this.#lineOfRow[row]);
  }

  /**
   * @param {BlobPart[]} pieces
   * @param {string} suffix of the name
   * @param {string} extension as in `String.prototype.replace()`
   */
  #file(pieces, suffix, extension) {
    const name = this.#fileName.replace(/(\.[^.]*)?$/, `${suffix}${extension}`);
    return new File(pieces, name, { type: 'text/csv' });
  }
}
