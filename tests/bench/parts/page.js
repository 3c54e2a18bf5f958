import { startPageSites } from '../harness/page-sites.js';
import { buildPeerPages } from '../harness/peer-pages.js';
import { KOODRIVE, compared } from '../harness/results.js';
import { visit } from '../harness/visit.js';

/** @typedef {import('../harness/results.js').Result} Result */

const MINIMAL = 'minimal page';

/** The slow line: 10 Mbit/s and 40 ms. */
const NETWORK = Object.freeze({
  offline: false,
  latency: 40,
  downloadThroughput: 10_000_000 / 8,
  uploadThroughput: 10_000_000 / 8,
});

/** The highest ratios allowed, by rows and peer. @type {Readonly<Record<number, Record<string, number>>>} */
const TARGETS = Object.freeze({
  10: { [MINIMAL]: 1.5, Tabulator: 0.5, 'AG Grid': 0.5 },
  100_000: { [MINIMAL]: 1.2 },
});

/**
 * The time from the start of the navigation until the report is painted, with empty caches over a slow line.
 * @param {import('../harness/plan.js').Plan} plan
 * @returns {AsyncGenerator<Result>}
 */
export async function* page(plan) {
  await buildPeerPages();
  const chromium = await plan.chromium();
  const sites = await startPageSites();
  const contenders = Object.keys(sites.origins);
  try {
    for (const count of plan.sizes([10, 1_000, 100_000])) {
      /** @type {Record<string, number[]>} */
      const samples = Object.fromEntries(contenders.map((name) => [name, []]));
      // The first round only warms up the server and the browser's processes.
      for (let round = -1; round < plan.rounds; round += 1) {
        for (let turn = 0; turn < contenders.length; turn += 1) {
          const contender = contenders[(turn + round + 1) % contenders.length];
          const painted = await chromium.withPage(async (opened) => {
            const session = await opened.createCDPSession();
            // No response bodies are kept for DevTools, as that would cost the page time.
            await session.send('Network.enable', { maxTotalBufferSize: 0, maxResourceBufferSize: 0 });
            await session.send('Network.emulateNetworkConditions', NETWORK);
            return visit(opened, { contender, origin: sites.origins[contender], taskId: `rows-${count}` });
          });
          if (round >= 0) samples[contender].push(painted);
        }
      }
      const work = `navigation to painted report, ${count.toLocaleString('en-US')} rows, cold cache`;
      for (const peer of contenders.filter((name) => name !== KOODRIVE))
        yield compared({
          part: 'page',
          environment: chromium.name,
          work,
          samples,
          peer,
          most: TARGETS[count]?.[peer],
        });
    }
  } finally {
    await sites.close();
  }
}
