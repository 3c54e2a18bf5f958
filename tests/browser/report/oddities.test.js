import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EVERY_BROWSER, lacks } from '../support/browsers.js';
import {
  chord,
  drawnRows,
  failures,
  inside,
  open,
  pasted,
  press,
  reportSuite,
  search,
  textsOf,
} from '../support/report-suite.js';

const NAMES = [
  'anna lee',
  ' anna',
  'anna ',
  'anna  lee',
  'anna\u00a0lee',
  'an\u200bna',
  'anna\tlee',
  '\uff21nna',
  '\u0430nna',
  'an\u202ena',
];
const REASON = 'There is no  such\u00a0department';
const ODD = failures(NAMES.length, (n) => ({ userName: NAMES[n - 1], desc: n === 1 ? 'x' : REASON }));

/** puppeteer's own wait for a selector does not look again when something changes in a shadow tree. @param {import('puppeteer-core').Page} page */
const untilMarked = (page) =>
  page.waitForFunction(() =>
    document.querySelector('koodrive-import-report')?.shadowRoot?.querySelector('.oddity'),
  );

/**
 * Selects whole texts as a mouse does, from one cell to another.
 * @param {import('puppeteer-core').Page} page
 * @param {string} from selector of a `bdi`
 * @param {string} [to]
 */
const select = (page, from, to = from) =>
  page.$eval(
    'koodrive-import-report',
    ({ shadowRoot }, first, last) => {
      const [start, end] = [first, last].map(
        (wanted) => /** @type {Element} */ (shadowRoot?.querySelector(wanted)),
      );
      /** @type {Selection} */ (getSelection()).setBaseAndExtent(start, 0, end, end.childNodes.length);
    },
    from,
    to,
  );

/** @param {number} row from 1 @param {string} column */
const cell = (row, column) => `tbody tr:nth-child(${row}) .${column} bdi`;

for (const browser of EVERY_BROWSER) {
  describe(`characters that a reader does not see, in ${browser}`, () => {
    const suite = reportSuite({ browser, sharesPage: true });
    const onClipboard = (/** @type {string} */ text) =>
      lacks(browser, 'no-break spaces in the clipboard') ? text.replaceAll('\u00a0', ' ') : text;

    it('are signed where they stand, named for screen readers, and counted in a note', async () => {
      const { page } = suite;
      await open(page, ODD);
      await untilMarked(page);
      const signs = await page.$eval('koodrive-import-report', ({ shadowRoot }) =>
        [...(shadowRoot?.querySelectorAll('tbody .userName') ?? [])].map((name) =>
          [...name.querySelectorAll('.oddity')].map((odd) => [
            odd.getAttribute('data-sign'),
            odd.getAttribute('role'),
            odd.getAttribute('aria-label'),
          ]),
        ),
      );
      assert.deepEqual(signs, [
        [],
        [['␣', 'img', 'blank at the start']],
        [['␣', 'img', 'blank at the end']],
        [['␣␣', 'img', 'several blanks']],
        [['NBSP', 'img', 'special blank NBSP']],
        [['ZWSP', 'img', 'character without a width ZWSP']],
        [['TAB', 'img', 'control character TAB']],
        [['wide', 'img', 'full-width \uff21']],
        [['Cyrillic', 'img', 'Cyrillic \u0430, not Latin']],
        [['RLO', 'img', 'control of the text direction RLO']],
      ]);
      assert.equal(await page.$$eval(inside('.reason-words .oddity'), ({ length }) => length), 2);
      const notes = await textsOf(page, '.warnings li');
      assert.match(notes[0], /^9 user names hold characters that cannot be seen/);
      assert.match(notes[1], /^1 reason holds such characters/);
    });

    it('are copied exactly, without their signs, from one cell and from several', async () => {
      const { page } = suite;
      await open(page, ODD);
      await untilMarked(page);
      for (const [row, name] of NAMES.entries()) {
        await select(page, cell(row + 1, 'userName'));
        await chord(page, 'Control', 'KeyC');
        assert.equal(await pasted(page), onClipboard(name));
      }
      await select(page, cell(5, 'userName'), cell(6, 'userName'));
      await chord(page, 'Control', 'KeyC');
      assert.equal(await pasted(page), onClipboard(`${NAMES[4]}\t${REASON}\n6\t${NAMES[5]}`));
    });

    it('keep the marks of a search, also where a match begins within them', async () => {
      const { page } = suite;
      await open(page, ODD);
      await untilMarked(page);
      await search(page, 'nna');
      const marked = await page.$eval(
        'koodrive-import-report',
        ({ shadowRoot }, wanted) =>
          [...(shadowRoot?.querySelector(wanted)?.querySelectorAll('mark, .oddity') ?? [])].map((node) => [
            node.localName,
            node.textContent,
          ]),
        cell(3, 'userName'),
      );
      assert.deepEqual(marked, [
        ['mark', 'nna'],
        ['span', ' '],
      ]);
      await search(page, 'nna\u00a0l');
      assert.equal(await page.$$eval(inside('tbody .oddity.match'), ({ length }) => length), 1);
    });

    it('are noted, and names over 20 characters as well', async () => {
      const { page } = suite;
      await open(
        page,
        failures(3, (n) => ({ userName: 'x'.repeat(18 + n), desc: 'x' })),
      );
      assert.match((await textsOf(page, '.warnings li'))[0], /^1 user name has more than the 20 characters/);
    });
  });
  describe(`such characters and the page around the report, in ${browser}`, () => {
    const suite = reportSuite({ browser });

    it('lead from the note to their rows, and back', async () => {
      const { page } = suite;
      await open(
        page,
        failures(500, (n) => ({ userName: n === 321 ? 'bob ' : `user ${n}`, desc: 'x' })),
      );
      await press(page, '.warnings .link');
      await untilMarked(page);
      assert.deepEqual(
        (await drawnRows(page)).map(({ position }) => position),
        ['321'],
      );
      const view = await page.$eval('koodrive-import-report', (element) => /** @type {any} */ (element).view);
      assert.deepEqual(view, { noted: 'odd-user-names' });
      assert.equal(new URL(page.url()).searchParams.get('noted'), 'odd-user-names');
      await press(page, '.warnings .link');
      assert.equal((await drawnRows(page))[0].position, '1');
    });

    it('are not looked for by a script of their own in a report without them', async () => {
      const { page } = suite;
      await open(page, failures(30));
      const loaded = await page.evaluate(() =>
        performance.getEntriesByType('resource').map(({ name }) => name),
      );
      assert.deepEqual(
        loaded.filter((name) => name.includes('marking')),
        [],
      );
      assert.equal(await page.$$eval(inside('.warnings'), ({ length }) => length), 0);
    });
  });
}
