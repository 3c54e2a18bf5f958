import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { EVERY_BROWSER } from '../support/browsers.js';
import { chosenFile, keepSavedFiles, savedFile, shown } from '../support/import-file-page.js';
import {
  chord,
  inside,
  open,
  press,
  reportSuite,
  search,
  settled,
  textOf,
  textsOf,
  untilText,
} from '../support/report-suite.js';

const FILE = 'User account,mail\r\nwei,1\r\nLI ,2\r\nzhao@x.com,3\r\n"twin",4\r\ntwin,5\r\nin,6\r\n';
const REPORT = {
  successCount: 1,
  failCount: 5,
  failInfoList: [
    { userName: 'zhao', desc: 'mail is taken' },
    { userName: 'wei', desc: 'mail is taken' },
    { userName: 'li', desc: 'name is taken' },
    { userName: 'twin', desc: 'name is taken' },
    { userName: 'nobody', desc: 'name is taken' },
  ],
};

for (const browser of EVERY_BROWSER) {
  describe(`the panel to correct and import again, in ${browser}`, () => {
    const suite = reportSuite({ browser, sharesPage: true });
    /** @type {string} */
    let folder;
    before(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'koodrive-import-file-'));
    });
    after(() => rm(folder, { recursive: true, force: true }));
    beforeEach(() => keepSavedFiles(suite.page));

    /** @param {object} [report] */
    async function openPanel(report = REPORT) {
      await open(suite.page, report);
      await press(suite.page, '.toolbar > .button', 'Correct and import again');
      await shown(suite.page, '.correction');
    }

    /** @param {string | Uint8Array} content @param {string} [name] @returns {Promise<string>} its path */
    async function choose(content, name = 'users.csv') {
      const file = path.join(folder, name);
      await writeFile(file, content);
      await chosenFile(suite.page, file);
      return file;
    }

    /** @param {string} label @param {string} value */
    async function select(label, value) {
      await suite.page.$eval(
        'koodrive-import-report',
        (element, wanted, chosen) => {
          const boxes = [...(element.shadowRoot?.querySelectorAll('.file-choice') ?? [])];
          const box = boxes
            .find((one) => one.textContent?.trim().startsWith(wanted))
            ?.querySelector('select');
          if (!box) throw new Error(`nothing is labelled ${wanted}`);
          box.value = chosen;
          box.dispatchEvent(new Event('change', { bubbles: true }));
        },
        label,
        value,
      );
      await shown(suite.page, '.correction[aria-busy=false]');
    }

    it('says how many failures were found in the file, by which column, and lists all that is not plain', async () => {
      await openPanel();
      await choose(FILE);
      assert.equal(
        await textOf(suite.page, '.found'),
        '3 of 5 failures found in users.csv, by the column User account.',
      );
      assert.deepEqual(await textsOf(suite.page, '.panel-list summary'), [
        '1 not found',
        '1 name in several rows',
        '1 found with other blanks, case or width',
        '1 found but for the @domain',
      ]);
      assert.deepEqual(await textsOf(suite.page, '.panel-list li'), [
        'nobody No. 5',
        'twin No. 4 · lines 5, 6',
        'li No. 3 · line 3',
        'zhao No. 1 · line 4',
      ]);
      assert.match(await textOf(suite.page, '[role=status]'), /^3 of 5 failures found in “users\.csv”/);
    });

    it('saves the failed rows byte for byte, and those that are not clear only after the reader says so', async () => {
      await openPanel();
      await choose(FILE);
      await press(suite.page, '.correction .menu-item', 'Retry file, 3 rows');
      await untilText(suite.page, '[role=status]', /^Saved as users-failed\.csv/);
      assert.deepEqual(await savedFile(suite.page), {
        name: 'users-failed.csv',
        text: 'User account,mail\r\nwei,1\r\nLI ,2\r\nzhao@x.com,3\r\n',
      });
      assert.match(await textOf(suite.page, '.correction fieldset'), /^2 rows are not clear/);
      await press(suite.page, '.correction fieldset .choice', 'All of them');
      await press(suite.page, '.correction .menu-item', 'Retry file, 5 rows');
      const { text } = await savedFile(suite.page);
      assert.equal(text, FILE.replace('in,6\r\n', ''));
    });

    it('saves a review file with line and reason, and either file for the rows shown alone', async () => {
      await openPanel();
      await choose(FILE);
      await search(suite.page, 'mail');
      await press(suite.page, '.correction .choice', 'The 2 shown');
      await press(suite.page, '.correction .menu-item', 'Review file');
      assert.deepEqual(await savedFile(suite.page), {
        name: 'users-review.csv',
        text: '\uFEFF"Line","Reason","User account","mail"\r\n"4","mail is taken","zhao@x.com","3"\r\n"2","mail is taken","wei","1"\r\n',
      });
      await press(suite.page, '.correction .menu-item', 'Retry file, 2 rows');
      assert.equal((await savedFile(suite.page)).text, 'User account,mail\r\nwei,1\r\nzhao@x.com,3\r\n');
      await search(suite.page, 'nobody');
      assert.deepEqual(await textsOf(suite.page, '.correction .menu-item strong'), [
        'Review file, CSV for spreadsheets',
        'Review file, Excel workbook',
      ]);
      assert.match(await textOf(suite.page, '.correction-files'), /^None of the failures chosen has a row/);
    });

    it('reads the file again with the encoding, delimiter or column that the reader chooses', async () => {
      await openPanel();
      // An odd number of bytes, which UTF-16 cannot have.
      await choose('login;name\r\nx;wei\r\nli;zhao\r\n\n');
      assert.match(await textOf(suite.page, '.found'), /^2 of 5 failures .* by the column name\.$/);
      await select('Column', '0');
      assert.match(await textOf(suite.page, '.found'), /^1 of 5 failures .* by the column login\.$/);
      await select('Delimiter', ',');
      assert.match(await textOf(suite.page, '.found'), /^None of the failures was found in users\.csv/);
      await select('Delimiter', ';');
      await select('Encoding', 'utf-16le');
      assert.match(await textOf(suite.page, '.file-fault'), /^The file cannot be used/);
      await select('Encoding', 'gb18030');
      assert.match(await textOf(suite.page, '.found'), /^2 of 5 failures/);
    });

    it('offers no file where nobody was found, and says why', async () => {
      await openPanel();
      const cases = /** @type {const} */ ([
        ['a,b\r\nx,y\r\n', /^None of the failures was found in users\.csv.* another import/],
        ['name,mail\r\n', /^users\.csv has a header and no rows/],
      ]);
      for (const [content, sentence] of cases) {
        await choose(content);
        assert.match(await textOf(suite.page, '.found'), sentence);
        assert.equal(await suite.page.$(inside('.correction-files')), null);
      }
      await choose('name,mail\r\n,wei\r\n,li\r\n');
      await select('Column', '0');
      assert.match(await textOf(suite.page, '.found'), /by the column name, so there is no file to save/);
      assert.equal(await suite.page.$(inside('.correction-files')), null);
    });

    it('says that a report without names cannot be found in any file', async () => {
      await openPanel({ successCount: 0, failCount: 1, failInfoList: [{ desc: 'name is missing' }] });
      await choose(FILE);
      assert.match(await textOf(suite.page, '.found'), /^No failure of this report has a user name/);
      assert.equal(await suite.page.$(inside('.correction-files')), null);
    });

    it('says of a file that cannot be read what, where and what to do, and leaves the report as it is', async () => {
      await openPanel();
      const cases = /** @type {const} */ ([
        ['', /The file is empty.*Choose the file that was imported/],
        ['PK\u0003\u0004…', /This is a workbook\. Save it as CSV/],
        ['{"code":0}', /This is JSON, not CSV/],
        ['name\n"a', /quotation mark on line 2 is never closed/],
      ]);
      for (const [content, sentence] of cases) {
        await choose(content);
        assert.match(await textOf(suite.page, '.file-fault'), sentence);
        assert.match(
          await textOf(suite.page, '.file-fault'),
          /^The file cannot be used .* The report is unchanged/,
        );
        assert.match(await textOf(suite.page, '[role=status]'), sentence);
      }
      assert.equal(await textOf(suite.page, '.shown-count'), '5 of 5 rows');
      await choose(FILE);
      assert.match(await textOf(suite.page, '.found'), /^3 of 5/);
      assert.equal(await suite.page.$(inside('.file-fault')), null);
    });

    it('says so when the file was deleted after it was chosen', async () => {
      await openPanel();
      const file = await choose(FILE);
      await rm(file);
      await select('Delimiter', ';');
      assert.match(await textOf(suite.page, '.file-fault'), /could not be read\. Choose it again/);
    });

    it('takes the same file twice, and puts it away when asked or when another report is shown', async () => {
      await openPanel();
      await choose(FILE);
      await choose(FILE);
      assert.match(await textOf(suite.page, '.found'), /^3 of 5/);
      await press(suite.page, '.correction .link', 'Put the file away');
      assert.equal(await suite.page.$(inside('.found')), null);
      await choose(FILE);
      await openPanel({ ...REPORT, successCount: 2 });
      assert.equal(await suite.page.$(inside('.found')), null);
    });

    it('can be used with the keyboard alone', async () => {
      await open(suite.page, REPORT);
      await suite.page.focus(inside('.toolbar > .button'));
      await suite.page.keyboard.press('Enter');
      await shown(suite.page, '.correction');
      await suite.page.keyboard.press('Tab');
      const focused = await suite.page.$eval('koodrive-import-report', (element) => {
        const active = /** @type {HTMLInputElement} */ (element.shadowRoot?.activeElement);
        return `${active.type} ${active.labels?.[0].textContent?.trim()}`;
      });
      assert.equal(focused, 'file Choose the import file');
      await chord(suite.page, 'Shift', 'Tab');
      await suite.page.keyboard.press('Enter');
      await settled(suite.page);
      assert.equal(await suite.page.$(inside('.correction')), null);
    });
  });
}
