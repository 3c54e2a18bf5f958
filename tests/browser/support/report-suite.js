import { after, afterEach, before, beforeEach } from 'node:test';
import { openEngine } from './shared-browsers.js';
import { MIXED_TASK, USER_ID, inside, untilState } from './report-page.js';
import { keepModel, renewElement } from './shared-page.js';
import { startSite } from './site.js';
import { TOKEN, openWitnessedPage } from './witness.js';

export { failures, fixture } from './answers.js';
export { MIXED_TASK, inside };

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('../../../web/report/koodrive-import-report.js').KooDriveImportReport} KooDriveImportReport */

/**
 * @typedef {object} ReportSuite
 * @property {import('puppeteer-core').BrowserContext} browser
 * @property {Awaited<ReturnType<typeof startSite>>} site
 * @property {Page} page with the strict policy; an error or policy violation in it fails the test
 */

/**
 * One browser and one site for the tests of a file; each test has a page of its own, or an element of its own in a page that
 * they share.
 * @param {object} [options]
 * @param {import('./browsers.js').BrowserName} [options.browser]
 * @param {typeof openEngine} [options.launch] default: `openEngine`
 * @param {string} [options.path] where each test begins
 * @param {Readonly<Record<string, string>>} [options.pages] as in `startSite`
 * @param {Readonly<Record<string, string>>} [options.pageHeaders] as in `startSite`
 * @param {Partial<import('puppeteer-core').Viewport>} [options.viewport]
 * @param {boolean} [options.sharesPage] for tests of the element alone, which change nothing else of the page: a new element in
 *   the same page takes a quarter of the CPU time that a new page takes (Chromium 156, Firefox 153, WebKitGTK 2.50)
 * @returns {ReportSuite} whose members are set before each test
 */
export function reportSuite({
  browser = 'chromium',
  launch = openEngine,
  path: start = '/?language=en-US',
  pages,
  pageHeaders,
  viewport,
  sharesPage = false,
} = {}) {
  const suite = /** @type {ReportSuite} */ ({});
  const size = { width: 1280, height: 900, ...viewport };
  /** @type {Awaited<ReturnType<typeof openWitnessedPage>> | undefined} */
  let witness;
  const openPage = async () => {
    const opened = await openWitnessedPage(suite.browser);
    await opened.page.setViewport(size);
    await opened.page.goto(suite.site.origin + start);
    await opened.page.waitForFunction(() => customElements.get('koodrive-import-report'));
    if (sharesPage) await keepModel(opened.page);
    return opened;
  };
  before(async () => {
    suite.browser = await launch(browser);
    suite.site = await startSite(undefined, undefined, pages, pageHeaders);
  });
  after(async () => {
    await witness?.close();
    await suite.browser?.close();
    await suite.site?.close();
  });
  beforeEach(async () => {
    witness ??= await openPage();
    suite.page = witness.page;
    if (!sharesPage) return;
    await suite.page.setViewport(size);
    await renewElement(suite.page);
    await settled(suite.page);
  });
  afterEach(async () => {
    if (sharesPage) return witness?.check();
    const closing = witness;
    witness = undefined;
    await closing?.close();
  });
  return suite;
}

/**
 * Loads a task from the simulator into the element.
 * @param {Page} page
 * @param {string} taskId
 * @param {string} [state] the expected final state
 */
export async function load(page, taskId, state = 'report') {
  await page.$eval(
    'koodrive-import-report',
    (element, task, userId, accessToken) => {
      const report = /** @type {KooDriveImportReport} */ (element);
      Object.assign(report, { userId, credentials: { accessToken } });
      void report.load(task);
    },
    taskId,
    USER_ID,
    TOKEN,
  );
  await untilState(page, state);
  await settled(page);
}

/**
 * Opens a saved answer.
 * @param {Page} page
 * @param {object | string} answer its `data`, or the whole text
 * @param {string} [name] of the file
 */
export async function open(page, answer, name = 'saved.json') {
  const text = typeof answer === 'string' ? answer : JSON.stringify({ code: 0, data: answer });
  await page.$eval(
    'koodrive-import-report',
    (element, content, fileName) =>
      void (/** @type {KooDriveImportReport} */ (element).open(new File([content], fileName))),
    text,
    name,
  );
  await untilState(page, 'report', 'error', 'no-result');
  await settled(page);
}

/**
 * Waits until the element has drawn everything.
 * @param {Page} page
 */
export async function settled(page) {
  await page.waitForFunction(async () => {
    const element = /** @type {any} */ (document.querySelector('koodrive-import-report'));
    await element.updateComplete;
    await new Promise(requestAnimationFrame);
    return !element.isUpdatePending;
  });
}

/**
 * The texts of all elements that match, with white space collapsed.
 * @param {Page} page
 * @param {string} selector in the shadow tree
 */
