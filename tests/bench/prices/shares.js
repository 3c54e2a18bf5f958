import { SourceMap } from 'node:module';

/** Bytes by the name of a part. @typedef {Record<string, number>} Shares */

/**
 * Attributes each character of a script to the source that it comes from.
 * @param {string} script
 * @param {{ version: number, sources: string[], mappings: string }} map
 * @param {(source: string, line: number, column: number) => string} partOf
 * @returns {Shares}
 */
export function scriptShares(script, map, partOf) {
  const sourceMap = new SourceMap(/** @type {any} */ (map));
  /** @type {Shares} */
  const shares = {};
  for (const [line, text] of script.split('\n').entries()) {
    for (let column = 0; column < text.length; column += 1) {
      const entry = sourceMap.findEntry(line, column);
      const part = 'originalSource' in entry ? partOfEntry(entry) : UNMAPPED;
      shares[part] = (shares[part] ?? 0) + 1;
    }
  }
  return shares;

  /** @param {import('node:module').SourceMapping} entry */
  function partOfEntry({ originalSource, originalLine, originalColumn }) {
    return partOf(originalSource, originalLine, originalColumn);
  }
}

const UNMAPPED = 'between the modules';

/**
 * @param {Shares} shares
 * @param {number} weight what they weigh together
 * @returns {Shares} in the same proportions
 */
export function scaled(shares, weight) {
  const total = Object.values(shares).reduce((sum, share) => sum + share, 0);
  return Object.fromEntries(Object.entries(shares).map(([part, share]) => [part, (share / total) * weight]));
}

/**
 * @param {readonly Shares[]} all
 * @returns {Shares} the sum by part
 */
export function summed(all) {
  /** @type {Shares} */
  const sum = {};
  for (const [part, share] of all.flatMap((shares) => Object.entries(shares)))
    sum[part] = (sum[part] ?? 0) + share;
  return sum;
}
