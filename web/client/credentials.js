import { ACCESS_TOKEN_FORMATS } from './access-token-formats.js';
import { KooDriveError, wrongType } from './errors.js';

/** @typedef {import('./koodrive-client.d.ts').AccessTokenFormat} AccessTokenFormat */
/** @typedef {import('./koodrive-client.d.ts').AccessTokenContext} AccessTokenContext */
/** @typedef {import('./koodrive-client.d.ts').Credentials} Credentials */
/** @typedef {import('./koodrive-client.d.ts').SigningRequest} SigningRequest */
/** @typedef {import('../locales/loaded.js').Locale} Locale */
/** @typedef {import('./module.js').Core} Core */

/**
 * How a query obtains the value of its Authorization header: from an access token or from a signature.
 * @typedef {{ mode: 'token', format: AccessTokenFormat, renewable: boolean, token: (context: AccessTokenContext) => string | Promise<string> }
 *   | { mode: 'signature', signedEndpoint: string, secrets: readonly string[], sign: (request: SigningRequest, core: Core) => string | Promise<string> }} Authorizer
 */

/**
 * @param {Credentials | undefined} credentials
 * @param {string} endpoint
 * @param {Locale} locale of errors
 * @returns {Authorizer | undefined}
 */
export function checkCredentials(credentials, endpoint, locale) {
  if (credentials === undefined || credentials === null) return undefined;
  if (typeof credentials !== 'object') throw wrongType('credentials', 'object', credentials, locale);
  if ('sign' in credentials) return signerFrom(credentials, endpoint, locale);
  if ('appId' in credentials) return appSignerFrom(credentials, endpoint, locale);
  return tokenSourceFrom(credentials, locale);
}

/**
 * @param {import('./koodrive-client.d.ts').AccessTokenCredentials} credentials
 * @param {Locale} locale
 * @returns {Authorizer}
 */
function tokenSourceFrom({ accessToken, format = ACCESS_TOKEN_FORMATS[0] }, locale) {
  if (!ACCESS_TOKEN_FORMATS.includes(format)) {
    throw new KooDriveError(
      { kind: 'invalid-request', reason: 'out-of-range', option: 'credentials.format' },
      locale,
    );
  }
  if (typeof accessToken === 'function')
    return { mode: 'token', format, renewable: true, token: accessToken };
  if (typeof accessToken !== 'string')
    throw wrongType('credentials.accessToken', 'string', accessToken, locale);
  return { mode: 'token', format, renewable: false, token: () => accessToken };
}

/**
 * @param {import('./koodrive-client.d.ts').SignerCredentials} credentials
 * @param {string} endpoint
 * @param {Locale} locale
 * @returns {Authorizer}
 */
function signerFrom({ sign, signedEndpoint: given }, endpoint, locale) {
  if (typeof sign !== 'function') throw wrongType('credentials.sign', 'function', sign, locale);
  const signedEndpoint = requireText(given ?? endpoint, 'credentials.signedEndpoint', locale);
  return { mode: 'signature', signedEndpoint, secrets: [], sign };
}

/**
 * @param {import('./koodrive-client.d.ts').AppCredentials} credentials
 * @param {string} endpoint
 * @param {Locale} locale
 * @returns {Authorizer}
 */
function appSignerFrom({ appId, appSecret, signedEndpoint: given }, endpoint, locale) {
  requireText(appId, 'credentials.appId', locale);
  requireText(appSecret, 'credentials.appSecret', locale);
  const signedEndpoint = requireText(given ?? endpoint, 'credentials.signedEndpoint', locale);
  // crypto.subtle exists in secure contexts only (https or loopback).
  if (!globalThis.crypto?.subtle) {
    throw new KooDriveError(
      { kind: 'invalid-request', reason: 'insecure-context', option: 'credentials.appSecret' },
      locale,
    );
  }
  return {
    mode: 'signature',
    signedEndpoint,
    secrets: [appSecret],
    async sign({ canonicalRequest }, { wasm }) {
      const hash = hex(await crypto.subtle.digest('SHA-256', bytes(canonicalRequest)));
      const stringToSign = wasm.stringToSign(hash);
      const algorithm = { name: 'HMAC', hash: 'SHA-256' };
      const key = await crypto.subtle.importKey('raw', bytes(appSecret), algorithm, false, ['sign']);
      return wasm.appAuthorization(appId, hex(await crypto.subtle.sign('HMAC', key, bytes(stringToSign))));
    },
  };
}

/**
 * @param {unknown} value
 * @param {string} option
 * @param {Locale} locale
 * @returns {string}
 */
function requireText(value, option, locale) {
  if (typeof value !== 'string') throw wrongType(option, 'string', value, locale);
  if (!value) throw new KooDriveError({ kind: 'invalid-request', reason: 'required', option }, locale);
  return value;
}

/** @param {string} text */
const bytes = (text) => new TextEncoder().encode(text);

/** @param {ArrayBuffer} buffer */
const hex = (buffer) =>
  [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
