/** A median with its quartiles. @typedef {{ median: number, lower: number, upper: number, count: number }} Spread */

/**
 * @param {readonly number[]} samples at least one
 * @returns {Spread}
 */
export function spreadOf(samples) {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => {
    const place = (sorted.length - 1) * share;
    const below = Math.floor(place);
    const above = Math.ceil(place);
    return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
  };
  return { median: at(0.5), lower: at(0.25), upper: at(0.75), count: samples.length };
}

/**
 * The ratio of two contenders, taken round by round: a machine that is slow for a while is slow for both.
 * @param {readonly number[]} samples
 * @param {readonly number[]} peer samples of the same rounds
 */
export function ratioOf(samples, peer) {
  return spreadOf(samples.map((sample, round) => sample / peer[round]));
}
