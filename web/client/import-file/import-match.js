import { errorFromCore, wrongType } from '../errors.js';
import { endNow, endWith } from '../lease.js';
import { ReportView } from '../view.js';

/** @typedef {import('../koodrive-client.d.ts').AmbiguousName} AmbiguousName */
/** @typedef {import('../koodrive-client.d.ts').MatchStrength} MatchStrength */
/** @typedef {import('../koodrive-client.d.ts').ReviewFileOptions} ReviewFileOptions */
/** @typedef {import('../koodrive-client.d.ts').RetryFileOptions} RetryFileOptions */
/** @typedef {import('koodrive-module').MatchHandle} MatchHandle */
/** @typedef {import('../../locales/loaded.js').Locale} Locale */

/** In the order of the core's MatchStrength. @type {readonly MatchStrength[]} */
const STRENGTHS = Object.freeze(['exact', 'folded', 'without-domain']);

const DEFAULT_NAME = 'users.csv';

export class ImportMatch {
  #lease;
  #fileName;
  #locale;
  #lines;
  #strengths;
  /** The lines of ambiguous failures by position. @type {Map<number, readonly number[]>} */
  #ambiguousLines = new Map();

  /**
   * @param {import('../lease.js').Lease<MatchHandle>} lease owned by this match from now on
   * @param {string | undefined} fileName
   * @param {Locale} locale of errors
   */
  constructor(lease, fileName, locale) {
    this.#lease = lease;
    this.#fileName = fileName ?? DEFAULT_NAME;
    this.#locale = locale;
    endWith(this, lease);
    const { handle } = lease;
    this.column = handle.column();
    this.#lines = handle.lines();
    this.#strengths = handle.strengths();
    this.matchedRows = this.#lines.reduce((count, line) => count + (line === 0 ? 0 : 1), 0);
    this.unmatched = Object.freeze([...handle.unmatched()]);
    /** @type {readonly AmbiguousName[]} */
    this.ambiguous = Object.freeze(
      handle
        .ambiguous()
        .map(({ positions, lines }) => Object.freeze({ positions: [...positions], lines: [...lines] })),
    );
    for (const { positions, lines } of this.ambiguous) {
      for (const position of positions) this.#ambiguousLines.set(position, lines);
    }
  }

  /**
   * @param {number} position
   * @returns {readonly number[]}
   */
  linesOf(position) {
    const line = this.#lines[position];
    return line ? [line] : (this.#ambiguousLines.get(position) ?? []);
  }

  /** @param {number} position */
  strengthOf(position) {
    return this.#lines[position] ? STRENGTHS[this.#strengths[position]] : undefined;
  }

  /** @param {RetryFileOptions} [options] */
  toRetryFile({ view, ambiguous = 'leave-out' } = {}) {
    if (ambiguous !== 'leave-out' && ambiguous !== 'all') {
      throw wrongType('ambiguous', '"leave-out" | "all"', ambiguous, this.#locale);
    }
    return this.#file('-failed', (sink) =>
      this.#lease.handle.writeRetryFile(this.#handleOf(view), ambiguous === 'all', sink),
    );
  }

  /** @param {ReviewFileOptions} [options] */
  toReviewFile({ view, lineLabel = 'line', reasonLabel = 'desc' } = {}) {
    return this.#file('-review', (sink) =>
      this.#lease.handle.writeReviewFile(this.#handleOf(view), lineLabel, reasonLabel, sink),
    );
  }

  close() {
    endNow(this, this.#lease);
  }

  [Symbol.dispose]() {
    this.close();
  }

  /** @param {unknown} view */
  #handleOf(view) {
    if (view === undefined) return null;
    const handle = ReportView.handleOf(view);
    if (!handle) throw wrongType('view', 'object', view, this.#locale);
    return handle;
  }

  /**
   * @param {string} suffix of the name, before its extension
   * @param {(sink: (piece: Int8Array) => void) => ReturnType<MatchHandle['writeRetryFile']>} write
   */
  #file(suffix, write) {
    /** @type {Int8Array<ArrayBuffer>[]} */
    const pieces = [];
    // The module reuses the piece's memory, so each piece is copied.
    const written = write((piece) => pieces.push(piece.slice()));
    if (!written.ok) throw errorFromCore(written.error, this.#locale);
    const name = this.#fileName.replace(/(\.[^.]*)?$/, (extension) => `${suffix}${extension}`);
    return new File(pieces, name, { type: 'text/csv' });
  }
}
