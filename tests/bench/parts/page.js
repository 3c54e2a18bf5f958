import { startPageSites } from '../harness/page-sites.js';
import { buildPeerPages } from '../harness/peer-pages.js';
import { KOODRIVE, compared } from '../harness/results.js';
import { visit } from '../harness/visit.js';

/** @typedef {import('../harness/results.js').Result} Result */

/** @typedef {import('../harness/environments.js').BrowserEnvironment} BrowserEnvironment */
/** @typedef {import('../harness/visit.js').Visited} Visited */
/** @typedef {Awaited<ReturnType<typeof startPageSites>>} PageSites */

const MINIMAL = 'minimal page';
/** A whole tenant, the largest answer that is usual. */
const TENANT = 20_000;

/** The slow line: 10 Mbit/s and 40 ms. */
const NETWORK = Object.freeze({
  offline: false,
  latency: 40,
  downloadThroughput: 10_000_000 / 8,
  uploadThroughput: 10_000_000 / 8,
});

const COLD = 'cold cache';
const WARM = 'warm cache';
const SIZES = [10, 1_000, TENANT, 100_000];
/** The sizes of warm visits, and of all visits in the other browsers. */
const FEW_SIZES = [10, TENANT];

/** The highest ratios allowed in Chromium, by cache, rows and peer. @type {Readonly<Record<string, Readonly<Record<number, Record<string, number>>>>>} */
const TARGETS = Object.freeze({
  [COLD]: {
    10: { [MINIMAL]: 1.55, Tabulator: 0.95, 'AG Grid': 0.5 },
    [TENANT]: { [MINIMAL]: 1.3 },
    100_000: { [MINIMAL]: 1.2 },
  },
  [WARM]: { 10: { Tabulator: 0.9 } },
});

/** The same for the time from the last byte of the answer, at this many rows with an empty cache. */
const AFTER_LAST_BYTE = Object.freeze({ rows: TENANT, targets: { [MINIMAL]: 1 } });

/**
 * The time until the report is painted: from the start of the navigation with empty and with filled caches, and from the
 * answer's last byte.
 * @param {import('../harness/plan.js').Plan} plan
 * @returns {AsyncGenerator<Result>}
 */
export async function* page(plan) {
  await buildPeerPages();
  const sites = await startPageSites();
  try {
    for await (const browser of plan.browsers()) {
      for (const cache of browser.keepsFiles ? [COLD, WARM] : [COLD]) {
        const isShort = cache === WARM || browser.name !== 'Chromium';
        for (const count of plan.sizes(isShort ? FEW_SIZES : SIZES)) {
          const visits = await inTurns(plan.rounds, Object.keys(sites.origins), (contender) =>
            oneVisit(browser, cache, {
              contender,
              origin: sites.origins[contender],
              taskId: `rows-${count}`,
            }),
          );
          yield* comparedVisits(browser.name, cache, count, visits);
        }
      }
    }
  } finally {
    await sites.close();
  }
}

/**
 * The first round only warms up the server and the browser's processes.
 * @param {number} rounds that count
 * @param {readonly string[]} contenders
 * @param {(contender: string) => Promise<Visited>} measure
 */
async function inTurns(rounds, contenders, measure) {
  /** @type {Record<string, Visited[]>} */
  const visits = Object.fromEntries(contenders.map((name) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (let turn = 0; turn < contenders.length; turn += 1) {
      const contender = contenders[(turn + round + 1) % contenders.length];
      const visited = await measure(contender);
      if (round >= 0) visits[contender].push(visited);
    }
  }
  return visits;
}

/**
 * @param {BrowserEnvironment} browser
 * @param {string} cache
 * @param {Parameters<typeof visit>[1]} where
 */
function oneVisit({ hasSlowLine, withSession }, cache, where) {
  return withSession(async (newPage) => {
    if (cache === WARM) {
      const first = await newPage();
      await visit(first, where);
      await first.close();
    }
    const opened = await newPage();
    if (hasSlowLine) await slowDown(opened);
    return visit(opened, where);
  });
}

/** @param {import('puppeteer-core').Page} opened */
async function slowDown(opened) {
  const session = await opened.createCDPSession();
  // No response bodies are kept for DevTools, as that would cost the page time.
  await session.send('Network.enable', { maxTotalBufferSize: 0, maxResourceBufferSize: 0 });
  await session.send('Network.emulateNetworkConditions', NETWORK);
}

/**
 * @param {string} environment
 * @param {string} cache
 * @param {number} count
 * @param {Record<string, Visited[]>} visits by contender
 * @returns {Generator<Result>}
 */
function* comparedVisits(environment, cache, count, visits) {
  const rows = `${count.toLocaleString('en-US')} rows, ${cache}`;
  const against = function* (
    /** @type {string} */ work,
    /** @type {(visited: Visited) => number} */ time,
    /** @type {Record<string, number>} */ targets = {},
  ) {
    const samples = Object.fromEntries(Object.entries(visits).map(([name, list]) => [name, list.map(time)]));
    for (const peer of Object.keys(visits).filter((name) => name !== KOODRIVE)) {
      const most = environment === 'Chromium' ? targets[peer] : undefined;
      yield compared({ part: 'page', environment, work: `${work}, ${rows}`, samples, peer, most });
    }
  };
  yield* against('navigation to painted report', ({ painted }) => painted, TARGETS[cache][count]);
  if (count >= AFTER_LAST_BYTE.rows) {
    const targets = count === AFTER_LAST_BYTE.rows && cache === COLD ? AFTER_LAST_BYTE.targets : {};
    yield* against('last byte to painted report', ({ painted, lastByte }) => painted - lastByte, targets);
  }
}
