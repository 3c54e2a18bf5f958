import assert from 'node:assert/strict';
import path from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { openEngine } from '../support/shared-browsers.js';
import { USER_ID, askFor, readError, readReport, untilState } from '../support/report-page.js';
import { fixturesFolder, headerOf, startSite } from '../support/site.js';
import { TOKEN, openWitnessedPage } from '../support/witness.js';

describe('the page', () => {
  /** @type {import('puppeteer-core').BrowserContext} */
  let browser;
  /** @type {Awaited<ReturnType<typeof startSite>>} */
  let site;
  /** @type {Awaited<ReturnType<typeof openWitnessedPage>>} */
  let witness;
  /** @type {import('puppeteer-core').Page} */
  let page;

  before(async () => {
    browser = await openEngine('chromium');
    site = await startSite();
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });
  beforeEach(async () => {
    witness = await openWitnessedPage(browser);
    page = witness.page;
    // Wide enough for the report to stand beside the form: below it, the page would glide to it under the pointer.
    await page.setViewport({ width: 1280, height: 900 });
    await page.goto(`${site.origin}/?language=en-US`);
  });
  afterEach(() => witness.close());

  /** @param {string} fixture */
  const openSaved = async (fixture) => {
    const picker = /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (
      await page.$('#saved-file')
    );
    await picker.uploadFile(path.join(fixturesFolder, fixture));
  };

  it("shows the API page's example after typing", async () => {
    await askFor(page, { taskId: '1215215' });
    await untilState(page, 'report');
    const { succeeded, failed, total, rate, rows, facts } = await readReport(page);
    assert.deepEqual(
      { succeeded, failed, total, rate },
      { succeeded: '1', failed: '1', total: '2', rate: '50%' },
    );
    assert.deepEqual(rows, [['ss', '—not given']]);
    const [request] = site.requestsOf('1215215');
    assert.match(facts, new RegExp(request.traceId ?? 'no trace ID was sent'));
  });

  it('copies the trace ID', async () => {
    await askFor(page, { taskId: '1215215' });
    await untilState(page, 'report');
    const button = await page.$('koodrive-import-report >>> [part~=facts] button');
    await button?.click();
    await page.waitForFunction(() =>
      document
        .querySelector('koodrive-import-report')
        ?.shadowRoot?.querySelector('[role=status]')
        ?.textContent?.includes('Copied'),
    );
    // Pasting needs no permission, reading the clipboard does.
    await page.focus('#task-id');
    await page.keyboard.down('Control');
    await page.keyboard.press('KeyA');
    await page.keyboard.press('KeyV');
    await page.keyboard.up('Control');
    const pasted = await page.$eval('#task-id', (input) => /** @type {any} */ (input).value);
    assert.match(pasted, /^[0-9a-f]{58}$/);
    assert.ok((await readReport(page)).facts.includes(pasted));
  });

  it('shows absent and hostile texts as text', async () => {
    await openSaved('hostile-texts.json');
    await untilState(page, 'report');
    const { rows } = await readReport(page);
    assert.ok(rows.some((cells) => cells.join().includes('<script>')));
    assert.equal(await page.$('koodrive-import-report >>> tbody img'), null);
  });

  it('warns when the counts differ', async () => {
    await askFor(page, { taskId: '1534087020903704709' });
    await untilState(page, 'report');
    const { warnings } = await readReport(page);
    assert.match(warnings, /12/);
    assert.match(warnings, /10/);
  });

  it('says when there is no result yet', async () => {
    await askFor(page, { taskId: '1534087020903704705' });
    assert.equal(await untilState(page, 'no-result', 'error', 'report'), 'no-result');
    assert.match((await readError(page)).message, /still be running/);
  });

  it('shows the code of a task that KooDrive does not know', async () => {
    await askFor(page, { taskId: '1534087020903704707' });
    await untilState(page, 'error');
    const { details } = await readError(page);
    assert.match(details, /13000201/);
    assert.match(details, /200/);
  });

  it('keeps everything typed after an error, and shows the report once the value is corrected', async () => {
    await askFor(page, { taskId: '1215215', accessToken: 'expired' });
    await untilState(page, 'error');
    assert.match((await readError(page)).message, /20 minutes/);
    const typed = await page.$$eval('#query input', (inputs) =>
      inputs.map((input) => /** @type {any} */ (input).value),
    );
    assert.deepEqual(typed, ['1215215', USER_ID, 'expired']);
    await askFor(page, { accessToken: TOKEN });
    await untilState(page, 'report');
  });

  it('marks a required field that is empty', async () => {
    await askFor(page, { taskId: '1215215', userId: '' });
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'user-id');
    assert.equal(site.requestsOf('1215215').filter(({ userId }) => !userId).length, 0);
  });

  it('cancels a query', async () => {
    await askFor(page, { taskId: 'fault-stalled-body' });
    await untilState(page, 'loading');
    await untilState(page, 'loading');
    const cancel = await page.$('koodrive-import-report >>> .loading button');
    await cancel?.click();
    await untilState(page, 'error');
    assert.match((await readError(page)).message, /cancelled/);
  });

  it('fills the task ID from the address and nothing else', async () => {
    await page.goto(
      `${site.origin}/?taskId=1534087020903704703&userId=1&endpoint=https://evil.example&accessToken=x`,
    );
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector('#task-id')).value !== '');
    const typed = await page.$$eval('#query input', (inputs) =>
      inputs.map((input) => /** @type {any} */ (input).value),
    );
    assert.equal(typed[0], '1534087020903704703');
    assert.notEqual(typed[1], '1');
    assert.notEqual(typed[2], 'x');
  });

  it('speaks Chinese and asks KooDrive for Chinese', async () => {
    await page.select('#language', 'zh-CN');
    await askFor(page, { taskId: '1534087020903704703' });
    await untilState(page, 'report');
    assert.equal(
      await page.$eval('#query button[type=submit]', (button) => button.textContent?.trim()),
      '查看报告',
    );
    const request = site.requestsOf('1534087020903704703').at(-1);
    assert.equal(headerOf(request, 'language'), 'zh-CN');
  });

  it('opens a saved answer without the network', async () => {
    const before = site.simulator.requests.length;
    await openSaved('valid-example.json');
    await untilState(page, 'report');
    assert.deepEqual((await readReport(page)).rows, [['ss', '—not given']]);
    assert.equal(site.simulator.requests.length, before);
  });

  it('names line and column of a saved answer that is not JSON', async () => {
    await openSaved('verbatim-example.json');
    await untilState(page, 'error');
    const { message } = await readError(page);
    assert.match(message, /line 4, column 7/);
  });

  it('shows the report of a demo task after one click', async () => {
    const link = await page.waitForSelector('#demo-tasks a');
    await link?.click();
    await untilState(page, 'report');
    assert.equal((await readReport(page)).rate, '50%');
  });
});
