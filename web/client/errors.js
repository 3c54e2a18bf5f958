import { errorTexts } from '../locales/errors/catalog.js';
import { fill } from '../locales/fill.js';

/** @typedef {import('../locales/loaded.js').Locale} Locale */
/** @typedef {import('koodrive-module').Failure} CoreFailure a failure as the C++ core reports it */

/**
 * The reasons that the JavaScript client adds to those of the C++ core.
 * @typedef {'browser-needed' | 'wrong-option-type' | 'insecure-context' | 'offline' | 'unreachable-cross-origin'
 *   | 'unreachable-from-disk' | 'wasm-unavailable' | 'part-unavailable' | 'other-build' | 'credentials-failed' | 'not-opened' | 'closed'
 *   | 'not-a-delimiter' | 'file-too-large' | 'is-workbook' | 'is-json'} ClientErrorReason
 */

/**
 * A failure of the core or of the client, from which an error and its message are made.
 * @typedef {Partial<CoreFailure['details']> & {
 *   kind: CoreFailure['kind'],
 *   reason: CoreFailure['reason'] | ClientErrorReason,
 *   seconds?: number,
 *   url?: string,
 *   sentence?: Extract<keyof typeof import('../locales/errors/en-US.js').errors, `${string}.${string}`>,
 *   cause?: unknown,
 * }} Failure `sentence`: a text that is more exact than that of the reason; `clockUnknown`: the request was refused and the
 *   answer's Date cannot be read, so the computer's clock may be the cause; `seconds`: how long the client waited
 */

/** The failure that each error was made from, for its message in another locale. @type {WeakMap<Error, Failure>} */
const failures = new WeakMap();

/**
 * Everything but the stack is an own enumerable property, so that `{ ...error }` and `JSON.stringify(error)` keep it. The fields
 * are declared to make it so: errors of WebKit have non-enumerable `line` and `column` of their own, which an assignment would set.
 */
export class KooDriveError extends Error {
  name = 'KooDriveError';
  message = '';
  line = /** @type {number | undefined} */ (undefined);
  column = /** @type {number | undefined} */ (undefined);

  /**
   * @param {Failure} failure
   * @param {Locale} locale of the message
   */
  constructor(failure, locale) {
    super(undefined, failure.cause === undefined ? undefined : { cause: failure.cause });
    failures.set(this, failure);
    this.message = messageFor(failure, locale);
    this.kind = failure.kind;
    this.reason = failure.reason;
    this.attempts = failure.attempts ?? 0;
    this.option = failure.option;
    this.httpStatus = failure.httpStatus;
    this.code = failure.code;
    this.traceId = failure.traceId;
    this.requestId = failure.requestId;
    this.signatureDifference = failure.signatureDifference;
    this.pointer = failure.pointer;
    this.offset = failure.offset;
    this.line = failure.line;
    this.column = failure.column;
    this.retryAfterMs = failure.retryAfterMs;
  }
}

/**
 * The message of an error in any locale.
 * @param {Error} error
 * @param {Locale} locale
 */
export function messageIn(error, locale) {
  const failure = failures.get(error);
  return failure ? messageFor(failure, locale) : error.message;
}

/**
 * The error of a part of this software that is loaded when it is first used.
 * @param {import('../loading/late-part.js').LatePartError} cause
 * @param {Locale} locale
 */
export const partError = (cause, locale) =>
  new KooDriveError({ kind: 'network', reason: cause.problem, cause }, locale);

/**
 * The error that the core reports.
 * @param {CoreFailure} failure
 * @param {Locale} locale of the message
 */
export const errorFromCore = (failure, locale) => new KooDriveError(flattened(failure), locale);

/**
 * @param {CoreFailure} failure
 * @returns {Failure}
 */
export const flattened = ({ kind, reason, details }) => ({ kind, reason, ...details });

/**
 * @param {Failure} failure
 * @param {Locale} locale
 */
function messageFor(failure, locale) {
  const { errors } = errorTexts.of(locale);
  const names = /** @type {Record<string, string | undefined>} */ (errors);
  const numbers = new Intl.NumberFormat(locale);
  const named = (/** @type {string} */ prefix, /** @type {string | undefined} */ name) =>
    name === undefined ? undefined : (names[`${prefix}.${name}`] ?? name);
  const counted = (/** @type {number | undefined} */ count) =>
    count === undefined ? undefined : numbers.format(count);
  const waitMs = failure.retryAfterMs;
  const sentence = errors[failure.sentence ?? failure.reason];
  return fill(failure.clockUnknown ? `${sentence} ${errors['check-clock']}` : sentence, {
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
    ...failure.signatureDifference,
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
