import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { distSizes, sizesOf } from '../../size/sizes.js';
import { PEERS, buildPeerPages, builtPage } from '../harness/peer-pages.js';
import { KOODRIVE, bounded, spreads } from '../harness/results.js';

/** @typedef {import('../harness/results.js').Result} Result */
/** @typedef {import('../../size/sizes.js').Sizes} Sizes */

const COMMON = { part: 'size', environment: 'dist/', unit: 'KB' };
/** The sum that is compared with the peers. */
const WHOLE_PAGE = 'all of the first load';

/** The sizes in the published table; the other budgets are for tests/size alone. */
const SHOWN = [
  'koodrive.wasm',
  'koodrive-xlsx.js',
  'koodrive-import-report.html',
  'JavaScript of the first load',
  WHOLE_PAGE,
];

/**
 * The sizes of each file of dist/ and of the peers' pages: raw, gzip and brotli, in units of 1,000 bytes.
 * @returns {AsyncGenerator<Result>}
 */
export async function* size() {
  await buildPeerPages();
  const peers = await Promise.all(
    Object.entries(PEERS).map(async ([name, folder]) => ({
      name,
      sizes: await folderSizes(builtPage(folder)),
    })),
  );
  for (const { name, coding, most, raw, gzip, brotli } of await distSizes()) {
    const figures = { raw, gzip, brotli };
    for (const unit of /** @type {const} */ (['raw', 'gzip', 'brotli'])) {
      const others = name === WHOLE_PAGE ? peers.map((peer) => [peer.name, [peer.sizes[unit] / 1_000]]) : [];
      const contenders = spreads({ [KOODRIVE]: [figures[unit] / 1_000], ...Object.fromEntries(others) });
      const isShown = unit === coding && SHOWN.includes(name);
      const limit = isShown && most !== undefined ? most / 1_000 : undefined;
      yield bounded({ ...COMMON, work: `${name}, ${unit}`, contenders }, limit);
    }
  }
}

/**
 * @param {string} folder
 * @returns {Promise<Sizes>} of all its files together, each compressed by itself
 */
async function folderSizes(folder) {
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.(html|js|css)$/.test(name));
  const all = await Promise.all(names.map(async (name) => sizesOf(await readFile(path.join(folder, name)))));
  const sum = (/** @type {keyof Sizes} */ unit) => all.reduce((total, sizes) => total + sizes[unit], 0);
  return { raw: sum('raw'), gzip: sum('gzip'), brotli: sum('brotli') };
}
