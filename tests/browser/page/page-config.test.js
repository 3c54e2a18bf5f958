import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createSimulator } from '../../../web/simulator/simulator.js';
import { openEngine } from '../support/shared-browsers.js';
import { closeAll } from '../support/client-page.js';
import { USER_ID, readError, readReport, untilState } from '../support/report-page.js';
import { fixturesFolder, startSite } from '../support/site.js';
import { TOKEN, openWitnessedPage } from '../support/witness.js';

/** What config.json may be by mistake, and what the page says of it. @type {[string, RegExp][]} */
const UNUSABLE = [
  ['', /not valid JSON/],
  ['{ "endpoint": "", }', /not valid JSON/],
  ['<!doctype html><title>Portal</title>', /not valid JSON/],
  ['null', /one object/],
  ['[]', /one object/],
  ['"https://evil.example"', /one object/],
  ['{ "endpoint": 7 }', /“endpoint” must be a string/],
  ['{ "endpoint": null }', /“endpoint” must be a string/],
  ['{ "endpoint": "intl.myhuaweicloud-koodrive.com" }', /“endpoint” must be an https URL/],
  ['{ "endpoint": "//evil.example" }', /“endpoint” must be an https URL/],
  ['{ "endpoint": "/\\\\evil.example" }', /“endpoint” must be an https URL/],
  ['{ "endpoint": "/\\t/evil.example" }', /“endpoint” must be an https URL/],
  ['{ "userId": 1505084218764547200 }', /“userId” must be a string/],
  ['{ "tokenFormat": "Basic {token}" }', /“tokenFormat” must be one of/],
  [
    '{ "demo": { "userId": "1", "accessToken": "x", "tasks": [{ "taskId": "1", "title": null }] } }',
    /“demo”/,
  ],
];

/** Endpoints that a query refuses before anything is sent. */
const REFUSED = [
  'http://evil.example',
  'javascript:alert(1)',
  'data:text/plain,x',
  'https://user:secret@evil.example',
  'https://evil.example/?x=',
  'https://evil.example/#x',
];

