import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { EVERY_BROWSER } from '../support/browsers.js';
import { chosenFile, keepSavedFiles, savedFile, shown } from '../support/import-file-page.js';
import { inside, press, reportSuite, textOf, textsOf, untilText } from '../support/report-suite.js';
import { untilState } from '../support/report-page.js';

for (const browser of EVERY_BROWSER) {
  describe(`the way from the failures to a second import, in the demo, in ${browser}`, () => {
    const suite = reportSuite({ browser });

    /** @param {string} title the beginning of a demo task's */
    async function showTask(title) {
      await suite.page.waitForFunction(() => document.querySelector('#demo-tasks a'));
      await suite.page.$$eval(
        '#demo-tasks a',
        (links, wanted) =>
          links
            .find(({ textContent }) => textContent?.startsWith(wanted))
            ?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })),
        title,
      );
      await untilState(suite.page, 'report');
    }

    it('leads from a report and its import file to a retry file, and from the second report to what has changed', async () => {
      const folder = await mkdtemp(path.join(tmpdir(), 'koodrive-demo-'));
      try {
        await showTask('250 of 2,000 failed');
        await keepSavedFiles(suite.page);
        const link = await suite.page.$eval('#demo-tasks .import-file', (one) => ({
          href: /** @type {HTMLAnchorElement} */ (one).href,
          isDownload: one.hasAttribute('download'),
        }));
        assert.equal(link.isDownload, true);
        const importFile = path.join(folder, 'users.csv');
        await writeFile(importFile, new Uint8Array(await (await fetch(link.href)).arrayBuffer()));

        await press(suite.page, '.toolbar > .button', 'Correct and import again');
        await shown(suite.page, '.correction');
        await chosenFile(suite.page, importFile);
        assert.match(await textOf(suite.page, '.found'), /^247 of 250 failures found in users\.csv/);
        await press(suite.page, '.correction .menu-item', /^Retry file/);
        await untilText(suite.page, '[role=status]', /Saved as users-failed\.csv/);
        const { text } = await savedFile(suite.page);
        assert.equal(text.split('\n').filter(Boolean).length, 1 + 247);

        await showTask('The second try of those 250');
        await untilText(suite.page, '.summary-text', /210 of 254/);
        await press(suite.page, '.compare');
        await shown(suite.page, '.comparison');
        await press(suite.page, '.comparison .button', 'Compare with the report shown before');
        await shown(suite.page, '.changes');
        assert.deepEqual((await textsOf(suite.page, '.changes li')).slice(0, 3), [
          'New 4',
          'Still failing, same reason 29',
          'Still failing, another reason 10',
        ]);
        assert.equal(await suite.page.$(inside('.correction')), null);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });
  });
}