export function textsOf(page, selector) {
  return page.$eval(
    'koodrive-import-report',
    (element, wanted) =>
      [...(element.shadowRoot?.querySelectorAll(wanted) ?? [])].map(
        (node) => node.textContent?.replace(/[^\S\u00a0]+/g, ' ').trim() ?? '',
      ),
    selector,
  );
}

/**
 * @param {Page} page
 * @param {string} selector in the shadow tree
 */
export async function textOf(page, selector) {
  const [text] = await textsOf(page, selector);
  return text;
}

/**
 * Waits until an element's text matches.
 * @param {Page} page
 * @param {string} selector in the shadow tree
 * @param {RegExp} pattern
 */
export async function untilText(page, selector, pattern) {
  await page.waitForFunction(
    (wanted, source, flags) => {
      const root = document.querySelector('koodrive-import-report')?.shadowRoot;
      return new RegExp(source, flags).test(root?.querySelector(wanted)?.textContent ?? '');
    },
    { timeout: 10_000 },
    selector,
    pattern.source,
    pattern.flags,
  );
  await settled(page);
}

/**
 * Opens the menu of exports and waits for its entries, which are loaded after the report.
 * @param {Page} page
 */
export async function openMenu(page) {
  await press(page, '.menu summary');
  await page.waitForFunction(() =>
    document.querySelector('koodrive-import-report')?.shadowRoot?.querySelector('.menu-item'),
  );
}

/**
 * Clicks on an element that is found by its text, as soon as it is there.
 * @param {Page} page
 * @param {string} selector in the shadow tree
 * @param {string | RegExp} [text] default: the first that matches
 */
export async function press(page, selector, text = '') {
  const found = await page
    .waitForFunction(
      (wanted, source, flags) => {
        const root = document.querySelector('koodrive-import-report')?.shadowRoot;
        const pattern = new RegExp(source, flags);
        return [...(root?.querySelectorAll(wanted) ?? [])].find((node) =>
          pattern.test(node.textContent?.replace(/\s+/g, ' ').trim() ?? ''),
        );
      },
      { timeout: 10_000 },
      selector,
      typeof text === 'string' ? text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&') : text.source,
      typeof text === 'string' ? '' : text.flags,
    )
    .catch((cause) => {
      throw new Error(`nothing to press: ${selector} ${text}`, { cause });
    });
  await /** @type {import('puppeteer-core').ElementHandle<Element>} */ (found.asElement()).click();
  await settled(page);
}

/**
 * Types into the search box and waits for the rows.
 * @param {Page} page
 * @param {string} text
 */
export async function search(page, text) {
  await page.$eval(inside('.search'), (box) => /** @type {HTMLInputElement} */ (box).select());
  if (text) await page.type(inside('.search'), text);
  else await page.keyboard.press('Delete');
  await page.waitForFunction(
    (wanted) => {
      const element = /** @type {any} */ (document.querySelector('koodrive-import-report'));
      return (element.view.search ?? '') === wanted && !element.isUpdatePending;
    },
    { timeout: 10_000 },
    text,
  );
  await settled(page);
}

/**
 * The rows of the table that are drawn, in order.
 * @param {Page} page
 */
export function drawnRows(page) {
  return page.$eval('koodrive-import-report', (element) =>
    [...(element.shadowRoot?.querySelectorAll('tbody tr') ?? [])].map((row) => ({
      index: Number(row.getAttribute('aria-rowindex')),
      position: row.querySelector('.position')?.textContent ?? '',
      name: row.querySelector('.userName')?.textContent?.trim() ?? '',
      reason: row.querySelector('.desc')?.textContent?.trim() ?? '',
      chosen: row.classList.contains('chosen'),
    })),
  );
}

/** @param {Page} page */
export const drawnNames = async (page) => (await drawnRows(page)).map(({ name }) => name);

/**
 * The clipboard's text, obtained by pasting it, because reading it needs a permission.
 * @param {Page} page
 */
export async function pasted(page) {
  await page.evaluate(() => {
    const place = document.createElement('textarea');
    place.id = 'pasted';
    document.body.append(place);
    place.focus();
  });
  await page.keyboard.down('Control');
  await page.keyboard.press('KeyV');
  await page.keyboard.up('Control');
  const text = await page.$eval('#pasted', (place) => /** @type {HTMLTextAreaElement} */ (place).value);
  await page.$eval('#pasted', (place) => place.remove());
  return text;
}

/**
 * @param {Page} page
 * @param {string} modifier
 * @param {import('puppeteer-core').KeyInput} key
 */
export async function chord(page, modifier, key) {
  await page.keyboard.down(/** @type {import('puppeteer-core').KeyInput} */ (modifier));
  await page.keyboard.press(key);
  await page.keyboard.up(/** @type {import('puppeteer-core').KeyInput} */ (modifier));
  await settled(page);
}
