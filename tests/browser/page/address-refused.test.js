import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EVERY_BROWSER } from '../support/browsers.js';
import { askFor, untilState } from '../support/report-page.js';
import {
  MIXED_TASK,
  failures,
  inside,
  open,
  press,
  reportSuite,
  search,
  textOf,
  untilText,
} from '../support/report-suite.js';

for (const browser of EVERY_BROWSER) {
  describe(`the page where the browser refuses to change the address, in ${browser}`, () => {
    const suite = reportSuite({ browser });

    it('queries, opens files, searches, sorts and changes its language as elsewhere', async () => {
      const { page } = suite;
      await page.evaluate(() => {
        History.prototype.replaceState = () => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        };
      });
      const address = page.url();
      await askFor(page, { taskId: MIXED_TASK });
      await untilState(page, 'report');
      await search(page, 'wei.zhang1');
      await press(page, '.sort', 'User name');
      assert.equal(
        await page.$eval(inside('th.userName'), (header) => header.getAttribute('aria-sort')),
        'ascending',
      );
      await page.select('#language', 'zh-CN');
      await untilText(page, '.shown-count', /行/);
      await page.select('#language', 'en-US');
      await untilText(page, '.shown-count', /rows/);
      await open(page, failures(3));
      assert.equal(await textOf(page, '.shown-count'), '3 of 3 rows');
      await page.evaluate(() => {
        const files = new DataTransfer();
        files.items.add(new File(['{"code":0,"data":{"successCount":2,"failCount":0}}'], 'saved.json'));
        document.dispatchEvent(
          new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }),
        );
      });
      await untilText(page, '.summary-text', /All 2 users/);
      assert.equal(page.url(), address);
    });

    it('shows a report in a frame that is made from text', async () => {
      const { page } = suite;
      await page.goto(`${suite.site.origin}/config.json`);
      const html = await (await fetch(`${suite.site.origin}/`)).text();
      await page.evaluate((text) => {
        const frame = document.createElement('iframe');
        frame.srcdoc = text.replace('<head>', `<head><base href="${location.origin}/">`);
        document.body.append(frame);
      }, html);
      await page.waitForFunction(
        () => {
          const { contentDocument } = document.querySelector('iframe') ?? {};
          return (
            contentDocument?.querySelector('koodrive-import-report')?.shadowRoot &&
            !contentDocument.querySelector('#not-started')
          );
        },
        { timeout: 10_000 },
      );
      const shown = await page.evaluate(async () => {
        const { contentDocument } = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));
        const inner = /** @type {Document} */ (contentDocument);
        const fill = (/** @type {string} */ id, /** @type {string} */ value) => {
          const box = /** @type {HTMLInputElement} */ (inner.getElementById(id));
          box.value = value;
          box.dispatchEvent(new Event('input', { bubbles: true }));
        };
        fill('task-id', '1215215');
        fill('user-id', '1505084218764547200');
        fill('access-token', 'any');
        /** @type {HTMLFormElement} */ (inner.getElementById('query')).requestSubmit();
        const element = /** @type {any} */ (inner.querySelector('koodrive-import-report'));
        for (let wait = 0; wait < 100 && !/report|error/.test(element.state); wait += 1)
          await new Promise((resolve) => setTimeout(resolve, 100));
        return element.state;
      });
      assert.equal(shown, 'report');
    });
  });
}
