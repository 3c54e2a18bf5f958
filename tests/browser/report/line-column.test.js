import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { EVERY_BROWSER } from '../support/browsers.js';
import { chosenFile, keepSavedFiles, savedBytes, savedFile, shown } from '../support/import-file-page.js';
import { open, press, reportSuite, textOf, textsOf, untilText } from '../support/report-suite.js';
import { readSheet } from '../support/xlsx-sheet.js';

const FILE = 'User account,mail\r\nwei,000123\r\nli,=1+2\r\ntwin,4\r\ntwin,5\r\n';
const REPORT = {
  successCount: 1,
  failCount: 4,
  failInfoList: [
    { userName: 'twin', desc: 'name is taken' },
    { userName: 'nobody', desc: 'name is taken' },
    { userName: 'li', desc: 'mail is taken' },
    { userName: 'wei', desc: 'mail is taken' },
  ],
};

for (const browser of EVERY_BROWSER) {
  describe(`the lines of the import file in the table, in ${browser}`, () => {
    const suite = reportSuite({ browser, sharesPage: true });
    /** @type {string} */
    let folder;
    before(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'koodrive-lines-'));
      await writeFile(path.join(folder, 'users.csv'), FILE);
    });
    after(() => rm(folder, { recursive: true, force: true }));
    beforeEach(async () => {
      await keepSavedFiles(suite.page);
      await open(suite.page, REPORT);
      await press(suite.page, '.toolbar > .button', 'Correct and import again');
      await shown(suite.page, '.correction');
      await chosenFile(suite.page, path.join(folder, 'users.csv'));
      await shown(suite.page, 'td.line');
    });

    const lines = () => textsOf(suite.page, 'td.line');

    it('has a column with the lines, which sorts the rows, and goes with the file', async () => {
      assert.deepEqual(await lines(), ['4, 5', '—not found in the file', '3', '2']);
      await press(suite.page, 'th.line .sort');
      assert.deepEqual(await lines(), ['2', '3', '4, 5', '—not found in the file']);
      await untilText(suite.page, '[role=status]', /Sorted by Line, ascending/);
      await press(suite.page, 'th.line .sort');
      assert.deepEqual(await lines(), ['4, 5', '3', '2', '—not found in the file']);
      await press(suite.page, '.correction .link', 'Put the file away');
      assert.deepEqual(await textsOf(suite.page, 'thead th'), ['', 'No.', 'User name', 'Reason']);
      assert.deepEqual(await textsOf(suite.page, 'tbody .position'), ['1', '2', '3', '4']);
    });

    it('writes the lines into the exports, and the name of the import file into the saved report', async () => {
      await press(suite.page, '.menu .button');
      await press(suite.page, '.menu .menu-item', 'CSV, exact');
      await untilText(suite.page, '[role=status]', /^Saved as .*exact\.csv/);
      const csv = (await savedFile(suite.page)).text.replace('\uFEFF', '').split('\r\n');
      assert.equal(csv[0], 'userName,desc,lines');
      assert.equal(csv[1], 'twin,name is taken,4 5');
      await press(suite.page, '.save');
      await untilText(suite.page, '[role=status]', /^Saved as .*\.json/);
      const { text } = await savedFile(suite.page);
      assert.deepEqual(JSON.parse(text).data.failInfoList[0].lines, [4, 5]);
      await open(suite.page, text);
      assert.match(await textOf(suite.page, '.facts'), /users\.csv/);
    });

    it('writes the lines into the workbook', async () => {
      await press(suite.page, '.menu .button');
      await press(suite.page, '.menu .menu-item', 'Excel workbook');
      await untilText(suite.page, '[role=status]', /^Saved as .*\.xlsx/);
      const { rows } = readSheet(await savedBytes(suite.page));
      assert.deepEqual(rows[0], ['No.', 'User name', 'Reason', 'Line']);
      assert.deepEqual(rows[1], ['1', 'twin', 'name is taken', '4 5']);
      assert.deepEqual(rows[4], ['4', 'wei', 'mail is taken', '2']);
    });

    it('saves the review file as a workbook with every text as it is', async () => {
      await press(suite.page, '.correction .menu-item', 'Review file, Excel workbook');
      await untilText(suite.page, '[role=status]', /^Saved as users-review\.xlsx/);
      const { rows } = readSheet(await savedBytes(suite.page));
      assert.deepEqual(rows, [
        ['Line', 'Reason', 'User account', 'mail'],
        ['4', 'name is taken', 'twin', '4'],
        ['5', 'name is taken', 'twin', '5'],
        ['', 'name is taken', 'nobody', ''],
        ['3', 'mail is taken', 'li', '=1+2'],
        ['2', 'mail is taken', 'wei', '000123'],
      ]);
    });
  });
}
