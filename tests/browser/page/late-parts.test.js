import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { EVERY_BROWSER } from '../support/browsers.js';
import { closeAll, until } from '../support/client-page.js';
import { broken, overloaded, silent, startFaultySite } from '../support/faulty-site.js';
import { USER_ID, askFor, untilState } from '../support/report-page.js';
import {
  MIXED_TASK,
  failures,
  inside,
  open,
  press,
  settled,
  textOf,
  untilText,
} from '../support/report-suite.js';
import { openEngine } from '../support/shared-browsers.js';
import { headerOf } from '../support/site.js';
import { TOKEN, openWitnessedPage } from '../support/witness.js';

const CHINESE = '/koodrive-zh-CN.js';
const PORTAL = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Portal</title>
<script type="module" src="/koodrive-import-report.js"></script></head>
<body><koodrive-import-report locale="zh-CN"></koodrive-import-report></body></html>`;
const WORKBOOK = '/koodrive-xlsx.js';
const DISPLAY = '/koodrive-report-display.js';
const EXPORTS = '/koodrive-exports.js';

for (const browserName of EVERY_BROWSER) {
  describe(`a part that is loaded when it is needed, in ${browserName}`, () => {
    /** @type {import('puppeteer-core').BrowserContext} */
    let browser;
    /** @type {Awaited<ReturnType<typeof startFaultySite>>} */
    let site;
    /** @type {Awaited<ReturnType<typeof openWitnessedPage>>} */
    let witness;
    before(async () => {
      browser = await openEngine(browserName);
    });
    after(() => closeAll(browser));
    beforeEach(async () => {
      site = await startFaultySite({ '/portal.html': PORTAL });
      witness = await openWitnessedPage(browser);
      await witness.page.setViewport({ width: 1280, height: 900 });
    });
    afterEach(() => closeAll(witness, site));

    /** @param {string} language */
    const start = (language) => visit(`/?language=${language}`);

    /** Goes to a page without waiting for all that it loads. @param {string} path */
    const visit = async (path) => {
      await witness.page.goto(site.origin + path, { waitUntil: 'domcontentloaded' });
      await witness.page.waitForFunction(() => customElements.get('koodrive-import-report'));
    };

    it('can be had with the second try when the first request failed, as the notice says', async () => {
      const { page } = witness;
      await start('en-US');
      await page.evaluate(() => (HTMLAnchorElement.prototype.click = () => {}));
      await open(page, failures(3));
      site.answer(WORKBOOK, broken);
      await press(page, '.menu summary');
      await press(page, '.menu-item', 'Excel workbook');
      await untilText(page, '[role=status]', /could not be loaded/);
      assert.match(await textOf(page, '[role=status]'), /Try again.*reload the page/);
      site.answer(WORKBOOK);
      for (let time = 0; time < 2; time += 1) {
        await press(page, '.menu-item', 'Excel workbook');
        await untilText(page, '[role=status]', /^Saved as .*\.xlsx/);
      }
    });

    it('is asked for after the report is shown, so that the report can be saved without the network', async () => {
      const { page } = witness;
      await start('en-US');
      await page.evaluate(() => (HTMLAnchorElement.prototype.click = () => {}));
      await open(page, failures(3));
      await page.waitForFunction(
        (path) => performance.getEntriesByType('resource').some(({ name }) => name.endsWith(path)),
        {},
        EXPORTS,
      );
      site.answer(EXPORTS, broken);
      await press(page, '.menu summary');
      await press(page, '.menu-item', 'CSV, exact');
      await untilText(page, '[role=status]', /^Saved as .*\.exact\.csv/);
      assert.equal(site.timesAsked(EXPORTS), 1);
    });

    it('can be had with the second try when what saves reports failed, and the menu says so and closes until then', async () => {
      const { page } = witness;
      await start('en-US');
      site.answer(EXPORTS, broken);
      await open(page, failures(3));
      await press(page, '.menu summary');
      await untilText(page, '[role=status]', /could not be loaded/);
      assert.equal(await page.$eval(inside('.menu'), (menu) => menu.hasAttribute('open')), false);
      site.answer(EXPORTS);
      await page.evaluate(() => (HTMLAnchorElement.prototype.click = () => {}));
      await press(page, '.menu summary');
      await press(page, '.menu-item', 'JSON');
      await untilText(page, '[role=status]', /^Saved as .*\.json/);
    });

    it('is asked for a few times only when a language fails, and the report is shown in English', async () => {
      const { page } = witness;
      site.answer(CHINESE, overloaded);
      await start('zh-CN');
      await askFor(page, { taskId: MIXED_TASK });
      await untilState(page, 'report');
      assert.equal(await textOf(page, '.shown-count'), '250 of 250 rows');
      assert.equal(headerOf(site.requestsOf(MIXED_TASK).at(-1), 'language'), 'zh-CN');
      const spoken = [inside('.frame'), 'html'].map((place) =>
        page.$eval(place, (element) => element.getAttribute('lang')),
      );
      assert.deepEqual(await Promise.all(spoken), ['en-US', 'en-US']);
      const before = site.timesAsked(CHINESE);
      for (let step = 1; step <= 40; step += 1) {
        await page.$eval(inside('.table-frame'), (frame, top) => (frame.scrollTop = top), step * 100);
        await settled(page);
      }
      assert.equal(site.timesAsked(CHINESE), before, 'scrolling asks for nothing');
      assert.ok(before <= 8, `asked ${before} times`);
    });

    it('is asked for again with the next query when a language failed', async () => {
      const { page } = witness;
      site.answer(CHINESE, overloaded);
      await start('zh-CN');
      await askFor(page, { taskId: MIXED_TASK });
      await untilState(page, 'report');
      site.answer(CHINESE);
      await askFor(page, { taskId: '1215215' });
      await untilText(page, '.shown-count', /行/);
      assert.equal(await page.$eval(inside('.frame'), (frame) => frame.getAttribute('lang')), 'zh-CN');
    });

    it('keeps nobody waiting when a language never answers: the query is sent and its report shown in English', async () => {
      const { page } = witness;
      site.answer(CHINESE, silent);
      await start('zh-CN');
      await page.waitForFunction(
        () => (document.querySelector('koodrive-import-report')?.getBoundingClientRect().height ?? 0) > 0,
        { timeout: 5_000 },
      );
      assert.equal(await page.$eval('#query button', (button) => button.textContent), 'Show report');
      await askFor(page, { taskId: MIXED_TASK });
      await untilState(page, 'report');
      assert.equal(await textOf(page, '.shown-count'), '250 of 250 rows');
    });

    it('keeps no portal waiting when a language never answers: the element has a height and load() ends', async () => {
      const { page } = witness;
      site.answer(CHINESE, silent);
      await visit('/portal.html');
      const state = await page.evaluate(
        async (values, task) => {
          const element = /** @type {any} */ (document.querySelector('koodrive-import-report'));
          await Object.assign(element, values).load(task);
          await element.updateComplete;
          return [element.state, element.getBoundingClientRect().height > 0];
        },
        { userId: USER_ID, credentials: { accessToken: TOKEN } },
        MIXED_TASK,
      );
      assert.deepEqual(state, ['report', true]);
      assert.equal(await textOf(page, '.shown-count'), '250 of 250 rows');
    });

    it('replaces English when a language comes late', async () => {
      const { page } = witness;
      /** @type {(() => void) | undefined} */
      let goOn;
      site.answer(CHINESE, (_, response) => {
        goOn = () => {
          site.answer(CHINESE);
          response.writeHead(302, { Location: CHINESE }).end();
        };
      });
      await start('zh-CN');
      await open(page, failures(3));
      assert.equal(await textOf(page, '.shown-count'), '3 of 3 rows');
      goOn?.();
      await untilText(page, '.shown-count', /行/);
      await page.waitForFunction(() => document.querySelector('#query button')?.textContent === '查看报告');
      assert.equal(await page.$eval('html', (html) => html.lang), 'zh-CN');
    });

    /** Lets the portal's element load a task. Returns what happened. */
    const loadInPortal = () =>
      witness.page.evaluate(
        async (values, task) => {
          const element = /** @type {any} */ (document.querySelector('koodrive-import-report'));
          /** @type {string[]} */
          const events = [];
          const note = (/** @type {any} */ { type, detail }) => events.push(detail.error?.reason ?? type);
          for (const type of ['koodrive-report', 'koodrive-error'])
            element.addEventListener(type, note, { once: true });
          const report = await Object.assign(element, values).load(task);
          await element.updateComplete;
          return { events, state: element.state, failures: report ? report.failCount : 0 };
        },
        { userId: USER_ID, credentials: { accessToken: TOKEN }, locale: 'en-US' },
        MIXED_TASK,
      );

    it('is not waited for by the request: the element sends it while the module that displays the report is on its way', async () => {
      const { page } = witness;
      const isAsked = new Promise((resolve) => {
        site.answer(DISPLAY, async (_, response) => {
          await until(() => site.requestsOf(MIXED_TASK).length > 0);
          resolve(undefined);
          site.answer(DISPLAY);
          response.writeHead(302, { Location: DISPLAY }).end();
        });
      });
      await visit('/portal.html');
      const ended = await loadInPortal();
      await isAsked;
      assert.deepEqual(ended, { events: ['koodrive-report'], state: 'report', failures: 250 });
      assert.equal(await textOf(page, '.shown-count'), '250 of 250 rows');
    });

    it('is named in an error where the module that displays the report cannot be loaded, and the next load() shows the report', async () => {
      const { page } = witness;
      site.answer(DISPLAY, broken);
      await visit('/portal.html');
      assert.deepEqual(await loadInPortal(), {
        events: ['part-unavailable'],
        state: 'error',
        failures: 0,
      });
      assert.match(await textOf(page, '[role=alert]'), /^A part of this page could not be loaded/);
      site.answer(DISPLAY);
      assert.equal((await loadInPortal()).state, 'report');
      assert.equal(await textOf(page, '.shown-count'), '250 of 250 rows');
    });
  });
}
