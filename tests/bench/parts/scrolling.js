import { startPageSites } from '../harness/page-sites.js';
import { buildPeerPages } from '../harness/peer-pages.js';
import { KOODRIVE, bounded } from '../harness/results.js';
import { scrollThrough } from '../harness/scroll.js';
import { spreadOf } from '../harness/spread.js';
import { visit } from '../harness/visit.js';

/** @typedef {import('../harness/results.js').Result} Result */
/** @typedef {import('../harness/scroll.js').Scrolled} Scrolled */

/** Few rounds are enough, as each has hundreds of frames. */
const MOST_ROUNDS = 4;

/** The selectors of the scrolling box and of a row. @type {Readonly<Record<string, { scroller: string, row: string }>>} */
const TABLES = Object.freeze({
  [KOODRIVE]: { scroller: 'koodrive-import-report >>> .table-frame', row: 'tr' },
  Tabulator: { scroller: '.tabulator-tableholder', row: '.tabulator-row' },
  'AG Grid': { scroller: '.ag-grid-viewport', row: '.ag-row' },
});

/**
 * Scrolling through the longest table for 5 s, and jumps to distant rows.
 * @param {import('../harness/plan.js').Plan} plan
 * @returns {AsyncGenerator<Result>}
 */
export async function* scrolling(plan) {
  await buildPeerPages();
  const chromium = await plan.chromium();
  const sites = await startPageSites();
  const [count] = plan.sizes([1_000_000, 100_000]);
  /** @type {Record<string, Scrolled[]>} */
  const scrolled = {};
  try {
    for (let round = 0; round < Math.min(plan.rounds, MOST_ROUNDS); round += 1) {
      for (const contender of round % 2 ? Object.keys(TABLES).reverse() : Object.keys(TABLES)) {
        const { scroller, row } = TABLES[contender];
        const outcome = await chromium.withPage(async (page) => {
          await page.setViewport({ width: 1280, height: 900 });
          await visit(page, { contender, origin: sites.origins[contender], taskId: `rows-${count}` });
          return page.$eval(scroller, scrollThrough, row);
        });
        (scrolled[contender] ??= []).push(outcome);
      }
    }
  } finally {
    await sites.close();
  }
  const common = { part: 'scrolling', environment: chromium.name, unit: 'ms' };
  const of = (/** @type {(all: Scrolled[]) => number[]} */ pick) =>
    Object.fromEntries(Object.entries(scrolled).map(([name, all]) => [name, spreadOf(pick(all))]));
  const rows = `${count.toLocaleString('en-US')} rows`;
  const frames = of((all) => all.flatMap((one) => one.frames));
  yield bounded({ ...common, work: `scrolling ${rows}, time of a frame`, contenders: frames }, 17);
  const blank = of((all) => all.map((one) => (100 * one.blankFrames) / one.frames.length));
  yield bounded({ ...common, unit: '%', work: `scrolling ${rows}, blank frames`, contenders: blank });
  const jumps = of((all) => all.map((one) => Math.max(...one.blankAfterJump)));
  yield bounded(
    { ...common, work: `scrolling ${rows}, longest wait for rows after a jump`, contenders: jumps },
    100,
  );
}
