import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { EVERY_BROWSER } from '../support/browsers.js';
import { keepSavedFiles, savedFile, shown } from '../support/import-file-page.js';
import { inside, open, press, reportSuite, textOf, textsOf, untilText } from '../support/report-suite.js';

const EARLIER = {
  successCount: 0,
  failCount: 4,
  failInfoList: [
    { userName: 'wei', desc: 'mail is taken' },
    { userName: 'li', desc: 'name is taken' },
    { userName: 'zhao@x.com', desc: 'mail is taken' },
    { userName: 'in by now', desc: 'department is missing' },
  ],
};
const LATER = {
  successCount: 1,
  failCount: 5,
  failInfoList: [
    { userName: 'zhao', desc: 'mail is taken' },
    { userName: 'wei', desc: 'mail is taken' },
    { userName: 'li', desc: 'mail is not valid' },
    { userName: 'first time', desc: 'mail is taken' },
    { desc: 'mail is taken' },
  ],
};

for (const browser of EVERY_BROWSER) {
  describe(`the comparison with an earlier report, in ${browser}`, () => {
    const suite = reportSuite({ browser, sharesPage: true });
    /** @type {string} */
    let folder;
    before(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'koodrive-earlier-'));
    });
    after(() => rm(folder, { recursive: true, force: true }));
    beforeEach(() => keepSavedFiles(suite.page));

    /** @param {object} [report] */
    async function openPanel(report = LATER) {
      await open(suite.page, report, 'later.json');
      await press(suite.page, '.compare');
      await shown(suite.page, '.comparison');
    }

    /** @param {string | object} content */
    async function choose(content) {
      const file = path.join(folder, 'earlier.json');
      const text = typeof content === 'string' ? content : JSON.stringify({ code: 0, data: content });
      await writeFile(file, text);
      const picker = /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (
        await suite.page.$(inside('.comparison input[type=file]'))
      );
      await picker.uploadFile(file);
      await shown(suite.page, '.comparison[aria-busy=false] :is(.changes, .file-fault)');
    }

    it('counts what has changed since a saved report, lists who no longer fails, and says it for each row', async () => {
      await openPanel();
      await choose(EARLIER);
      assert.deepEqual(await textsOf(suite.page, '.changes li'), [
        'New 1',
        'Still failing, same reason 2',
        'Still failing, another reason 1',
        'Unclear No name, or one that several failures have. 1',
      ]);
      assert.deepEqual(await textsOf(suite.page, '.gone summary'), ['No longer failing: 1']);
      assert.deepEqual(await textsOf(suite.page, '.gone li'), ['in by now department is missing']);
      assert.deepEqual(await textsOf(suite.page, 'td.change'), [
        'Still failing, same reason Name before: zhao@x.com',
        'Still failing, same reason',
        'Still failing, another reason Before: name is taken',
        'New',
        'Unclear',
      ]);
      assert.match(
        await textOf(suite.page, '[role=status]'),
        /New: 1\. Still failing, same reason: 2\..* No longer failing: 1\.$/,
      );
    });

    it('filters the table by what has changed, and takes the filter, the column and the counts away at its end', async () => {
      await openPanel();
      await choose(EARLIER);
      await press(suite.page, '.changes button', 'Still failing, same reason');
      assert.deepEqual(await textsOf(suite.page, 'tbody .userName'), ['zhao', 'wei']);
      assert.equal(await textOf(suite.page, '.shown-count'), '2 of 5 rows');
      await press(suite.page, '.chip', 'Still failing, same reason');
      assert.equal(await textOf(suite.page, '.shown-count'), '5 of 5 rows');
      await press(suite.page, '.changes button', 'New');
      await press(suite.page, '.comparison .link', 'End the comparison');
      assert.equal(await textOf(suite.page, '.shown-count'), '5 of 5 rows');
      assert.equal(await suite.page.$(inside('td.change')), null);
      assert.equal(await suite.page.$(inside('.changes')), null);
    });

    it('writes what has changed into the exports', async () => {
      await openPanel();
      await choose(EARLIER);
      await press(suite.page, '.menu .button');
      await press(suite.page, '.menu .menu-item', 'CSV, exact');
      await untilText(suite.page, '[role=status]', /^Saved as .*exact\.csv/);
      const lines = (await savedFile(suite.page)).text.replace('\uFEFF', '').trim().split('\r\n');
      assert.equal(lines[0], 'userName,desc,change');
      assert.deepEqual(
        lines.slice(1).map((line) => line.split(',').at(-1)),
        ['same-reason', 'same-reason', 'other-reason', 'new', 'unclear'],
      );
    });

    it('offers the report that was shown before this one, and keeps it while the same one is opened again', async () => {
      await open(suite.page, EARLIER, 'earlier.json');
      await openPanel();
      await press(suite.page, '.comparison .button', 'Compare with the report shown before');
      assert.equal((await textsOf(suite.page, '.changes li'))[0], 'New 1');
      await open(suite.page, { successCount: 9, failCount: 0, failInfoList: [] }, 'all-in.json');
      await press(suite.page, '.compare');
      await shown(suite.page, '.comparison');
      await press(suite.page, '.comparison .button', 'Compare with the report shown before');
      assert.deepEqual(await textsOf(suite.page, '.gone summary'), ['No longer failing: 4']);
    });

    it('takes the report shown before while a chosen file is still being read', async () => {
      await open(suite.page, EARLIER, 'earlier.json');
      await openPanel();
      await suite.page.$eval('koodrive-import-report', (element) => {
        Object.assign(element, { client: { openTaskResult: () => new Promise(() => {}) } });
      });
      const picker = /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (
        await suite.page.$(inside('.comparison input[type=file]'))
      );
      const file = path.join(folder, 'slow.json');
      await writeFile(file, '{}');
      await picker.uploadFile(file);
      await shown(suite.page, '.comparison[aria-busy=true]');
      await press(suite.page, '.comparison .button', 'Compare with the report shown before');
      await shown(suite.page, '.comparison[aria-busy=false] .changes');
    });

    it('says so when the report shown before was closed by the page', async () => {
      await open(suite.page, EARLIER, 'earlier.json');
      await suite.page.$eval('koodrive-import-report', (element) =>
        /** @type {any} */ (element).report.close(),
      );
      await openPanel();
      await press(suite.page, '.comparison .button', 'Compare with the report shown before');
      await shown(suite.page, '.comparison .file-fault');
    });

    it('has nothing to offer but saved reports when no other report was shown', async () => {
      await openPanel();
      assert.deepEqual(await textsOf(suite.page, '.comparison .button'), ['Choose a saved report']);
    });

    it('says of a file that is no report what, where and what to do, and leaves the report as it is', async () => {
      await openPanel();
      await choose('name,mail\n');
      assert.match(
        await textOf(suite.page, '.comparison .file-fault'),
        /^The file cannot be compared .*line 1.* The report is unchanged\. Choose a report that was saved as JSON\.$/,
      );
      assert.equal(await textOf(suite.page, '.shown-count'), '5 of 5 rows');
      await choose(EARLIER);
      assert.equal(await suite.page.$(inside('.file-fault')), null);
    });

    it('shows texts of the earlier report as text, whatever they hold', async () => {
      await openPanel();
      const hostile = '<img src=x onerror=alert(1)>\u202e';
      await choose({
        ...EARLIER,
        failInfoList: [
          { userName: 'li', desc: hostile },
          { userName: hostile, desc: hostile },
        ],
      });
      assert.equal(await suite.page.$(inside('img')), null);
      assert.ok((await textOf(suite.page, '.gone li')).includes('<img'));
    });
  });
}
