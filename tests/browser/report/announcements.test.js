import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EVERY_BROWSER } from '../support/browsers.js';
import { MIXED_TASK, load, press, reportSuite, untilText } from '../support/report-suite.js';

/** Less than the element waits, because timers of two clocks are compared. */
const APART = 400;

for (const browser of EVERY_BROWSER) {
  describe(`announcements about the rows in ${browser}`, () => {
    const suite = reportSuite({ browser, sharesPage: true });

    /** Notes when the rows begin to change, and when the live region does. */
    const watch = () =>
      suite.page.$eval('koodrive-import-report', (element) => {
        const root = /** @type {ShadowRoot} */ (element.shadowRoot);
        const changed = { rows: 0, region: 0 };
        Object.assign(window, { changed });
        const options = { childList: true, characterData: true, subtree: true };
        new MutationObserver(() => (changed.rows ||= performance.now())).observe(
          /** @type {Element} */ (root.querySelector('.failures')),
          options,
        );
        new MutationObserver(() => (changed.region = performance.now())).observe(
          /** @type {Element} */ (root.querySelector('[role=status]')),
          options,
        );
      });

    for (const [title, selector, text, said] of /** @type {[string, string, string, RegExp][]} */ ([
      ['a reason is pressed', '.reason', '', /^62 of 250 rows/],
      ['the rows are sorted', '.sort', 'User name', /^Sorted by User name, ascending\./],
      ['the pages are chosen', '.segment', 'Pages', /^Page 1 of 3/],
    ])) {
      it(`come after the rows have changed, so that no screen reader drops them: ${title}`, async () => {
        await load(suite.page, MIXED_TASK);
        await watch();
        await press(suite.page, selector, text);
        await untilText(suite.page, '[role=status]', said);
        const { rows, region } = await suite.page.evaluate(() => /** @type {any} */ (window).changed);
        assert.ok(rows > 0, 'the rows changed');
        assert.ok(region - rows >= APART, `${region - rows} ms apart`);
      });
    }
  });
}
