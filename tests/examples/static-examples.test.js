import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { startExamples } from '../../web/dev/examples.js';
import { EVERY_BROWSER } from '../browser/support/browsers.js';
import { closeAll } from '../browser/support/client-page.js';
import { openBrowser, openEngine } from '../browser/support/shared-browsers.js';
import {
  USER_ID,
  chooseImport,
  lookUntilReport,
  readReport,
  untilState,
} from '../browser/support/report-page.js';
import { headerOf } from '../browser/support/site.js';
import { TOKEN, openWitnessedPage } from '../browser/support/witness.js';

const TASK = '1534087020903704703';

describe('the examples', () => {
  /** @type {import('puppeteer-core').BrowserContext} */
  let browser;
  /** @type {Awaited<ReturnType<typeof startExamples>>} */
  let examples;
  before(async () => {
    browser = await openBrowser('chromium');
    examples = await startExamples({ accessToken: TOKEN });
  });
  after(async () => {
    await browser?.close();
    await examples?.close();
  });
  describe('in a browser', () => {
    /** @type {Awaited<ReturnType<typeof openWitnessedPage>>} */
    let witness;
    /** @type {import('puppeteer-core').Page} */
    let page;
    beforeEach(async () => {
      examples.simulator.reset();
      witness = await openWitnessedPage(browser);
      page = witness.page;
    });
    afterEach(() => witness.close());

    /** The Authorization header of the one query, which must be for the example's task and user. */
    function query(requests = examples.simulator.requests) {
      const [request, ...others] = requests;
      assert.deepEqual(others, []);
      assert.deepEqual([request.taskId, request.userId], [TASK, USER_ID]);
      return headerOf(request, 'Authorization');
    }

    for (const name of ['plain', 'strict-policy']) {
      it(`show the report with the portal’s token in ${name}`, async () => {
        await page.goto(`${examples.portal}/${name}/`);
        assert.equal(await untilState(page, 'report', 'error'), 'report');
        assert.equal((await readReport(page)).failed, '250');
        assert.equal(query(), `Bearer+${TOKEN}`);
      });
    }

    it('show the outcome in the portal’s own words in plain', async () => {
      await page.goto(`${examples.portal}/plain/`);
      await page.waitForFunction(
        () => document.querySelector('#outcome')?.textContent === '250 users need a second look.',
      );
    });

    it('show the report without a secret in the browser in signing-back-end', async () => {
      await page.goto(`${examples.portal}/signing-back-end/`);
      assert.equal(await untilState(page, 'report', 'error'), 'report');
      // The list, beside the report, asks without a task.
      const withTask = examples.simulator.requests.filter(({ taskId }) => taskId);
      assert.match(query(withTask) ?? '', /^HMAC-SHA256 AppId=/);
    });
  });

  it('allow no other script to create a Trusted Types policy in strict-policy', async () => {
    const page = await browser.newPage();
    await page.goto(`${examples.portal}/strict-policy/`);
    const refused = await page.evaluate(() => {
      try {
        /** @type {any} */ (window).trustedTypes.createPolicy('another', {});
        return 'allowed';
      } catch (error) {
        return error instanceof TypeError && 'refused';
      }
    });
    assert.equal(refused, 'refused');
    await page.close();
  });

  it('sign in signing-back-end neither for another page nor anything but the query', async () => {
    const sign = (/** @type {Record<string, string>} */ headers, body = 'GET\n') =>
      fetch(`${examples.portal}/signing-back-end/portal/sign`, { method: 'POST', headers, body });
    assert.equal((await sign({})).status, 403);
    assert.equal((await sign({ 'Sec-Fetch-Site': 'cross-site' })).status, 403);
    assert.equal((await sign({ 'Sec-Fetch-Site': 'same-origin' })).status, 400);
    assert.equal((await sign({ 'Sec-Fetch-Site': 'same-origin' }, 'x'.repeat(5000))).status, 400);
  });
});

for (const name of EVERY_BROWSER) {
  describe(`the example that signs on a back end, in ${name}`, () => {
    /** @type {Awaited<ReturnType<typeof startExamples>>} */
    let examples;
    /** @type {import('puppeteer-core').BrowserContext} */
    let browser;
    before(async () => {
      [examples, browser] = await Promise.all([startExamples(), openEngine(name)]);
    });
    after(() => closeAll(browser, examples));

    it('lists the imports, shows a finished one and follows a running one without a secret in the browser', async () => {
      const witness = await openWitnessedPage(browser);
      const { page } = witness;
      await page.goto(`${examples.portal}/signing-back-end/`);
      assert.equal(await untilState(page, 'report', 'error'), 'report');
      await chooseImport(page, 'The second try');
      await page.waitForFunction(() => {
        const element = /** @type {any} */ (document.querySelector('koodrive-import-report'));
        return element.report?.failCount === 44;
      });
      await chooseImport(page, 'Still running');
      assert.equal(await untilState(page, 'running', 'error'), 'running');
      await lookUntilReport(page);
      for (const request of examples.simulator.requests)
        assert.match(headerOf(request, 'Authorization') ?? '', /^HMAC-SHA256 AppId=/, request.url);
      await witness.close();
    });
  });
}
