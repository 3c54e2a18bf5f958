import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { buildSingleFile } from '../../../web/build/single-file/build.js';
import { EVERY_BROWSER } from '../support/browsers.js';
import { openBrowser } from '../support/shared-browsers.js';
import { chosenFile, shown } from '../support/import-file-page.js';
import { press, untilText } from '../support/report-suite.js';
import { USER_ID, askFor, readError, readReport, untilState } from '../support/report-page.js';
import { distFolder, fixturesFolder, headerOf, startSite } from '../support/site.js';
import { TOKEN, openWitnessedPage } from '../support/witness.js';

const FILE = 'koodrive-import-report.html';

/** @typedef {Awaited<ReturnType<typeof startSite>>} Site */

/** @param {string} html @returns {Record<string, string>} */
function policyOf(html) {
  const [, content] = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
  return Object.fromEntries(content.split('; ').map((directive) => directive.split(/ (.*)/)));
}

describe('the single-file page', () => {
  /** dist/ as it would be unpacked somewhere: a folder without a server. @type {string} */
  let folder;
  /** @type {Awaited<ReturnType<typeof buildSingleFile>>} */
  let singleFile;
  /** Allows pages from disk, and does not. @type {Site[]} */
  const sites = [];

  before(async () => {
    singleFile = await buildSingleFile();
    folder = await mkdtemp(path.join(tmpdir(), 'koodrive disk '));
    await cp(distFolder, folder, { recursive: true });
    for (const origins of ['null', 'https://portal.example']) {
      const site = await startSite({ cors: { origins } });
      sites.push(site);
      const config = path.join(folder, `config-${sites.length}.json`);
      await writeFile(config, JSON.stringify({ endpoint: site.origin, userId: USER_ID }));
      await writeFile(path.join(folder, `asks-${sites.length}.html`), await singleFile(config));
    }
    const relative = path.join(folder, 'config-relative.json');
    await writeFile(relative, JSON.stringify({ endpoint: '.' }));
    await writeFile(path.join(folder, 'relative.html'), await singleFile(relative));
  });
  after(async () => {
    await Promise.all(sites.map((site) => site.close()));
    await rm(folder, { recursive: true, force: true });
  });

  describe(FILE, () => {
    it('allows the one script and the one style that it holds, and the endpoint that it was built with', async () => {
      const policy = policyOf(await readFile(path.join(folder, FILE), 'utf8'));
      assert.match(policy['script-src'], /^'sha256-[\w+/]{43}=' blob: 'wasm-unsafe-eval'$/);
      assert.match(policy['style-src'], /^'sha256-[\w+/]{43}='$/);
      assert.equal(policy['default-src'], "'none'");
      assert.equal(policy['connect-src'], "'none'");
      assert.equal(policy['require-trusted-types-for'], "'script'");
      const asking = policyOf(await readFile(path.join(folder, 'asks-1.html'), 'utf8'));
      assert.equal(asking['connect-src'], sites[0].origin);
    });

    it('needs nothing beside it', async () => {
      const html = await readFile(path.join(distFolder, FILE), 'utf8');
      assert.doesNotMatch(html, /<link rel="(?!icon)|<script[^>]*\ssrc=|url\((?!data:)/);
    });

    it('is not built from an endpoint that is no URL', async () => {
      const config = path.join(folder, 'config-wrong.json');
      await writeFile(config, JSON.stringify({ endpoint: 'drive.example.com' }));
      await assert.rejects(singleFile(config), /config-wrong\.json: endpoint .* is not a URL/);
    });
  });

  for (const name of EVERY_BROWSER) {
    describe(`opened from disk in ${name}`, () => {
      /** @type {import('puppeteer-core').BrowserContext} */
      let browser;
      /** @type {Awaited<ReturnType<typeof openWitnessedPage>>} */
      let witness;
      /** @type {import('puppeteer-core').Page} */
      let page;
      before(async () => {
        browser = await openBrowser(name);
      });
      after(() => browser?.close());
      beforeEach(async () => {
        witness = await openWitnessedPage(browser);
        page = witness.page;
      });
      afterEach(() => witness.close());

      /** @param {string} file */
      const openFile = (file) =>
        page.goto(`${pathToFileURL(path.join(folder, file))}?language=en-US`, { waitUntil: 'load' });

      async function openSaved() {
        await page.waitForFunction(() => customElements.get('koodrive-import-report'));
        const picker = /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (
          await page.$('#saved-file')
        );
        await picker.uploadFile(path.join(fixturesFolder, 'several-reasons.json'));
        assert.equal(await untilState(page, 'report', 'error'), 'report');
        const { succeeded, failed } = await readReport(page);
        assert.deepEqual([succeeded, failed], ['2', '5']);
      }

      it('shows a saved answer, and writes a workbook of it', async () => {
        await openFile(FILE);
        await openSaved();
        await press(page, '.menu summary');
        await press(page, '.menu-item', 'Excel');
        await untilText(page, '[role=status]', /^Saved as .*\.xlsx/);
      });

      it('finds the failures of a saved answer in the import file, and writes the file to import again', async () => {
        await openFile(FILE);
        await openSaved();
        await press(page, '.toolbar > .button', 'Correct and import again');
        await shown(page, '.correction');
        const { userName } = /** @type {{ userName: string }} */ (
          await page.$eval('koodrive-import-report', (element) =>
            /** @type {import('../../../web/report/koodrive-import-report.js').KooDriveImportReport} */ (
              element
            ).report?.failInfoList.at(0),
          )
        );
        await writeFile(path.join(folder, 'users.csv'), `name\n${userName}\nin\n`);
        await chosenFile(page, path.join(folder, 'users.csv'));
        await untilText(page, '.found', /^1 of 5 failures found in users\.csv/);
        await press(page, '.correction .menu-item', 'Retry file, 1 row');
        await untilText(page, '[role=status]', /^Saved as users-failed\.csv/);
      });

      for (const [file, endpoint] of [
        [FILE, 'no endpoint'],
        ['relative.html', 'an endpoint relative to the page'],
      ]) {
        it(`says that it cannot ask KooDrive when it was built with ${endpoint}`, async () => {
          await openFile(file);
          const notice = await page.waitForSelector('#query-impossible', { visible: true });
          await page.waitForFunction(
            (section) =>
              /cannot ask KooDrive.*built without the URL of an endpoint/.test(section?.textContent ?? ''),
            {},
            notice,
          );
          assert.equal(await page.$eval('#query', (form) => form.checkVisibility()), false);
          assert.equal(await page.$eval('#config-problem', (problem) => problem.checkVisibility()), false);
        });
      }

      it('says that it cannot ask KooDrive on a web server whose origin its policy does not name', async (test) => {
        const site = await startSite(undefined, { dist: folder, headers: {} });
        test.after(() => site.close());
        await page.goto(`${site.origin}/${FILE}`);
        await page.waitForSelector('#query-impossible', { visible: true });
        await openSaved();
      });

      it('asks an endpoint that allows pages from disk', async () => {
        await openFile('asks-1.html');
        await page.waitForSelector('#query', { visible: true });
        await askFor(page, { taskId: '1215215' });
        assert.equal(await untilState(page, 'report', 'error'), 'report');
        assert.equal((await readReport(page)).rate, '50%');
        const request = sites[0]
          .requestsOf('1215215')
          .filter(({ method }) => method === 'GET')
          .at(-1);
        assert.equal(headerOf(request, 'Authorization'), `Bearer+${TOKEN}`);
        assert.equal(headerOf(request, 'Origin'), 'null');
      });

      it('says why an endpoint that does not allow pages from disk cannot be asked', async () => {
        await openFile('asks-2.html');
        await page.waitForSelector('#query', { visible: true });
        await askFor(page, { taskId: '1215215' });
        assert.equal(await untilState(page, 'report', 'error'), 'error');
        assert.match((await readError(page)).message, /opened from disk.*origin “null”.*on your web server/);
        await openSaved();
      });

      it('says, opened as index.html, that it cannot start, and links to the file that can', async () => {
        await openFile('index.html');
        const link = await page.waitForSelector('#not-started a', { visible: true });
        await Promise.all([page.waitForNavigation(), link?.click()]);
        assert.equal(path.basename(new URL(page.url()).pathname), FILE);
        await openSaved();
        assert.equal(await page.$('#not-started'), null);
      });
    });
  }
});
