import { longestTask } from '../harness/longest-task.js';
import { startPageSites } from '../harness/page-sites.js';
import { buildPeerPages } from '../harness/peer-pages.js';
import { KOODRIVE, compared } from '../harness/results.js';
import { visit } from '../harness/visit.js';

/** @typedef {import('../harness/results.js').Result} Result */
/** @typedef {import('puppeteer-core').Page} Page */

const MINIMAL = 'minimal page';
const QUERY = '9@ex';

/** What a reader does with a report, and how that is done in each page. @type {Readonly<Record<string, Record<string, (page: Page) => Promise<void>>>>} */
const ACTIONS = Object.freeze({
  search: {
    [KOODRIVE]: (page) =>
      page.$eval(
        'koodrive-import-report >>> .search',
        (box, text) => {
          /** @type {HTMLInputElement} */ (box).value = text;
          box.dispatchEvent(new Event('input', { bubbles: true }));
        },
        QUERY,
      ),
    [MINIMAL]: (page) => page.evaluate((text) => /** @type {any} */ (window).search(text), QUERY),
  },
  'sort by name': {
    [KOODRIVE]: (page) =>
      page.$eval('koodrive-import-report >>> th.userName button', (button) =>
        /** @type {HTMLElement} */ (button).click(),
      ),
    [MINIMAL]: (page) => page.evaluate(() => /** @type {any} */ (window).sort()),
  },
});

/**
 * The longest task of the main thread while an answer is loaded, searched and sorted, without network delays.
 * @param {import('../harness/plan.js').Plan} plan
 * @returns {AsyncGenerator<Result>}
 */
export async function* tasks(plan) {
  await buildPeerPages();
  const chromium = await plan.chromium();
  const sites = await startPageSites();
  try {
    for (const count of plan.sizes([100_000])) {
      /** @type {Record<string, Record<string, number[]>>} */
      const byWork = {};
      const note = (
        /** @type {string} */ work,
        /** @type {string} */ contender,
        /** @type {number} */ time,
      ) => ((byWork[work] ??= {})[contender] ??= []).push(time);
      for (let round = 0; round < plan.rounds; round += 1) {
        for (const contender of round % 2
          ? Object.keys(sites.origins).reverse()
          : Object.keys(sites.origins)) {
          const origin = sites.origins[contender];
          await chromium.withPage(async (page) => {
            const load = () => visit(page, { contender, origin, taskId: `rows-${count}-shuffled` });
            note('load', contender, await longestTask(page, load));
            for (const [action, how] of Object.entries(ACTIONS)) {
              const act = how[contender];
              if (act)
                note(action, contender, await longestTask(page, () => act(page).then(() => shown(page))));
            }
          });
        }
      }
      for (const [work, samples] of Object.entries(byWork)) {
        for (const peer of Object.keys(samples).filter((name) => name !== KOODRIVE)) {
          yield compared({
            part: 'tasks',
            environment: chromium.name,
            work: `longest task, ${work}, ${count.toLocaleString('en-US')} rows`,
            samples: { [KOODRIVE]: samples[KOODRIVE], [peer]: samples[peer] },
            peer,
            most: work === 'load' && peer === MINIMAL ? 1.5 : undefined,
          });
        }
      }
    }
  } finally {
    await sites.close();
  }
}

/**
 * Waits until the page shows the result: koodrive's page searches only after a pause in typing.
 * @param {Page} page
 */
async function shown(page) {
  await page.waitForFunction(() => {
    const { view } = /** @type {any} */ (
      document.querySelector('koodrive-import-report') ?? { view: { search: true } }
    );
    return view.search;
  });
  await page.evaluate(
    () =>
      new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(undefined)))),
  );
}
