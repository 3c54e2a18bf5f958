import { once } from 'node:events';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { PAGE_EXAMPLE_BODY } from '../answer-body.js';

/**
 * @typedef {import('../exchange.js').Exchange} Exchange
 * @typedef {import('./faults.js').Fault} Fault
 * @typedef {import('./faults.js').FaultParameter} FaultParameter
 */

const gzip = promisify(zlib.gzip);
const brotli = promisify(zlib.brotliCompress);

const MEGABYTE = 1_000_000;
const PADDING = Buffer.alloc(65_536, ' ');

/**
 * The API page's example, padded with white space before its last brace, in pieces.
 * @param {number} bytes total length, at least that of the example
 * @returns {Generator<Buffer, void, void>}
 */
function* padded(bytes) {
  yield Buffer.from(PAGE_EXAMPLE_BODY.slice(0, -1));
  for (let left = bytes - PAGE_EXAMPLE_BODY.length; left > 0; left -= PADDING.length) {
    yield PADDING.subarray(0, Math.min(left, PADDING.length));
  }
  yield Buffer.from('}');
}

/**
 * Compresses the pieces as they are generated, so that the uncompressed text is never in memory as a whole.
 * @param {number} bytes length of the raw text
 * @returns {Promise<Buffer[]>}
 */
async function compressPadded(bytes) {
  /** @type {Buffer[]} */
  const compressed = [];
  const gzipped = Readable.from(padded(bytes)).pipe(zlib.createGzip());
  gzipped.on('data', (chunk) => compressed.push(chunk));
  await once(gzipped, 'end');
  return compressed;
}

/** @param {string} unit @param {number} initial @returns {FaultParameter} */
const megabytes = (unit, initial) => ({ unit, initial, min: 1, max: 2000 });

/**
 * Faults of compression and size.
 * @returns {ReadonlyArray<Fault>} each gzip bomb is compressed once per list
 */
export function createCompressionFaults() {
  /** @type {Map<number, Promise<Buffer[]>>} */
  const bombs = new Map();

  /** @param {number} bytes */
  function bomb(bytes) {
    const known = bombs.get(bytes);
    if (known) return known;
    const made = compressPadded(bytes);
    bombs.set(bytes, made);
    return made;
  }

  return [
    {
      name: 'gzip',
      summary: "the page's example in gzip, asked for or not",
      respond: async (exchange) =>
        exchange.send(200, await gzip(PAGE_EXAMPLE_BODY), { 'Content-Encoding': 'gzip' }),
    },
    {
      name: 'brotli',
      summary: "the page's example in brotli, asked for or not",
      respond: async (exchange) =>
        exchange.send(200, await brotli(PAGE_EXAMPLE_BODY), { 'Content-Encoding': 'br' }),
    },
    {
      name: 'broken-gzip',
      summary: 'plain text that the header calls gzip',
      respond: (exchange) => exchange.send(200, PAGE_EXAMPLE_BODY, { 'Content-Encoding': 'gzip' }),
    },
    {
      name: 'gzip-bomb',
      summary: "the page's example with white space up to the given size, in gzip: a thousandth on the wire",
      parameter: megabytes('MB', 200),
      respond: async (exchange, _visit, size) =>
        exchange.stream(await bomb(size * MEGABYTE), { 'Content-Encoding': 'gzip' }),
    },
    {
      name: 'large',
      summary: "the page's example with white space up to the given size, without Content-Length",
      parameter: megabytes('MB', 100),
      respond: (exchange, _visit, size) => exchange.stream(padded(size * MEGABYTE)),
    },
    {
      name: 'large-with-length',
      summary: 'the same with Content-Length',
      parameter: megabytes('MB', 100),
      respond: (exchange, _visit, size) =>
        exchange.stream(padded(size * MEGABYTE), { 'Content-Length': size * MEGABYTE }),
    },
  ];
}
