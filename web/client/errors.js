import { textsOf } from '../locales/catalog.js';
import { fill } from '../locales/fill.js';

/** @typedef {import('./koodrive-client.d.ts').KooDriveErrorKind} KooDriveErrorKind */
/** @typedef {import('../locales/catalog.js').Locale} Locale */

/**
 * What is known of a failure; the names are those that `toRecord(Error)` gives in C++.
 * @typedef {object} Failure
 * @property {KooDriveErrorKind} kind
 * @property {string} reason
 * @property {number} [attempts]
 * @property {string} [option]
 * @property {string} [pointer]
 * @property {string} [expected]
 * @property {string} [actual]
 * @property {string} [code]
 * @property {string} [serverMessage]
 * @property {string} [traceId]
 * @property {number} [httpStatus]
 * @property {number} [offset]
 * @property {number} [line]
 * @property {number} [column]
 * @property {number} [limit]
 * @property {number} [retryAfterMs]
 * @property {boolean} [clockUnknown] refused, and whether this computer's clock is right cannot be told
 * @property {number} [seconds] how long was waited
 * @property {string} [url]
 */

/** What each error's message was made of. @type {WeakMap<Error, Failure>} */
const failures = new WeakMap();

export class KooDriveError extends Error {
  /**
   * @param {Failure} failure
   * @param {Locale} locale of the message
   */
  constructor(failure, locale) {
    super(messageFor(failure, locale));
    failures.set(this, failure);
    this.name = 'KooDriveError';
    this.kind = failure.kind;
    this.reason = failure.reason;
    this.attempts = failure.attempts ?? 0;
    this.option = failure.option;
    this.httpStatus = failure.httpStatus;
    this.code = failure.code;
    this.traceId = failure.traceId;
    this.pointer = failure.pointer;
    this.offset = failure.offset;
    this.line = failure.line;
    this.column = failure.column;
    this.retryAfterMs = failure.retryAfterMs;
  }
}

/**
 * What an error says, in another language than it was made in.
 * @param {Error} error
 * @param {Locale} locale
 */
export function messageIn(error, locale) {
  const failure = failures.get(error);
  return failure ? messageFor(failure, locale) : error.message;
}

/**
 * @param {Failure} failure
 * @param {Locale} locale
 */
function messageFor(failure, locale) {
  const sentences = /** @type {Record<string, string>} */ (textsOf(locale).errors);
  const numbers = new Intl.NumberFormat(locale);
  const named = (/** @type {string} */ prefix, /** @type {string | undefined} */ name) =>
    name === undefined ? undefined : (sentences[`${prefix}.${name}`] ?? name);
  const counted = (/** @type {number | undefined} */ count) =>
    count === undefined ? undefined : numbers.format(count);
  const waitMs = failure.retryAfterMs;
  const sentence = sentences[failure.reason] ?? failure.reason;
  return fill(failure.clockUnknown ? `${sentence} ${sentences['check-clock']}` : sentence, {
    option: named('option', failure.option),
    expected: named('type', failure.expected),
    actual: named('type', failure.actual),
    pointer: failure.pointer === '' ? '/' : failure.pointer,
    offset: counted(failure.offset),
    line: counted(failure.line),
    column: counted(failure.column),
    limit: counted(failure.limit),
    status: failure.httpStatus,
    code: failure.code,
    serverMessage: failure.serverMessage,
    seconds: counted(failure.seconds ?? (waitMs === undefined ? undefined : Math.ceil(waitMs / 1000))),
    url: failure.url,
  });
}

/**
 * An option of the wrong JavaScript type.
 * @param {string} option
 * @param {string} expected
 * @param {unknown} value
 * @param {Locale} locale
 */
export function wrongType(option, expected, value, locale) {
  const actual = value === null ? 'null' : typeof value;
  return new KooDriveError(
    { kind: 'invalid-request', reason: 'wrong-option-type', option, expected, actual },
    locale,
  );
}
