import { KooDriveError, wrongType } from './errors.js';

/** @typedef {import('../locales/catalog.js').Locale} Locale */

/**
 * The bytes of what a caller hands over.
 * @param {unknown} source a Uint8Array, ArrayBuffer, Blob or string; a string is encoded as UTF-8
 * @param {string} option its name in errors
 * @param {Locale} locale of errors
 * @returns {Promise<Uint8Array>}
 */
export async function bytesOf(source, option, locale) {
  if (typeof source === 'string') return new TextEncoder().encode(source);
  if (source instanceof Uint8Array) return source;
  if (source instanceof ArrayBuffer) return new Uint8Array(source);
  if (!(source instanceof Blob)) throw wrongType(option, 'Blob', source, locale);
  try {
    return new Uint8Array(await source.arrayBuffer());
  } catch {
    throw new KooDriveError({ kind: 'invalid-request', reason: 'not-opened', option }, locale);
  }
}
