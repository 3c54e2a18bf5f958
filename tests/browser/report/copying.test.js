import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EVERY_BROWSER } from '../support/browsers.js';
import { failures, open, pasted, press, reportSuite, textOf, untilText } from '../support/report-suite.js';

for (const browser of EVERY_BROWSER) {
  describe(`copying, in ${browser}`, () => {
    const suite = reportSuite({ browser });

    const refusals = /** @type {const} */ ([
      ['on plain http, where the browser offers no clipboard', 'none'],
      ['in a frame without the permission clipboard-write', 'refused'],
    ]);
    for (const [where, kind] of refusals) {
      it(`works ${where}`, async () => {
        const { page } = suite;
        await page.evaluate((how) => {
          const refuse = () => Promise.reject(new DOMException('not allowed', 'NotAllowedError'));
          const clipboard = how === 'none' ? undefined : { writeText: refuse };
          Object.defineProperty(navigator, 'clipboard', { value: clipboard });
        }, kind);
        await open(page, failures(3));
        await press(page, 'tbody tr:first-child .select input');
        await press(page, '.selection .button');
        await untilText(page, '[role=status]', /^1 row copied/);
        const focused = await page.$eval(
          'koodrive-import-report',
          ({ shadowRoot }) => shadowRoot?.activeElement?.className,
        );
        assert.equal(focused, 'button small', 'the focus stays');
        assert.equal(await page.$$eval('koodrive-import-report >>> textarea', ({ length }) => length), 0);
        assert.equal(await pasted(page), 'user 1\tThe email address is not valid');
      });
    }

    it('says how to copy by hand where the browser allows no way', async () => {
      const { page } = suite;
      await page.evaluate(() => {
        Object.defineProperty(navigator, 'clipboard', { value: undefined });
        document.execCommand = () => false;
      });
      await open(page, failures(3));
      await press(page, 'tbody tr:first-child .select input');
      await press(page, '.selection .button');
      await untilText(page, '[role=status]', /copy it by hand/);
      assert.match(await textOf(page, '[role=status]'), /does not allow copying/);
    });
  });
}
