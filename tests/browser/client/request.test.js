import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openEngine } from '../support/shared-browsers.js';
import { USER_ID } from '../support/report-page.js';
import { headerOf, startSite } from '../support/site.js';
import { TOKEN, openWitnessedPage } from '../support/witness.js';

/** Headers that Chromium adds to every request. */
const BROWSERS_OWN = /^(host|connection|user-agent|accept|accept-encoding|accept-language|referer|sec-.*)$/i;

describe('a request', () => {
  /** @type {import('puppeteer-core').BrowserContext} */
  let browser;
  /** @type {Awaited<ReturnType<typeof startSite>>} */
  let site;
  /** @type {Awaited<ReturnType<typeof openWitnessedPage>>} */
  let witness;

  before(async () => {
    browser = await openEngine('chromium');
    site = await startSite();
    witness = await openWitnessedPage(browser);
    await witness.page.goto(site.origin);
  });
  after(async () => {
    await witness?.close();
    await browser?.close();
    await site?.close();
  });

  /**
   * @param {{ taskId?: string, language?: string }} options
   * @param {object} [clientOptions]
   */
  const query = (options, clientOptions = {}) =>
    witness.page.evaluate(
      async ({ options, clientOptions, userId, accessToken }) => {
        // @ts-expect-error served, not a source file
        const { createClient } = await import('./koodrive-client.js');
        const client = await createClient({
          userId,
          credentials: { accessToken },
          ...clientOptions,
        });
        try {
          (await client.queryTaskResult(options)).close();
          return undefined;
        } catch (/** @type {any} */ error) {
          return {
            kind: error.kind,
            reason: error.reason,
            option: error.option,
            attempts: error.attempts,
          };
        }
      },
      { options, clientOptions, userId: USER_ID, accessToken: TOKEN },
    );

  it('carries exactly the five documented headers besides the browser’s own', async () => {
    assert.equal(await query({ taskId: '1215215' }), undefined);
    const [request] = site.requestsOf('1215215');
    const names = request.rawHeaders.filter((_, index) => index % 2 === 0);
    const ours = names.filter((name) => !BROWSERS_OWN.test(name)).map((name) => name.toLowerCase());
    assert.deepEqual(ours.sort(), ['authorization', 'language', 'x-date', 'x-traceid', 'x-user-id']);
    assert.deepEqual(request.undocumentedHeaders, []);
    assert.equal(headerOf(request, 'Authorization'), `Bearer+${TOKEN}`);
    assert.equal(headerOf(request, 'language'), 'en-US');
    assert.match(headerOf(request, 'X-Traceid') ?? '', /^[0-9a-f]{58}$/);
    assert.match(headerOf(request, 'X-Date') ?? '', /^\d{8}T\d{6}Z$/);
  });

  it('has a new trace ID for every query', async () => {
    await query({ taskId: '1215215~again' });
    await query({ taskId: '1215215~again' });
    const ids = site.requestsOf('1215215~again').map(({ traceId }) => traceId);
    assert.equal(new Set(ids).size, 2);
  });

  it('contains a 19-digit task ID unchanged', async () => {
    await query({ taskId: '1534087020903704703' });
    assert.equal(
      site.simulator.requests.at(-1)?.url,
      '/koodrive/ose/v1/task/result?taskId=1534087020903704703',
    );
  });

  it('percent-encodes the task ID', async () => {
    await query({ taskId: 'a b&c=d/é?#%+~' });
    assert.equal(
      site.simulator.requests.at(-1)?.url,
      '/koodrive/ose/v1/task/result?taskId=a%20b%26c%3Dd%2F%C3%A9%3F%23%25%2B~',
    );
  });

  it('has no task ID parameter when none is given', async () => {
    assert.deepEqual((await query({}))?.kind, 'no-result');
    assert.equal(site.simulator.requests.at(-1)?.url, '/koodrive/ose/v1/task/result');
  });

  for (const [format, value] of [
    ['Bearer {token}', `Bearer ${TOKEN}`],
    ['{token}', TOKEN],
  ]) {
    it(`sends the token as ${format}`, async () => {
      const taskId = `1215215~${format.length}`;
      assert.equal(await query({ taskId }, { credentials: { accessToken: TOKEN, format } }), undefined);
      assert.equal(headerOf(site.requestsOf(taskId)[0], 'Authorization'), value);
    });
  }

  for (const [option, clientOptions] of /** @type {const} */ ([
    ['endpoint', { endpoint: 'http://drive.example.com' }],
    ['endpoint', { endpoint: 'https://user:pw@drive.example.com' }],
    ['userId', { userId: 'a\r\nX-Evil: 1' }],
    ['language', { language: 'not a tag' }],
    ['credentials.accessToken', { credentials: { accessToken: 'a\nb' } }],
  ])) {
    it(`is refused before anything is sent: ${option} in ${JSON.stringify(clientOptions)}`, async () => {
      const before = site.simulator.requests.length;
      const error = await query({ taskId: '1215215' }, clientOptions);
      assert.equal(error?.kind, 'invalid-request');
      assert.equal(error?.option, option);
      assert.equal(error?.attempts, 0);
      assert.equal(site.simulator.requests.length, before);
    });
  }
});
