import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fixturesFolder } from './site.js';

/**
 * An answer of the corpus.
 * @param {string} name without its extension
 * @returns {Promise<string>}
 */
export const fixture = (name) => readFile(path.join(fixturesFolder, `${name}.json`), 'utf8');

/**
 * A saved answer with failures that are named by their number and have the same reason.
 * @param {number} count
 * @param {(n: number) => { userName?: string | null, desc?: string | null }} [row]
 */
export function failures(
  count,
  row = (n) => ({ userName: `user ${n}`, desc: 'The email address is not valid' }),
) {
  return {
    successCount: 3 * count,
    failCount: count,
    failInfoList: Array.from({ length: count }, (_, n) => row(n + 1)),
  };
}
