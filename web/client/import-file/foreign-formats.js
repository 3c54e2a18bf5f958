/** An .xlsx file is a ZIP archive, an .xls file a compound file. */
const WORKBOOKS = Object.freeze([
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
]);

const UTF8_MARK = Object.freeze([0xef, 0xbb, 0xbf]);
const BLANKS = Object.freeze([0x20, 0x09, 0x0d, 0x0a]);
const JSON_BEGINNINGS = Object.freeze([0x7b, 0x5b]);

/**
 * Why a file cannot be comma-separated values.
 * @param {Uint8Array} bytes
 * @returns {'empty-file' | 'is-workbook' | 'is-json' | undefined} undefined if it may be
 */
export function whyNotCsv(bytes) {
  if (bytes.length === 0) return 'empty-file';
  if (WORKBOOKS.some((signature) => beginsWith(bytes, signature))) return 'is-workbook';
  return beginsJson(beginsWith(bytes, UTF8_MARK) ? bytes.subarray(UTF8_MARK.length) : bytes)
    ? 'is-json'
    : undefined;
}

/**
 * @param {Uint8Array} bytes
 * @param {readonly number[]} signature
 */
const beginsWith = (bytes, signature) => signature.every((byte, at) => bytes[at] === byte);

/** @param {Uint8Array} bytes */
function beginsJson(bytes) {
  const first = bytes.find((byte) => !BLANKS.includes(byte));
  return first !== undefined && JSON_BEGINNINGS.includes(first);
}
