import { ratioOf, spreadOf } from './spread.js';

/** @typedef {import('./spread.js').Spread} Spread */

/** What must be reached. @typedef {{ least?: number, most: number, says: string }} Target */

/**
 * A line of the tables: a figure, the samples behind it, and whether it meets its target.
 * @typedef {object} Result
 * @property {string} part the benchmark
 * @property {string} environment where it ran
 * @property {string} work
 * @property {string} [group] what it has in common with others that tests/bench/README.md shows in the same row
 * @property {string} [member] what it is called in that row
 * @property {string} unit of the contenders' figures
 * @property {Record<string, Spread>} contenders
 * @property {string} [peer] whose figure koodrive's was divided by
 * @property {Spread} figure koodrive's ratio to the peer where there is one, else koodrive's own figure
 * @property {Target} [target]
 * @property {boolean} [reached]
 */

/** The contender that all others are compared with. */
export const KOODRIVE = 'koodrive';

/**
 * @typedef {object} Comparison
 * @property {string} part
 * @property {string} environment
 * @property {string} work
 * @property {string} [group]
 * @property {string} [member]
 * @property {string} [unit] default: ms
 * @property {Record<string, readonly number[]>} samples by contender and round
 * @property {string} peer
 * @property {number} [most] the greatest ratio that is good enough
 */

/**
 * A result: koodrive's figures divided by a peer's.
 * @param {Comparison} comparison
 * @returns {Result}
 */
export function compared({ samples, peer, most, unit = 'ms', ...line }) {
  const figure = ratioOf(samples[KOODRIVE], samples[peer]);
  return withTarget(
    { ...line, unit, contenders: spreads(samples), peer, figure },
    most === undefined ? undefined : { most, says: `≤ ${most} × ${peer}` },
  );
}

/**
 * A result: koodrive's figure by itself.
 * @param {Omit<Result, 'figure'>} line
 * @param {number} [most] the greatest figure that is good enough
 * @returns {Result}
 */
export function bounded(line, most) {
  return withTarget(
    { ...line, figure: line.contenders[KOODRIVE] },
    most === undefined ? undefined : { most, says: `≤ ${most.toLocaleString('en-US')} ${line.unit}` },
  );
}

/**
 * A result: how koodrive's median grows with the rows. A factor of 100 for 100 times the rows is linear growth.
 * @param {Pick<Result, 'part' | 'environment' | 'work' | 'group' | 'member' | 'unit'>} line
 * @param {Result} small
 * @param {Result} large
 * @returns {Result}
 */
export function grown(line, small, large) {
  const growth = large.contenders[KOODRIVE].median / small.contenders[KOODRIVE].median;
  return withTarget(
    { ...line, contenders: {}, figure: spreadOf([growth]) },
    { least: 80, most: 120, says: '80 to 120 times' },
  );
}

/**
 * @param {Result} result
 * @param {Target} [target]
 * @returns {Result}
 */
function withTarget(result, target) {
  return target ? { ...result, target, reached: isWithin(result.figure.median, target) } : result;
}

/**
 * @param {number} value
 * @param {Target} target
 */
const isWithin = (value, { least = -Infinity, most }) => least <= value && value <= most;

/** @param {Record<string, readonly number[]>} samples */
export const spreads = (samples) =>
  Object.fromEntries(Object.entries(samples).map(([name, list]) => [name, spreadOf(list)]));
