import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EVERY_BROWSER } from '../support/browsers.js';
import { USER_ID, untilState } from '../support/report-page.js';
import { drawnRows, reportSuite, settled } from '../support/report-suite.js';
import { TOKEN } from '../support/witness.js';

for (const browser of EVERY_BROWSER) {
  describe(`a report of a whole tenant, in ${browser}`, () => {
    const suite = reportSuite({ browser });

    it('is rendered once, with all rows that the table has place for', async () => {
      await suite.page.$eval(
        'koodrive-import-report',
        (element, userId, accessToken) => {
          const report = /** @type {any} */ (element);
          report.renders = 0;
          // Lit calls it after each render.
          report.updated = () => (report.renders += report.state === 'report' ? 1 : 0);
          Object.assign(report, { userId, credentials: { accessToken } });
          void report.load('rows-20000');
        },
        USER_ID,
        TOKEN,
      );
      await untilState(suite.page, 'report');
      await settled(suite.page);
      const { renders, height, width } = await suite.page.$eval('koodrive-import-report', (element) => {
        const frame = /** @type {Element} */ (element.shadowRoot?.querySelector('.table-frame'));
        const row = /** @type {HTMLElement} */ (frame.querySelector('tbody tr'));
        return {
          renders: /** @type {any} */ (element).renders,
          height: frame.clientHeight / row.offsetHeight,
          width: frame.clientWidth,
        };
      });
      assert.equal(renders, 1);
      assert.ok(width > 0 && (await drawnRows(suite.page)).length >= Math.floor(height) - 1);
    });
  });
}
