import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EVERY_BROWSER } from '../support/browsers.js';
import { askFor, readReport, untilState } from '../support/report-page.js';
import {
  MIXED_TASK,
  drawnRows,
  inside,
  press,
  reportSuite,
  search,
  settled,
  textOf,
  textsOf,
  untilText,
} from '../support/report-suite.js';

for (const browser of EVERY_BROWSER) {
  describe(`an administrator in ${browser}`, () => {
    const suite = reportSuite({ browser });

    it('sees how the import went, finds out who failed and why, and saves the rows', async () => {
      const { page } = suite;
      await askFor(page, { taskId: MIXED_TASK });
      await untilState(page, 'report');
      await settled(page);
      const { succeeded, failed, total, rate } = await readReport(page);
      assert.deepEqual([succeeded, failed, total, rate], ['1,750', '250', '2,000', '87.5%']);
      assert.match((await textsOf(page, '.reason'))[0], /^Mobile number … already exists 62 24\.8%/);

      await press(page, '.reason', 'User name');
      assert.equal(await textOf(page, '.shown-count'), '27 of 250 rows');
      await search(page, 'wei.zhang1');
      assert.equal(new Set(await textsOf(page, 'td.desc mark')).size, 1);
      await press(page, '.sort', 'User name');
      assert.equal(
        await page.$eval(inside('th.userName'), (header) => header.getAttribute('aria-sort')),
        'ascending',
      );
      const { searchParams } = new URL(page.url());
      assert.deepEqual([searchParams.get('search'), searchParams.get('sort')], ['wei.zhang1', 'userName']);

      const rows = await drawnRows(page);
      await press(page, 'tbody tr:first-child .select input');
      await press(page, '.selection .button');
      await untilText(page, '[role=status]', /^1 row copied/);

      await page.evaluate(() => {
        // The file is taken where the browser would begin to save it.
        HTMLAnchorElement.prototype.click = function take() {
          Object.assign(window, { savedName: this.download });
        };
        URL.createObjectURL = (blob) => {
          Object.assign(window, { savedText: /** @type {Blob} */ (blob).text() });
          return '#';
        };
      });
      await press(page, '.menu summary');
      await press(page, '.choice', 'shown');
      await press(page, '.menu-item', 'CSV for spreadsheets');
      await untilText(page, '[role=status]', /^Saved as/);
      const [name, text] = await page.evaluate(async () => {
        const { savedName, savedText } = /** @type {any} */ (window);
        return [savedName, await savedText];
      });
      assert.match(name, new RegExp(`^koodrive-import-${MIXED_TASK}-\\d{8}T\\d{6}Z\\.csv$`));
      assert.equal(text.trimEnd().split('\r\n').length, rows.length + 1);
    });

    it('sees why a query failed and tries again', async () => {
      const { page } = suite;
      await askFor(page, { taskId: 'fault-500-then-ok-3~try-again' });
      await untilState(page, 'error');
      await settled(page);
      await press(page, '.panel .button', 'Try again');
      await untilState(page, 'report');
      assert.equal((await readReport(page)).rate, '50%');
    });
  });
}
