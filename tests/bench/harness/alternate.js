/**
 * Times contenders against each other, in a page or in Node.js. Each round runs all of them, starting with another one, so
 * that other load on the machine affects all alike.
 */

/**
 * @template T what a run makes
 * @typedef {object} Contender
 * @property {() => T | Promise<T>} run what is timed
 * @property {(made: T) => void} [release] gives back what a run made; not timed
 */

/** In milliseconds. A shorter run is repeated within its round, as the clocks of browsers are coarse. */
const SHORTEST_SAMPLE_MS = 20;

/** How long a contender runs before it is timed, so that engines have optimized its code. */
const WARM_UP_MS = 600;

/**
 * @param {Record<string, Contender<any>>} contenders
 * @param {number} rounds that count
 * @returns {Promise<Record<string, number[]>>} milliseconds of one run, by contender and round
 */
export async function alternate(contenders, rounds) {
  const names = Object.keys(contenders);
  /** @type {Record<string, number>} */
  const repeats = {};
  /** @type {Record<string, number[]>} */
  const samples = {};
  for (const name of names) {
    const elapsed = await warmUp(contenders[name]);
    repeats[name] = Math.max(1, Math.ceil(SHORTEST_SAMPLE_MS / elapsed));
    samples[name] = [];
  }
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(turn + round) % names.length];
      collectGarbage();
      samples[name].push(await timed(contenders[name], repeats[name]));
    }
  }
  return samples;
}

/**
 * @param {Contender<any>} contender
 * @returns {Promise<number>} milliseconds of the last run
 */
async function warmUp(contender) {
  const end = performance.now() + WARM_UP_MS;
  for (;;) {
    const elapsed = await timed(contender, 1);
    if (performance.now() >= end) return Math.max(elapsed, 0.001);
  }
}

/**
 * @param {Contender<any>} contender
 * @param {number} repeats
 */
async function timed({ run, release }, repeats) {
  let elapsed = 0;
  for (let done = 0; done < repeats; done += 1) {
    const start = performance.now();
    const made = await run();
    elapsed += performance.now() - start;
    release?.(made);
  }
  return elapsed / repeats;
}

/** Keeps one contender's garbage from being collected during the run of another, in the engines that offer it: those of V8. */
export function collectGarbage() {
  /** @type {{ gc?: () => void }} */ (globalThis).gc?.();
}