describe('config.json', { timeout: 60_000 }, () => {
  /** @type {import('puppeteer-core').BrowserContext} */
  let browser;
  /** @type {Awaited<ReturnType<typeof startSite>>} */
  let site;
  /** @type {Awaited<ReturnType<typeof openWitnessedPage>>} */
  let witness;
  /** What config.json is. */
  let config = '';
  before(async () => {
    browser = await openEngine('chromium');
    const simulator = createSimulator();
    site = await startSite(undefined, {
      api: async (request, response) => {
        if (request.url !== '/config.json') return simulator.handle(request, response);
        response.writeHead(200, { 'Content-Type': 'application/json' }).end(config);
        return true;
      },
    });
    site.simulator = simulator;
    witness = await openWitnessedPage(browser);
  });
  // The witness fails on anything that broke in the page.
  after(() => closeAll(witness, browser, site));

  /**
   * Opens the page with a config.json as given.
   * @param {string} text
   * @param {(page: import('puppeteer-core').Page) => Promise<void>} run
   */
  async function withConfig(text, run) {
    config = text;
    site.simulator.reset();
    await witness.page.goto(`${site.origin}/?language=en-US&taskId=1215215`);
    await run(witness.page);
  }

  /** @param {import('puppeteer-core').Page} page */
  const show = (page) =>
    page.evaluate(
      (values) => {
        for (const [id, value] of Object.entries(values))
          /** @type {HTMLInputElement} */ (document.getElementById(id)).value = value;
        /** @type {HTMLFormElement} */ (document.getElementById('query')).requestSubmit();
      },
      { 'user-id': USER_ID, 'access-token': TOKEN },
    );

  for (const [text, said] of UNUSABLE) {
    it(`is not usable as ${text || 'an empty file'}, and says why`, () =>
      withConfig(text, async (page) => {
        await page.waitForSelector('#config-problem:not([hidden])');
        assert.match(await page.$eval('#config-problem', (place) => place.textContent ?? ''), said);
        await show(page);
        assert.equal(await untilState(page, 'idle', 'loading', 'report', 'error'), 'idle');
        assert.equal(site.simulator.requests.length, 0);
      }));
  }

  it('need not be usable to open a saved answer', () =>
    withConfig('', async (page) => {
      await page.waitForSelector('#config-problem:not([hidden])');
      const picker = /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (
        await page.$('#saved-file')
      );
      await picker.uploadFile(path.join(fixturesFolder, 'valid-example.json'));
      assert.equal(await untilState(page, 'report', 'error'), 'report');
    }));

  for (const endpoint of REFUSED) {
    it(`sends nothing to the endpoint ${endpoint}`, () =>
      withConfig(JSON.stringify({ endpoint }), async (page) => {
        /** @type {string[]} */
        const requests = [];
        const note = (/** @type {import('puppeteer-core').HTTPRequest} */ request) =>
          requests.push(request.url());
        page.on('request', note);
        await show(page);
        assert.equal(await untilState(page, 'report', 'error'), 'error');
        page.off('request', note);
        assert.match((await readError(page)).message, /^The endpoint/);
        assert.deepEqual(
          requests.filter((url) => !url.startsWith(site.origin)),
          [],
        );
        assert.equal(site.simulator.requests.length, 0);
      }));
  }

  it('cannot send a token to an origin that the policy does not name', async () => {
    const elsewhere = await startSite({ cors: { origins: '*' } });
    config = JSON.stringify({ endpoint: elsewhere.origin });
    // Its own page, as this one is meant to break a rule.
    const page = await browser.newPage();
    try {
      await page.goto(`${site.origin}/?language=en-US&taskId=1215215`);
      const blocked = page.evaluate(
        () =>
          new Promise((resolve) =>
            addEventListener('securitypolicyviolation', (event) => resolve(event.violatedDirective)),
          ),
      );
      await show(page);
      assert.equal(await blocked, 'connect-src');
      assert.equal(elsewhere.simulator.requests.length, 0);
    } finally {
      await closeAll(page, elsewhere);
    }
  });

  for (const [endpoint, expected] of [
    ['.', '/tools/koodrive/ose/v1/task/result'],
    ['./api/', '/tools/api/koodrive/ose/v1/task/result'],
    ['../up', '/up/koodrive/ose/v1/task/result'],
    ['/', '/koodrive/ose/v1/task/result'],
    ['', '/koodrive/ose/v1/task/result'],
  ]) {
    it(`means ${expected} by the endpoint "${endpoint}", for a page in /tools/`, async () => {
      const basePath = expected.slice(0, expected.indexOf('/koodrive/'));
      const tools = await startSite(
        { basePath },
        { basePath: '/tools' },
        { '/tools/config.json': JSON.stringify({ endpoint }) },
      );
      const witness = await openWitnessedPage(browser);
      try {
        await witness.page.goto(`${tools.origin}/tools/?language=en-US&taskId=1215215`);
        await show(witness.page);
        assert.equal(await untilState(witness.page, 'report', 'error'), 'report');
        assert.equal(tools.requestsOf('1215215')[0].url, `${expected}?taskId=1215215`);
      } finally {
        await closeAll(witness, tools);
      }
    });
  }

  it('has no effect by members that are named like those of every object', () =>
    withConfig(
      '{ "__proto__": { "endpoint": "https://evil.example", "userId": "7" }, "constructor": { "prototype": { "endpoint": "https://evil.example" } } }',
      async (page) => {
        await show(page);
        assert.equal(await untilState(page, 'report', 'error'), 'report');
        assert.equal((await readReport(page)).rate, '50%');
        assert.equal(site.simulator.requests.length, 1);
        assert.deepEqual(await page.evaluate(() => Object.keys(Object.prototype)), []);
      },
    ));
});
