import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { afterEach, describe, it } from 'node:test';
import { EVERY_BROWSER, lacks } from '../support/browsers.js';
import {
  MIXED_TASK,
  drawnRows,
  failures,
  fixture,
  inside,
  load,
  open,
  press,
  reportSuite,
  search,
  settled,
  textOf,
  textsOf,
} from '../support/report-suite.js';

for (const browser of EVERY_BROWSER) {
  describe(`the printed report in ${browser}`, () => {
    const suite = reportSuite({ browser, sharesPage: true });
    afterEach(async () => {
      if (!lacks(browser, 'emulated media')) await suite.page.emulateMediaType();
    });

    /** Prints as the browser does, without laying out pages. @param {'beforeprint' | 'afterprint'} type */
    async function turn(type) {
      await suite.page.emulateMediaType(type === 'beforeprint' ? 'print' : undefined);
      await suite.page.evaluate((name) => dispatchEvent(new Event(name)), type);
      await settled(suite.page);
    }

    /** The text of the pages that the browser prints. Firefox waits half a second after each page. */
    async function printed() {
      const pdf = await suite.page.pdf({ format: 'A4', printBackground: true });
      return execFileSync('pdftotext', ['-layout', '-', '-'], {
        input: pdf,
        encoding: 'utf8',
        maxBuffer: 2 ** 26,
      });
    }

    const isShown = (/** @type {string} */ selector) =>
      suite.page.$$eval(inside(selector), (nodes) => nodes.some((node) => node.getClientRects().length > 0));

    it('is complete: summary, warnings, reasons and every row on numbered pages under a header each', async () => {
      await open(
        suite.page,
        failures(300, (n) => ({ userName: `user ${n}`, desc: `Row ${n}: the name is taken` })),
      );
      const text = await printed();
      assert.match(text, /900 of 1,200 users were imported, 300 failed\./);
      assert.match(text, /Row …: the name is taken/);
      for (let n = 1; n <= 300; n += 1)
        assert.match(text, new RegExp(`^\\s*${n}\\s+user ${n}\\s+Row ${n}: the name is taken`, 'm'));
      const pages = text.split('\f').slice(0, -1);
      assert.ok(pages.length > 5);
      if (!lacks(browser, 'table header on every page'))
        for (const page of pages.slice(1)) assert.match(page.trimStart(), /^No\.\s+User name\s+Reason/);
      await settled(suite.page);
      assert.ok((await drawnRows(suite.page)).length < 60, 'on the screen there is a window of rows again');
    });

    it('loses no line of a row at the end of a page', async () => {
      const words = (/** @type {number} */ n) => `${'the name is taken '.repeat((n % 29) + 1)}end${n}.`;
      await open(
        suite.page,
        failures(200, (n) => ({ userName: `user ${n}`, desc: `Row ${n}: ${words(n)}` })),
      );
      const text = await printed();
      for (let n = 1; n <= 200; n += 1) {
        assert.match(text, new RegExp(`^\\s*${n}\\s+user ${n}\\s+Row ${n}: `, 'm'));
        assert.ok(text.includes(`end${n}.`), `the end of row ${n}`);
      }
    });

    it('has no controls', { skip: lacks(browser, 'emulated media') }, async () => {
      await load(suite.page, MIXED_TASK);
      await press(suite.page, '.segment', 'Pages');
      await press(suite.page, 'tbody .select input');
      const controls = [
        '.search',
        '.segment',
        '.menu',
        '.select',
        '.pager',
        '.copyable button',
        '.link',
        '.save',
        '.hint',
        '.selection',
      ];
      for (const control of controls) assert.equal(await isShown(control), true, `${control} on the screen`);
      await turn('beforeprint');
      for (const control of controls) assert.equal(await isShown(control), false, `${control} on paper`);
      for (const content of ['.summary', '.warnings', '.reasons', '.facts', 'tbody tr:nth-child(250)']) {
        assert.equal(await isShown(content), true, content);
      }
      await turn('afterprint');
      assert.equal(await isShown('.search'), true);
    });

    it('leaves out the rest of the page', async () => {
      await load(suite.page, '1215215');
      const text = await printed();
      assert.doesNotMatch(text, /Ask KooDrive|Access token|Demo tasks|Open a saved answer/);
      assert.match(text, /Task ID.*1215215/);
    });

    it(
      'says up to which row it lists a long report',
      { skip: lacks(browser, 'emulated media') },
      async () => {
        await load(suite.page, 'rows-5001');
        await turn('beforeprint');
        assert.equal((await drawnRows(suite.page)).length, 5000);
        assert.equal(
          await textOf(suite.page, '.print-limit'),
          'The first 5,000 of 5,001 rows are printed. Take an export for all of them.',
        );
        await turn('afterprint');
        assert.equal(await suite.page.$(inside('.print-limit')), null);
      },
    );

    it(
      'holds the filtered rows, and says what they are filtered by',
      { skip: lacks(browser, 'emulated media') },
      async () => {
        await load(suite.page, MIXED_TASK);
        await search(suite.page, 'wei.zhang');
        await press(suite.page, '.segment', 'Pages');
        await press(suite.page, '.reason', 'User name');
        await turn('beforeprint');
        const shown = await textOf(suite.page, '.shown');
        assert.match(shown, /^27 of 250 rows Search: wei\.zhang User name "…" already exists/);
        assert.equal((await drawnRows(suite.page)).length, 27);
      },
    );

    it(
      'lists more reasons than the screen, and unfolds long texts',
      { skip: lacks(browser, 'emulated media') },
      async () => {
        const long = 'long reason '.repeat(160).trim();
        const letters = 'abcdefghijklmnopqrstuvwxy';
        await open(
          suite.page,
          failures(25, (n) => ({ userName: `u${n}`, desc: n === 1 ? long : `Reason ${letters[n - 1]}` })),
        );
        assert.ok(await suite.page.$(inside('.folded')), 'a long text is folded on the screen');
        await turn('beforeprint');
        assert.equal((await textsOf(suite.page, '.reasons .reason')).length, 25);
        assert.equal(await suite.page.$(inside('.folded')), null);
        const isCut = await suite.page.$$eval(inside('.reason-words, .reasons ol, .reasons ul'), (nodes) =>
          nodes.some((node) => node.scrollHeight > node.clientHeight + 1),
        );
        assert.equal(isCut, false, 'reasons are printed in full');
      },
    );

    it('shows a reason of several lines as several lines', async () => {
      const desc = 'The row cannot be imported:\nno e-mail address\r\nno department';
      await open(
        suite.page,
        failures(2, (n) => ({ userName: `u${n}`, desc })),
      );
      const text = await printed();
      const inTableAndList = text.match(/imported:[^\n]*\n[^\n]*no e-mail address\s*\n[^\n]*no department/g);
      assert.equal(inTableAndList?.length, 3, text);
    });

    it(
      'is dark on white, also where the portal asks for a dark element',
      { skip: lacks(browser, 'emulated media') },
      async () => {
        await load(suite.page, MIXED_TASK);
        await suite.page.$eval('koodrive-import-report', (element) => {
          element.style.colorScheme = 'dark';
        });
        const colours = () =>
          suite.page.$eval(inside('.frame'), (frame) => [
            getComputedStyle(frame).color,
            getComputedStyle(/** @type {Element} */ (frame.querySelector('.table-frame'))).backgroundColor,
          ]);
        assert.deepEqual(await colours(), ['rgb(231, 234, 238)', 'rgb(23, 27, 32)']);
        await turn('beforeprint');
        assert.deepEqual(await colours(), ['rgb(26, 32, 39)', 'rgb(255, 255, 255)']);
        await turn('afterprint');
        assert.deepEqual(await colours(), ['rgb(231, 234, 238)', 'rgb(23, 27, 32)']);
      },
    );

    it('shows hostile texts as texts', async () => {
      await open(suite.page, await fixture('hostile-texts'));
      const text = await printed();
      assert.match(text, /<script>alert\(1\)<\/script>/);
      assert.match(text, /=HYPERLINK/);
      assert.match(text, /\{\{constructor\.constructor/);
      assert.ok((text.match(/x{20,}/g) ?? []).join('').length >= 20_000, 'the longest texts are complete');
    });

    it('can be an error instead', async () => {
      await load(suite.page, 'fault-500-always', 'error');
      const text = await printed();
      assert.match(text, /The server reports a problem/);
      assert.doesNotMatch(text, /Try again\n/);
    });
  });
}
