/** @typedef {import('../koodrive-client.d.ts').FileEncoding} FileEncoding */

/** The byte order marks of the encodings other than UTF-8, which the module recognizes itself. */
const BYTE_ORDER_MARKS = Object.freeze({
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
  gb18030: [0x84, 0x31, 0x95, 0x33],
});

/** How much is decoded at once while the first faulty byte is sought. */
const CHUNK_BYTES = 65_536;

/**
 * The encoding that the byte order mark of a file names.
 * @param {Uint8Array} bytes
 * @returns {FileEncoding | undefined}
 */
export function encodingByMark(bytes) {
  for (const [encoding, mark] of Object.entries(BYTE_ORDER_MARKS)) {
    if (mark.every((byte, at) => bytes[at] === byte)) return /** @type {FileEncoding} */ (encoding);
  }
  return undefined;
}

/**
 * The text of a file in UTF-8 without a byte order mark. Throws what is not a TypeError when memory runs out.
 * @param {Uint8Array} bytes
 * @param {FileEncoding} encoding
 * @returns {Uint8Array | undefined} undefined if the bytes are not valid in this encoding
 */
export function decodedFile(bytes, encoding) {
  try {
    return new TextEncoder().encode(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch (problem) {
    if (problem instanceof TypeError) return undefined;
    throw problem;
  }
}

/**
 * The first byte at which a file turns out not to be in an encoding.
 * @param {Uint8Array} bytes not valid in `encoding`
 * @param {FileEncoding} encoding
 * @returns {{ offset: number, line: number }}
 */
export function firstFault(bytes, encoding) {
  const chunk = validPrefix(bytes, encoding, CHUNK_BYTES, 0);
  const offset = Math.min(validPrefix(bytes, encoding, 1, chunk), bytes.length - 1);
  const before = new TextDecoder(encoding).decode(bytes.subarray(0, offset));
  return { offset, line: before.split(/\r\n|\n|\r/).length };
}

/**
 * @param {Uint8Array} bytes
 * @param {FileEncoding} encoding
 * @param {number} step how many bytes are decoded at once after the first `start`
 * @param {number} start
 * @returns {number} how many bytes were decoded before a step that failed
 */
function validPrefix(bytes, encoding, step, start) {
  const decoder = new TextDecoder(encoding, { fatal: true });
  if (start > 0) decoder.decode(bytes.subarray(0, start), { stream: true });
  let at = start;
  try {
    for (; at < bytes.length; at += step) decoder.decode(bytes.subarray(at, at + step), { stream: true });
  } catch {
    return at;
  }
  return bytes.length;
}
