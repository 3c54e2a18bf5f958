import { KooDriveError, wrongType } from './errors.js';

/** @typedef {import('../locales/loaded.js').Locale} Locale */

/**
 * The bytes of what a caller hands over.
 * @param {unknown} source a Uint8Array, ArrayBuffer, Blob or string; a string is encoded as UTF-8
 * @param {string} option its name in errors
 * @param {Locale} locale of errors
 * @returns {Promise<Uint8Array>}
 */
export async function bytesOf(source, option, locale) {
  if (typeof source === 'string') return new TextEncoder().encode(source);
  // Not by instanceof: what comes from another window, such as that of a frame, has classes of its own.
  const type = Object.prototype.toString.call(source).slice('[object '.length, -1);
  if (type === 'Uint8Array') return /** @type {Uint8Array} */ (source);
  if (type === 'ArrayBuffer') return new Uint8Array(/** @type {ArrayBuffer} */ (source));
  if (type !== 'Blob' && type !== 'File') throw wrongType(option, 'Blob', source, locale);
  try {
    return new Uint8Array(await /** @type {Blob} */ (source).arrayBuffer());
  } catch {
    throw new KooDriveError({ kind: 'invalid-request', reason: 'not-opened', option }, locale);
  }
}
