import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { EVERY_BROWSER, lacks } from '../support/browsers.js';
import { watchDownloads } from '../support/downloads.js';
import {
  MIXED_TASK,
  fixture,
  inside,
  load,
  open,
  openMenu,
  press,
  reportSuite,
  search,
  textOf,
  textsOf,
  untilText,
} from '../support/report-suite.js';
import { readSheet } from '../support/xlsx-sheet.js';

for (const browser of EVERY_BROWSER) {
  describe(`the export menu in ${browser}`, { skip: lacks(browser, 'watched downloads') }, () => {
    const suite = reportSuite({ browser, sharesPage: true });
    /** @type {Awaited<ReturnType<typeof watchDownloads>>} */
    let downloads;
    beforeEach(async () => {
      downloads = await watchDownloads(browser, suite);
    });
    afterEach(() => downloads.close());

    /**
     * Saves by the menu, as a reader would.
     * @param {string | RegExp} item
     * @returns {Promise<{ name: string, bytes: Buffer }>}
     */
    async function save(item) {
      const saved = downloads.next();
      if (!(await suite.page.$(inside('.menu[open]')))) await press(suite.page, '.menu summary');
      await press(suite.page, '.menu-item', item);
      await untilText(suite.page, '[role=status]', /^Saved as/);
      const file = await saved;
      const name = path.basename(file);
      assert.ok((await textOf(suite.page, '[role=status]')).startsWith(`Saved as ${name}.`), name);
      return { name, bytes: await readFile(file) };
    }

    const SPREADSHEET = 'CSV for spreadsheets';
    const EXACT = 'CSV, exact';

    it('says of each format what it is for', async () => {
      await load(suite.page, MIXED_TASK);
      await openMenu(suite.page);
      const items = await textsOf(suite.page, '.menu-item');
      assert.equal(items.length, 5);
      assert.match(
        items.join('\n'),
        /CSV for spreadsheets.*apostrophe.*\n.*Excel.*\n.*exact.*Not safe to open in a spreadsheet.*\n.*JSON.*Members this page does not know are not kept.*\nPrint/,
      );
    });

    it('saves CSV for spreadsheets, in which no text is a formula', async () => {
      await open(suite.page, await fixture('hostile-texts'));
      const { name, bytes } = await save(SPREADSHEET);
      assert.match(name, /^koodrive-import-\d{8}T\d{6}Z\.csv$/);
      const text = bytes.toString('utf8');
      assert.ok(text.startsWith('\ufeff"userName","desc"\r\n'));
      assert.ok(text.includes('"\'=HYPERLINK(""https://example.com"")"'));
      assert.doesNotMatch(text, /(^|,|\n)"[=+\-@\t\r\n\0＝＋－＠]/);
      assert.ok(text.includes('<script>alert(1)</script>'));
      assert.ok(text.includes('x'.repeat(10_000)));
    });

    it('saves CSV with every text as it is', async () => {
      const answer = await fixture('hostile-texts');
      await open(suite.page, answer);
      const { name, bytes } = await save(EXACT);
      assert.match(name, /^koodrive-import-\d{8}T\d{6}Z\.exact\.csv$/);
      const { failInfoList } = JSON.parse(answer).data;
      const field = (/** @type {string} */ text) =>
        /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
      const lines = failInfoList.map(
        (/** @type {any} */ { userName, desc }) => `${field(userName)},${field(desc)}\r\n`,
      );
      assert.equal(bytes.toString('utf8'), `userName,desc\r\n${lines.join('')}`);
    });

    it('saves JSON that can be opened again', async () => {
      const answer = await fixture('hostile-texts');
      await open(suite.page, answer);
      const { name, bytes } = await save('JSON');
      assert.match(name, /^koodrive-import-\d{8}T\d{6}Z\.json$/);
      const text = bytes.toString('utf8');
      assert.deepEqual(JSON.parse(text).data, JSON.parse(answer).data);
      await open(suite.page, text, name);
      assert.equal(await textOf(suite.page, '.shown-count'), '21 of 21 rows');
    });

    it('saves a workbook whose cells hold the texts', async () => {
      const hostile = JSON.parse(await fixture('hostile-texts'));
      const names = [
        'constructor',
        'toString',
        '_x0041_',
        '_x005F_x0041_',
        '\0\v\uffff',
        'a\nb',
        ' edge ',
        '',
      ];
      hostile.data.failInfoList.push(...names.map((userName) => ({ userName, desc: 'constructor' })));
      const answer = JSON.stringify(hostile);
      await open(suite.page, answer);
      const isWriterLoaded = () =>
        suite.page.evaluate(() =>
          performance.getEntriesByType('resource').some(({ name }) => /xlsx/.test(name)),
        );
      assert.equal(await isWriterLoaded(), false, 'nobody pays for a workbook that is not asked for');
      const { name, bytes } = await save('Excel');
      assert.equal(await isWriterLoaded(), true);
      assert.match(name, /^koodrive-import-\d{8}T\d{6}Z\.xlsx$/);
      const { rows, xml } = readSheet(bytes);
      assert.deepEqual(rows[0], ['No.', 'User name', 'Reason']);
      assert.doesNotMatch(xml, /<f[ >]/, 'no cell is a formula');
      const { failInfoList } = JSON.parse(answer).data;
      const withLineFeeds = (/** @type {string} */ text) => text.replaceAll('\r\n', '\n');
      assert.deepEqual(
        rows.slice(1),
        failInfoList.map((/** @type {any} */ { userName, desc }, /** @type {number} */ at) => [
          String(at + 1),
          withLineFeeds(userName),
          withLineFeeds(desc),
        ]),
      );
    });

    it('saves a workbook in which a text of several lines has several lines, in a cell that wraps', async () => {
      const desc = 'first\r\nsecond\nthird';
      await open(suite.page, {
        failInfoList: [
          { userName: '000123', desc },
          { userName: 'b', desc: 'one line' },
        ],
      });
      const { rows, xml } = readSheet((await save('Excel')).bytes);
      assert.deepEqual(rows.slice(1), [
        ['1', '000123', 'first\nsecond\nthird'],
        ['2', 'b', 'one line'],
      ]);
      const styleOf = (/** @type {string} */ cell) =>
        new RegExp(`<c r="${cell}"[^>]*?s="(\\d+)"`).exec(xml)?.[1];
      assert.notEqual(styleOf('C2'), undefined);
      assert.equal(styleOf('C3'), undefined);
    });

    it('says how many texts a workbook cannot hold whole', async () => {
      const long = 'x'.repeat(32_768);
      await open(suite.page, {
        failInfoList: [
          { userName: 'a', desc: long },
          { userName: 'b', desc: long },
        ],
      });
      await save('Excel');
      assert.match(
        await textOf(suite.page, '[role=status]'),
        /2 texts are longer than the 32,767 characters of a cell, and end with …\. Take CSV or JSON for all of them\./,
      );
    });

    it('says which format keeps user names that look like numbers', async () => {
      await load(suite.page, MIXED_TASK);
      await openMenu(suite.page);
      const items = (await textsOf(suite.page, '.menu-item')).join('\n');
      assert.match(items, /CSV for spreadsheets.*names such as 000123 into numbers: take the workbook/);
      assert.match(items, /Excel.*names such as 000123/);
    });

    it('saves all rows or those that are shown, in their order, in every format', async () => {
      await load(suite.page, MIXED_TASK);
      await openMenu(suite.page);
      assert.equal(await suite.page.$(inside('.menu fieldset')), null, 'no choice without a filter');
      await search(suite.page, 'wei.zhang');
      await press(suite.page, '.sort', 'User name');
      await press(suite.page, '.sort', 'User name');
      const [, shown] = /^(\d+) of/.exec(await textOf(suite.page, '.shown-count')) ?? [];
      await openMenu(suite.page);
      assert.deepEqual(await textsOf(suite.page, '.menu fieldset .choice'), [
        'All 250',
        `The ${shown} shown`,
      ]);
      await press(suite.page, '.choice', 'shown');
      const name =
        (await suite.page.$eval(inside('tbody tr .userName'), (cell) => cell.textContent?.trim())) ?? '';

      const csv = await save(SPREADSHEET);
      const task = new RegExp(`^koodrive-import-${MIXED_TASK}-\\d{8}T\\d{6}Z\\.`);
      assert.match(csv.name, task);
      const lines = csv.bytes.toString('utf8').trimEnd().split('\r\n');
      assert.equal(lines.length, Number(shown) + 1);
      assert.ok(lines[1].startsWith(`"${name.replaceAll('"', '""')}"`), lines[1]);

      const { data } = JSON.parse((await save('JSON')).bytes.toString('utf8'));
      assert.deepEqual(
        [data.failInfoList.length, data.failCount, data.failInfoList[0].userName],
        [Number(shown), 250, name],
      );

      const { rows } = readSheet((await save('Excel')).bytes);
      assert.deepEqual([rows.length, rows[1][1]], [Number(shown) + 1, name]);

      await press(suite.page, '.choice', 'All');
      const exact = await save(EXACT);
      assert.match(exact.name, task);
      assert.match(
        exact.bytes.toString('utf8'),
        /^userName,desc\r\nwei\.zhang/,
        "all rows are in the answer's order",
      );
      assert.ok(exact.bytes.toString('utf8').split('\r\n').length >= 252);
    });

    it('makes a workbook of very many rows without a worker, and says where it must not', async () => {
      await load(suite.page, 'rows-20000');
      const { bytes } = await save('Excel');
      const { rows } = readSheet(bytes);
      assert.equal(rows.length, 20_001);
      await load(suite.page, 'rows-100001');
      await press(suite.page, '.menu summary');
      await press(suite.page, '.menu-item', 'Excel');
      await untilText(suite.page, '.notice', /at most 100,000 rows here\. Filter the rows, or take CSV\./);
    });

    it('closes the menu with Escape or when the focus leaves it', async () => {
      await load(suite.page, MIXED_TASK);
      await openMenu(suite.page);
      await suite.page.keyboard.press('Tab');
      await suite.page.keyboard.press('Escape');
      assert.equal(await suite.page.$(inside('.menu[open]')), null);
      assert.equal(
        await suite.page.$eval(
          'koodrive-import-report',
          (element) => element.shadowRoot?.activeElement?.localName,
        ),
        'summary',
      );
      await openMenu(suite.page);
      await suite.page.$eval(inside('.menu'), (menu) => {
        // What a page sees when its window is no longer the one that is used.
        document.hasFocus = () => false;
        menu.dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }));
        document.hasFocus = Document.prototype.hasFocus;
      });
      assert.ok(await suite.page.$(inside('.menu[open]')), 'another window leaves it open');
      await suite.page.focus(inside('.search'));
      assert.equal(await suite.page.$(inside('.menu[open]')), null);
    });
  });
}
