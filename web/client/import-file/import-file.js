import { bytesOf } from '../bytes.js';
import { KooDriveError, errorFromCore, wrongType } from '../errors.js';
import { Lease, endNow, endWith } from '../lease.js';
import { rememberMatcher } from '../matchers.js';
import { decodedFile, encodingByMark, firstFaultyByte } from './file-text.js';
import { ImportMatch } from './import-match.js';

/** @typedef {import('../koodrive-client.d.ts').FileEncoding} FileEncoding */
/** @typedef {import('../koodrive-client.d.ts').ImportFileOptions} ImportFileOptions */
/** @typedef {import('../module.js').Core} Core */
/** @typedef {import('koodrive-module').ImportFileHandle} ImportFileHandle */
/** @typedef {import('../../locales/loaded.js').Locale} Locale */

/** @type {readonly FileEncoding[]} */
const ENCODINGS = Object.freeze(['utf-8', 'utf-16le', 'utf-16be', 'gb18030']);

class ImportFile {
  #lease;

  /**
   * @param {Lease<ImportFileHandle>} lease owned by this file from now on
   * @param {FileEncoding} encoding
   * @param {string | undefined} name
   */
  constructor(lease, encoding, name) {
    this.#lease = lease;
    endWith(this, lease);
    const { handle } = lease;
    this.name = name;
    this.encoding = encoding;
    this.delimiter = handle.delimiter();
    this.rowCount = handle.rowCount();
    this.columns = Object.freeze(handle.columns());
  }

  close() {
    endNow(this, this.#lease);
  }

  [Symbol.dispose]() {
    this.close();
  }
}

/**
 * @param {Core} core
 * @param {unknown} source
 * @param {ImportFileOptions} options
 * @param {number} limit the largest file in bytes
 * @param {Locale} locale of errors
 * @returns {Promise<import('../koodrive-client.d.ts').ImportFile>}
 */
export async function openImportFile(core, source, { encoding, delimiter = '' }, limit, locale) {
  checkChoice(encoding, delimiter, locale);
  if (source instanceof Blob) checkSize(source.size, limit, locale);
  const bytes = await bytesOf(source, 'file', locale);
  checkSize(bytes.byteLength, limit, locale);
  const { handle, ...found } = read(core, bytes, encoding ?? encodingByMark(bytes), delimiter, locale);
  const lease = new Lease(handle, core.liveFiles, locale);
  const file = new ImportFile(lease, found.encoding, source instanceof File ? source.name : undefined);
  rememberMatcher(file, (report, column) => {
    const matched = lease.handle.match(report, column);
    if (!matched.ok) throw errorFromCore(matched.error, locale);
    return new ImportMatch(new Lease(matched.value, core.liveMatches, locale), file.name, locale);
  });
  return file;
}

/**
 * @param {Core} core
 * @param {Uint8Array} bytes
 * @param {FileEncoding | undefined} known the encoding, where a person or a byte order mark says so
 * @param {string} delimiter
 * @param {Locale} locale
 * @returns {{ handle: ImportFileHandle, encoding: FileEncoding }}
 */
function read(core, bytes, known, delimiter, locale) {
  const encoding = known ?? 'utf-8';
  const text = encoding === 'utf-8' ? undefined : decodedFile(bytes, encoding);
  if (encoding !== 'utf-8' && !text) {
    const offset = firstFaultyByte(bytes, encoding);
    throw new KooDriveError({ kind: 'malformed-file', reason: 'invalid-encoding', offset }, locale);
  }
  const opened = core.wasm.openImportFile(bytes, text, encoding, delimiter);
  if (opened.ok) return { handle: opened.value, encoding };
  if (!known && opened.error.reason === 'invalid-encoding') {
    return read(core, bytes, 'gb18030', delimiter, locale);
  }
  throw errorFromCore(opened.error, locale);
}

/**
 * @param {number} size
 * @param {number} limit
 * @param {Locale} locale
 */
function checkSize(size, limit, locale) {
  if (size > limit) throw new KooDriveError({ kind: 'too-large', reason: 'file-too-large', limit }, locale);
}

/**
 * @param {unknown} encoding
 * @param {unknown} delimiter
 * @param {Locale} locale
 */
function checkChoice(encoding, delimiter, locale) {
  if (encoding !== undefined && !ENCODINGS.includes(/** @type {FileEncoding} */ (encoding))) {
    throw wrongType('encoding', ENCODINGS.join(' | '), encoding, locale);
  }
  if (typeof delimiter !== 'string') throw wrongType('delimiter', 'string', delimiter, locale);
  // One ASCII character that cannot be mistaken for a quotation mark or line end.
  if (delimiter !== '' && !/^[\t -~]$/.test(delimiter.replace('"', ''))) {
    throw new KooDriveError(
      { kind: 'invalid-request', reason: 'not-a-delimiter', option: 'delimiter' },
      locale,
    );
  }
}
