import { readFile, readdir } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { FILES, TOGETHER } from './budgets.js';

/** Bytes of a file, in each coding. @typedef {{ raw: number, gzip: number, brotli: number }} Sizes */
/** A line of the table. @typedef {Sizes & { name: string, coding: 'brotli' | 'raw', most: number | undefined }} Line */

/**
 * @param {Buffer} bytes
 * @returns {Promise<Sizes>}
 */
export async function sizesOf(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  const [zipped, brotli] = await Promise.all([
    promisify(gzip)(bytes, { level: 9 }),
    promisify(brotliCompress)(bytes, { params }),
  ]);
  return { raw: bytes.length, gzip: zipped.length, brotli: brotli.length };
}

/**
 * The sizes and budgets of every file of dist/, then those of the sums.
 * @returns {Promise<Line[]>}
 */
export async function distSizes() {
  const dist = new URL('../../dist/', import.meta.url);
  const names = (await readdir(fileURLToPath(dist))).filter((name) => !/\.(br|gz)$/.test(name)).sort();
  const files = await Promise.all(
    names.map(async (name) => {
      const { coding = 'raw', most } = Object.hasOwn(FILES, name) ? FILES[name] : {};
      return { name, coding, most, ...(await sizesOf(await readFile(new URL(name, dist)))) };
    }),
  );
  const sums = Object.entries(TOGETHER).map(([name, { most, has }]) => {
    const parts = files.filter((file) => file.most !== undefined && has(file.name, FILES[file.name]));
    const sum = (/** @type {keyof Sizes} */ coding) => parts.reduce((total, part) => total + part[coding], 0);
    const sizes = { raw: sum('raw'), gzip: sum('gzip'), brotli: sum('brotli') };
    return { name, coding: /** @type {const} */ ('brotli'), most, ...sizes };
  });
  return [...files, ...sums];
}

/** @param {number} bytes in units of 1,000 */
const kilobytes = (bytes) => (bytes / 1_000).toFixed(1);

/** @param {readonly Line[]} lines */
export function sizeTable(lines) {
  const rows = lines.map(({ name, raw, gzip: zipped, brotli, coding, most }) => [
    name,
    ...[raw, zipped, brotli].map(kilobytes),
    most === undefined ? 'none' : `${kilobytes(most)} ${coding}`,
  ]);
  const head = ['KB of 1,000 bytes', 'raw', 'gzip', 'brotli', 'budget'];
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  return [head, ...rows]
    .map(([name, ...cells]) =>
      [name.padEnd(widths[0]), ...cells.map((cell, at) => cell.padStart(widths[at + 1]))].join('  '),
    )
    .join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) console.log(sizeTable(await distSizes()));
