import { languageTag } from '../locales/tag.js';
import { checkCredentials } from './credentials.js';
import { KooDriveError, wrongType } from './errors.js';

/** @typedef {import('./koodrive-client.d.ts').ClientOptions} ClientOptions */
/** @typedef {import('../locales/loaded.js').Locale} Locale */

const MAX_TIMER_MS = 2 ** 31 - 1;

/** Defaults and ranges of the numeric options. */
const NUMBERS = Object.freeze({
  timeoutMs: { default: 30_000, min: 1, max: MAX_TIMER_MS },
  deadlineMs: { default: 180_000, min: 1, max: MAX_TIMER_MS },
  maxAttempts: { default: 3, min: 1, max: 10 },
  maxResponseBytes: { default: 256 * 2 ** 20, min: 1, max: 2 ** 30 },
});

const DEFAULT_LANGUAGE = 'en-US';

/**
 * Fills in the defaults and throws for a value of the wrong type or out of range. The core checks the values that become
 * part of the request when a query starts.
 * @param {ClientOptions} options
 * @param {Locale} locale of errors
 */
export function checkOptions(options, locale) {
  const text = (/** @type {'endpoint' | 'userId' | 'language' | 'locale'} */ name) =>
    checkText(options[name], name, locale) ?? '';
  const language = languageTag(text('language') || DEFAULT_LANGUAGE);
  text('locale');
  const endpoint = text('endpoint') || pageOrigin();
  return Object.freeze({
    endpoint,
    userId: text('userId'),
    authorizer: checkCredentials(options.credentials, endpoint, locale),
    language,
    locale,
    timeoutMs: checkNumber(options.timeoutMs, 'timeoutMs', locale),
    deadlineMs: checkNumber(options.deadlineMs, 'deadlineMs', locale),
    maxAttempts: checkNumber(options.maxAttempts, 'maxAttempts', locale),
    maxResponseBytes: checkNumber(options.maxResponseBytes, 'maxResponseBytes', locale),
  });
}

/**
 * @param {unknown} value
 * @param {string} option
 * @param {Locale} locale
 * @returns {string | undefined}
 */
export function checkText(value, option, locale) {
  if (value === undefined || value === null || typeof value === 'string') return value ?? undefined;
  throw wrongType(option, 'string', value, locale);
}

/**
 * @param {number | undefined} value
 * @param {keyof typeof NUMBERS} option
 * @param {Locale} locale
 */
function checkNumber(value, option, locale) {
  const range = NUMBERS[option];
  if (value === undefined) return range.default;
  if (typeof value !== 'number') throw wrongType(option, 'number', value, locale);
  const limit = value > range.max ? range.max : range.min;
  if (!Number.isInteger(value) || value < range.min || value > range.max) {
    throw new KooDriveError({ kind: 'invalid-request', reason: 'out-of-range', option, limit }, locale);
  }
  return value;
}

/** Undefined for a page opened from disk, where Chromium's `location.origin` is `file://`. */
const pageOrigin = () => (globalThis.origin === 'null' ? '' : (globalThis.origin ?? ''));
