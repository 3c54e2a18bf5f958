import { compared } from '../harness/results.js';

/** @typedef {import('../harness/results.js').Result} Result */

/** A whole tenant, the largest answer that is usual. */
const TENANT = 20_000;
const LARGEST = 1_000_000;
/** The sizes in Chromium and in the other places. */
const SIZES = [TENANT, 100_000, LARGEST];
const SIZES_ELSEWHERE = [TENANT, LARGEST];

/** The highest ratios allowed in Chromium at 1,000,000 rows. @type {Readonly<Record<string, number>>} */
const TARGETS = Object.freeze({
  search: 0.25,
  'search in vain': 0.25,
  'sort by name': 0.25,
  'sort by reason': 0.25,
  'search and sort': 0.25,
  'CSV export': 0.4,
});
/** The highest ratio allowed at 20,000 rows, and in the other browsers at both sizes. */
const TARGET_ELSEWHERE = 0.4;

/** The jobs that share a row of the published table. @type {Readonly<Record<string, string>>} */
const GROUPS = Object.freeze({
  search: 'search',
  'search in vain': 'search',
});

/**
 * Search, filter, sort and export, compared with plain JavaScript on the parsed objects.
 * @param {import('../harness/plan.js').Plan} plan
 * @returns {AsyncGenerator<Result>}
 */
export async function* view(plan) {
  for await (const { name: environment, run } of plan.environments()) {
    for (const count of plan.sizes(environment === 'Chromium' ? SIZES : SIZES_ELSEWHERE)) {
      const byJob = await run('view.js', { answer: `rows-${count}-shuffled`, rounds: plan.rounds });
      const rows = `${count.toLocaleString('en-US')} rows`;
      for (const [job, samples] of Object.entries(byJob)) {
        // The first peer is the plain JavaScript.
        const [, plain, ...others] = Object.keys(samples);
        const line = { part: 'view', environment, work: `${job}, ${rows}`, samples };
        const shared = GROUPS[job] && { group: `${GROUPS[job]}, ${rows}`, member: job };
        yield compared({ ...line, ...shared, peer: plain, most: target(environment, job, count) });
        for (const peer of others) yield compared({ ...line, peer });
      }
    }
  }
}

/** @param {string} environment @param {string} job @param {number} count */
function target(environment, job, count) {
  if (environment === 'Node.js' || !Object.hasOwn(TARGETS, job) || !SIZES_ELSEWHERE.includes(count))
    return undefined;
  return environment === 'Chromium' && count === LARGEST ? TARGETS[job] : TARGET_ELSEWHERE;
}
