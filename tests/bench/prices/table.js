import { short } from '../harness/tables.js';

/** @typedef {import('./weights.js').Weights} Weights */
/** @typedef {import('./evaluation.js').Costs} Costs */

/**
 * The tables of the price list.
 * @param {readonly Weights[]} weights
 * @param {readonly import('./wasm-shares.js').Symbol[]} functions the largest ones
 * @param {Costs} costs
 * @param {{ date: string, versions: string }} run
 */
export function priceTables(weights, functions, costs, { date, versions }) {
  const all = weights.reduce((sum, { parts }) => sum + total(parts), 0);
  const share = (/** @type {number} */ bytes) => `${((100 * bytes) / all).toFixed(1)} %`;
  const kilobytes = (/** @type {number} */ bytes) => short(bytes / 1_000);
  return [
    `${date}, ${versions}. Reproduce with \`node tests/bench/price-list.js --readme\`.`,
    '',
    ...table(
      ['Part of the first load', 'KB of brotli', 'Share'],
      [
        ...weights.flatMap(({ of, parts }) => [
          [`**${of}**`, `**${kilobytes(total(parts))}**`, `**${share(total(parts))}**`],
          ...Object.entries(parts)
            .sort(([, a], [, b]) => b - a)
            .map(([part, bytes]) => [part, kilobytes(bytes), share(bytes)]),
        ]),
        ['**all of the first load**', `**${kilobytes(all)}**`, ''],
      ],
    ),
    '',
    ...table(
      ['Largest functions of koodrive.wasm', 'KB before compression'],
      functions.map(({ name, size }) => [`\`${name}\``, kilobytes(size)]),
    ),
    '',
    ...table(
      ['Step', 'ms'],
      Object.entries(costs).map(([step, cost]) => [step, short(cost)]),
    ),
  ].join('\n');
}

/** @param {import('./shares.js').Shares} parts */
const total = (parts) => Object.values(parts).reduce((sum, bytes) => sum + bytes, 0);

/** @param {readonly string[]} head @param {readonly (readonly string[])[]} rows */
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
