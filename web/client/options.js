import { chooseLocale } from '../locales/index.js';
import { KooDriveError } from './errors.js';

/** @typedef {import('./koodrive-client.d.ts').ClientOptions} ClientOptions */
/** @typedef {import('../locales/index.js').Locale} Locale */

const MAX_TIMER_MS = 2 ** 31 - 1;
const ACCESS_TOKEN_FORMATS = Object.freeze(['Bearer+{token}', 'Bearer {token}', '{token}']);

/** Defaults and ranges of the numeric options. */
const NUMBERS = Object.freeze({
  timeoutMs: { default: 30_000, min: 1, max: MAX_TIMER_MS },
  deadlineMs: { default: 180_000, min: 1, max: MAX_TIMER_MS },
  maxAttempts: { default: 3, min: 1, max: 10 },
  maxResponseBytes: { default: 256 * 2 ** 20, min: 1, max: 2 ** 30 },
});

const DEFAULT_LANGUAGE = 'en-US';

/**
 * Fills in the defaults and refuses what has the wrong type or is out of range. What goes into the request is checked
 * when a query starts.
 * @param {ClientOptions} options
 */
export function checkOptions(options) {
  const language = options.language || DEFAULT_LANGUAGE;
  const locale = chooseLocale(options.locale, language);
  const text = (/** @type {'endpoint' | 'userId' | 'language' | 'locale'} */ name) =>
    checkText(options[name], name, locale) ?? '';
  text('language');
  text('locale');
  return Object.freeze({
    endpoint: text('endpoint') || pageOrigin(),
    userId: text('userId'),
    credentials: checkCredentials(options.credentials, locale),
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

/**
 * @param {import('./koodrive-client.d.ts').Credentials | undefined} credentials
 * @param {Locale} locale
 */
function checkCredentials(credentials, locale) {
  if (credentials === undefined || credentials === null) return undefined;
  if (typeof credentials !== 'object') throw wrongType('credentials', 'object', credentials, locale);
  const { accessToken, format = ACCESS_TOKEN_FORMATS[0] } =
    /** @type {import('./koodrive-client.d.ts').AccessTokenCredentials} */ (credentials);
  if (typeof accessToken !== 'string' && typeof accessToken !== 'function') {
    throw wrongType('credentials.accessToken', 'string', accessToken, locale);
  }
  if (!ACCESS_TOKEN_FORMATS.includes(format)) {
    throw new KooDriveError(
      { kind: 'invalid-request', reason: 'out-of-range', option: 'credentials.format' },
      locale,
    );
  }
  return Object.freeze({ accessToken, format });
}

/**
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

function pageOrigin() {
  const origin = globalThis.location?.origin;
  return origin === 'null' || origin === undefined ? '' : origin;
}
