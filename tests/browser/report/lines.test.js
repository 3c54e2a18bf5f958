import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EVERY_BROWSER } from '../support/browsers.js';
import { drawnRows, failures, inside, open, press, reportSuite, settled } from '../support/report-suite.js';

const THREE_LINES = 'The row cannot be imported:\n  1. no e-mail address\r\n  2. no department';

for (const browser of EVERY_BROWSER) {
  describe(`a reason of several lines in ${browser}`, () => {
    const suite = reportSuite({ browser, sharesPage: true });

    /** The lines that the first text takes on the screen. @param {string} selector */
    const linesOf = (selector) =>
      suite.page.$eval(inside(selector), (node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        return new Set([...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => top))
          .size;
      });

    it('is shown as several lines in the table and in the list of reasons', async () => {
      await open(
        suite.page,
        failures(300, (n) => ({ userName: `u${n}`, desc: n === 2 ? THREE_LINES : 'The name is taken' })),
      );
      assert.equal(await linesOf('tbody tr:nth-child(1) .desc bdi'), 1);
      assert.equal(await linesOf('tbody tr:nth-child(2) .desc bdi'), 3);
      assert.equal(await linesOf('.reasons li:nth-child(2) .reason-words bdi'), 3);
      const text = await suite.page.$eval(
        inside('tbody tr:nth-child(2) .desc bdi'),
        (node) => node.textContent,
      );
      assert.equal(text, THREE_LINES);
    });

    it('moves the rows below it down, so that the last row stays in reach', async () => {
      await open(
        suite.page,
        failures(1000, (n) => ({ userName: `u${n}`, desc: `${THREE_LINES}\n${n}` })),
      );
      await suite.page.$eval(inside('.table-frame'), (frame) => frame.scrollTo(0, frame.scrollHeight));
      await suite.page.waitForFunction(
        () => {
          const root = document.querySelector('koodrive-import-report')?.shadowRoot;
          const frame = root?.querySelector('.table-frame');
          frame?.scrollTo(0, frame.scrollHeight);
          return [...(root?.querySelectorAll('tbody tr') ?? [])].at(-1)?.getAttribute('data-index') === '999';
        },
        { polling: 50, timeout: 10_000 },
      );
      await settled(suite.page);
      assert.equal((await drawnRows(suite.page)).at(-1)?.name, 'u1000');
    });

    it('is folded where it has very many lines, and unfolds', async () => {
      const many = Array.from({ length: 40 }, (_, n) => `line ${n}`).join('\n');
      await open(
        suite.page,
        failures(3, (n) => ({ userName: `u${n}`, desc: n === 1 ? many : 'short' })),
      );
      const height = () =>
        suite.page.$eval(inside('tbody tr:nth-child(1)'), (row) => row.getBoundingClientRect().height);
      const folded = await height();
      await press(suite.page, 'tbody .link', 'Show all');
      assert.ok((await height()) > 5 * folded);
    });
  });
}
