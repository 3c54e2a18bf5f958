import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EVERY_BROWSER } from '../support/browsers.js';
import { openBrowser } from '../support/shared-browsers.js';
import { USER_ID, askFor, readReport, untilState } from '../support/report-page.js';
import {
  MIXED_TASK,
  inside,
  openMenu,
  press,
  reportSuite,
  search,
  settled,
  textOf,
} from '../support/report-suite.js';

for (const browser of EVERY_BROWSER) {
  describe(`the page with a report in ${browser}`, () => {
    const suite = reportSuite({ browser, launch: openBrowser });

    /** @param {string} selector */
    const valueOf = (selector) =>
      suite.page.$eval(selector, (field) => /** @type {HTMLInputElement} */ (field).value);

    const showReport = async () => {
      await askFor(suite.page, { taskId: MIXED_TASK });
      await untilState(suite.page, 'report');
      await settled(suite.page);
    };

    it('keeps task ID, user ID and report for a reader who goes away and comes back', async () => {
      await showReport();
      // Firefox keeps no page while a request for it is on its way.
      await openMenu(suite.page);
      await suite.page.evaluate(() => void Object.assign(window, { isSamePage: true }));
      await suite.page.goto(`${suite.site.origin}/config.json`);
      await suite.page.evaluate(() => history.back());
      await suite.page.waitForFunction(() => location.pathname === '/');
      assert.equal(
        await suite.page.evaluate(() => /** @type {any} */ (window).isSamePage),
        true,
        'the browser kept the page',
      );
      assert.deepEqual([await valueOf('#task-id'), await valueOf('#user-id')], [MIXED_TASK, USER_ID]);
      assert.equal((await readReport(suite.page)).rate, '87.5%');
    });

    it('keeps the report, its search and its place when a form that lacks something sends nothing', async () => {
      await showReport();
      await search(suite.page, '138');
      await press(suite.page, 'tbody .select input');
      const shown = await textOf(suite.page, '.shown-count');
      const row = await suite.page.$(inside('tbody tr'));
      for (const lacking of [{ userId: '' }, { accessToken: '' }]) {
        await askFor(suite.page, { taskId: MIXED_TASK, ...lacking });
        await suite.page.waitForFunction(
          (id) => document.activeElement?.id === id && document.activeElement.ariaInvalid === 'true',
          {},
          'userId' in lacking ? 'user-id' : 'access-token',
        );
        assert.equal(
          await untilState(suite.page, 'report', 'idle', 'error'),
          'report',
          JSON.stringify(lacking),
        );
        assert.equal(await textOf(suite.page, '.shown-count'), shown);
        assert.match(await textOf(suite.page, '.selection'), /^1 row selected/);
        assert.equal(await row?.evaluate((element) => element.isConnected), true, 'the same row is drawn');
      }
      await showReport();
    });
  });
}
