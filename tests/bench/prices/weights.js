import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { FILES } from '../../size/budgets.js';
import { sizesOf } from '../../size/sizes.js';
import { partsOf } from './script-parts.js';
import { scaled, scriptShares, summed } from './shares.js';
import { functionShares } from './wasm-shares.js';

/** @typedef {import('./shares.js').Shares} Shares */
/** What something weighs in brotli by its parts. @typedef {{ of: string, parts: Shares }} Weights */

const dist = new URL('../../../dist/', import.meta.url);
const sources = fileURLToPath(new URL('../../../src', import.meta.url));

/** The numbers of the sections of a WebAssembly module that weigh most. */
const CODE = 10;
const DATA = 11;

/** The files that are loaded before a report can be shown. */
const first = Object.keys(FILES).filter((name) => FILES[name].load === 'first');

/** Its scripts. */
export const firstScripts = first.filter((name) => name.endsWith('.js'));

/**
 * The parts of the first load by weight. A part of a file counts with its share of the file's bytes before compression.
 * @param {readonly import('./wasm-shares.js').Symbol[]} functions of the WebAssembly module
 * @returns {Promise<Weights[]>}
 */
export async function firstLoadWeights(functions) {
  const others = first.filter((name) => !/\.(js|wasm)$/.test(name));
  return [
    { of: 'JavaScript', parts: summed(await Promise.all(firstScripts.map(scriptWeights))) },
    {
      of: 'koodrive.wasm',
      parts: await moduleWeights(functionShares(functions, sources)),
    },
    {
      of: 'other files',
      parts: Object.fromEntries(await Promise.all(others.map(async (name) => [name, await weightOf(name)]))),
    },
  ];
}

/** @param {string} name of dist/ */
const weightOf = async (name) => (await sizesOf(await readFile(new URL(name, dist)))).brotli;

/** @param {string} name @returns {Promise<Shares>} */
async function scriptWeights(name) {
  const map = JSON.parse(await readFile(new URL(`${name}.map`, dist), 'utf8'));
  const shares = scriptShares(await readFile(new URL(name, dist), 'utf8'), map, partsOf(map));
  return scaled(shares, await weightOf(name));
}

/**
 * @param {Shares} functions
 * @returns {Promise<Shares>} by section; the section of code by function
 */
async function moduleWeights(functions) {
  const bytes = await readFile(new URL('koodrive.wasm', dist));
  const sections = sectionsOf(bytes);
  const weigh = async (/** @type {Buffer[]} */ parts) => (await sizesOf(Buffer.concat(parts))).brotli;
  const pick = (/** @type {(id: number) => boolean} */ is) =>
    sections.filter(({ id }) => is(id)).map(({ content }) => content);
  // Compressed by themselves, the sections weigh more than together.
  const { code, ...others } = scaled(
    {
      code: await weigh(pick((id) => id === CODE)),
      'data: texts and tables': await weigh(pick((id) => id === DATA)),
      'types, imports and other sections': await weigh(pick((id) => id !== CODE && id !== DATA)),
    },
    await weightOf('koodrive.wasm'),
  );
  return { ...scaled(functions, code), ...others };
}

/**
 * Each section of a module: https://webassembly.github.io/spec/core/binary/modules.html
 * @param {Buffer} bytes
 */
function sectionsOf(bytes) {
  const sections = [];
  for (let at = 8; at < bytes.length;) {
    const id = bytes[at];
    let size = 0;
    let shift = 0;
    let byte;
    do {
      at += 1;
      byte = bytes[at];
      size += (byte & 0x7f) * 2 ** shift;
      shift += 7;
    } while (byte & 0x80);
    at += 1;
    sections.push({ id, content: bytes.subarray(at, at + size) });
    at += size;
  }
  return sections;
}
