import { compared } from '../harness/results.js';

/** @typedef {import('../harness/results.js').Result} Result */

const LARGEST = 1_000_000;

/** The highest ratios allowed at 1,000,000 rows. @type {Readonly<Record<string, number>>} */
const TARGETS = Object.freeze({
  search: 0.25,
  'search in vain': 0.25,
  'sort by name': 0.25,
  'sort by reason': 0.25,
  'search and sort': 0.25,
  'CSV export': 0.5,
});

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
  for (const environment of await plan.environments()) {
    const isBrowser = environment.name === 'Chromium';
    for (const count of plan.sizes(isBrowser ? [100_000, LARGEST] : [LARGEST])) {
      const byJob = await environment.run('view.js', {
        answer: `rows-${count}-shuffled`,
        rounds: plan.rounds,
      });
      for (const [job, samples] of Object.entries(byJob)) {
        const work = `${job}, ${count.toLocaleString('en-US')} rows`;
        for (const [place, peer] of Object.keys(samples).slice(1).entries()) {
          // The first peer is the plain JavaScript.
          const most = isBrowser && count === LARGEST && place === 0 ? TARGETS[job] : undefined;
          const common = { part: 'view', environment: environment.name, work, samples, peer, most };
          yield compared({ ...common, group: GROUPS[job] && `${GROUPS[job]}, 1,000,000 rows`, member: job });
        }
      }
    }
  }
}
