import { bytesOf } from '../bytes.js';
import { KooDriveError, errorFromCore, wrongType } from '../errors.js';
import { Lease, endNow, endWith } from '../lease.js';
import { rememberMatcher } from '../matchers.js';
import { decodedFile, encodingByMark, firstFault } from './file-text.js';
import { whyNotCsv } from './foreign-formats.js';
import { ImportMatch } from './import-match.js';

/** @typedef {import('../koodrive-client.d.ts').FileEncoding} FileEncoding */
/** @typedef {import('../koodrive-client.d.ts').ImportFileOptions} ImportFileOptions */
/** @typedef {import('../module.js').Core} Core */
/** @typedef {import('koodrive-module').ImportFileHandle} ImportFileHandle */
/** @typedef {import('../../locales/loaded.js').Locale} Locale */

/** In the order of the core's FileEncoding. @type {readonly FileEncoding[]} */
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
    this.delimiter = String.fromCharCode(handle.delimiter());
    this.rowCount = handle.rowCount();
    this.columns = Object.freeze(handle.fields(0));
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
  const reason = whyNotCsv(bytes);
  if (reason) throw new KooDriveError({ kind: 'malformed-file', reason }, locale);
  const { handle, ...found } = read(core, bytes, encoding ?? encodingByMark(bytes), delimiter, locale);
  const lease = new Lease(handle, core.liveFiles, locale);
  const file = new ImportFile(lease, found.encoding, source instanceof File ? source.name : undefined);
  rememberMatcher(file, (report, column) => {
    checkColumn(column, file.columns.length, locale);
    const matched = lease.handle.match(report, column);
    if (!matched.ok) throw errorFromCore(matched.error, locale);
    const kept = { report: cloned(report), file: cloned(lease.handle) };
    const both = { ...kept, delete: () => Object.values(kept).forEach((one) => one.delete()) };
    return new ImportMatch(new Lease(both, core.liveMatches, locale), matched.value, file, locale);
  });
  return file;
}

/**
 * Another handle of the same object, which is freed with its last one. Embind's declarations leave `clone()` out.
 * @template {object} Handle
 * @param {Handle} handle
 */
const cloned = (handle) => /** @type {Handle & { clone(): Handle }} */ (handle).clone();

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
  const text = encoding === 'utf-8' ? undefined : decoded(bytes, encoding, locale);
  const code = delimiter === '' ? 0 : delimiter.charCodeAt(0);
  const opened = core.wasm.openImportFile(bytes, text, ENCODINGS.indexOf(encoding), code);
  if (opened.ok) return { handle: opened.value, encoding };
  if (opened.error.reason !== 'invalid-encoding') throw errorFromCore(opened.error, locale);
  if (!known) return read(core, bytes, 'gb18030', delimiter, locale);
  throw invalidEncoding(bytes, encoding, locale);
}

/**
 * @param {Uint8Array} bytes
 * @param {FileEncoding} encoding
 * @param {Locale} locale
 */
function decoded(bytes, encoding, locale) {
  /** @type {Uint8Array | undefined} */
  let text;
  try {
    text = decodedFile(bytes, encoding);
  } catch (cause) {
    throw new KooDriveError({ kind: 'too-large', reason: 'out-of-memory', cause }, locale);
  }
  if (!text) throw invalidEncoding(bytes, encoding, locale);
  return text;
}

/**
 * @param {Uint8Array} bytes
 * @param {FileEncoding} encoding
 * @param {Locale} locale
 */
const invalidEncoding = (bytes, encoding, locale) =>
  new KooDriveError(
    { kind: 'malformed-file', reason: 'invalid-encoding', ...firstFault(bytes, encoding) },
    locale,
  );

/**
 * @param {number} size
 * @param {number} limit
 * @param {Locale} locale
 */
function checkSize(size, limit, locale) {
  if (size > limit) throw new KooDriveError({ kind: 'too-large', reason: 'file-too-large', limit }, locale);
}

/**
 * @param {unknown} column
 * @param {number} count
 * @param {Locale} locale
 */
function checkColumn(column, count, locale) {
  if (column === undefined) return;
  if (typeof column !== 'number') throw wrongType('column', 'number', column, locale);
  if (Number.isInteger(column) && column >= 0 && column < count) return;
  throw new KooDriveError(
    { kind: 'invalid-request', reason: 'out-of-range', option: 'column', limit: count - 1 },
    locale,
  );
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
