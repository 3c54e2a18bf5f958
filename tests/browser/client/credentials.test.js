import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { signature } from '../../../web/simulator/app-signature.js';
import { DEMO_APP } from '../../../web/simulator/authorization.js';
import { securityHeaders } from '../../../web/dev/security-headers.js';
import { openBrowser } from '../support/shared-browsers.js';
import { attemptsOf, closeAll, openClientPage, sameParts, withoutSecrets } from '../support/client-page.js';
import { USER_ID } from '../support/report-page.js';
import { headerOf, startSite } from '../support/site.js';
import { SECRET_MARK, TOKEN } from '../support/witness.js';

/** @typedef {import('../support/client-page.js').Outcome} Outcome */
/** @typedef {Awaited<ReturnType<typeof startSite>>} Site */

const APP = { appId: 'portal-app', appSecret: `app-${SECRET_MARK}` };
const FORWARDED = { host: 'drive.example.com', pathPrefix: '/gateway' };
const SIGNED_HEADERS = 'host;x-date;x-user-id';
/** Characters that URL encoders and the canonical request of the signature might percent-encode differently. */
const AWKWARD_TASK_ID = "a b&c=d/é?#%+~!'()*:@;,";

/** The Authorization value that a portal's back end returns. @param {string} canonicalRequest */
const authorizationFor = (canonicalRequest) =>
  `HMAC-SHA256 AppId=${APP.appId},SignedHeaders=${SIGNED_HEADERS},Signature=${signature(canonicalRequest, APP.appSecret)}`;

describe('credentials', { concurrency: 5 }, () => {
  /** @type {import('puppeteer-core').BrowserContext} */
  let browser;
  /** @type {Site} */
  let site;
  /** @type {Awaited<ReturnType<typeof openClientPage>>} */
  let clientPage;

  before(async () => {
    browser = await openBrowser('chromium', ['--host-resolver-rules=MAP portal.test 127.0.0.1']);
    site = await startSite(
      { authorization: { apps: { [APP.appId]: APP.appSecret } } },
      { headers: securityHeaders({ connectSrc: ['http://127.0.0.1:*'] }) },
    );
    clientPage = await openClientPage(browser, site);
    await clientPage.page.exposeFunction('portalSigns', authorizationFor);
  });
  after(() => closeAll(clientPage, browser, site));

  /** @param {string} taskId */
  const authorizationsOf = (taskId) =>
    site.requestsOf(taskId).map((request) => headerOf(request, 'Authorization'));

  /**
   * Queries with a provider or signer that misbehaves in the page.
   * @param {string} taskId
   * @param {'accessToken' | 'sign'} kind
   * @param {string} behaviour one of those below
   * @returns {Promise<Outcome>}
   */
  const queryWith = async (taskId, kind, behaviour) =>
    withoutSecrets(
      await clientPage.page.evaluate(
        ({ taskId, kind, behaviour, secret }) => {
          const { createClient, outcomeOf, defaults } = /** @type {any} */ (window).clientPage;
          /** @type {string[]} */
          const asked = [];
          /** @type {Record<string, () => unknown>} */
          const behaviours = {
            throws() {
              throw new Error(secret);
            },
            rejects: () => Promise.reject(new Error(secret)),
            'rejects with nothing': () => Promise.reject(),
            'rejects the second time': () =>
              asked.length > 1 ? Promise.reject(new Error(secret)) : Promise.resolve(secret),
            'gives nothing': () => undefined,
            'gives an empty text': () => '',
            'gives a number': () => 7,
            'gives a line break': () => `${secret}\r\nX-Evil: 1`,
            'gives what cannot be sent': () => `${secret}\u4e2d`,
          };
          const provider = (/** @type {any} */ { reason = 'signature' }) => {
            asked.push(reason);
            return behaviours[behaviour]();
          };
          return outcomeOf(async (/** @type {any} */ onProgress) => {
            const client = await createClient({ userId: defaults.userId, credentials: { [kind]: provider } });
            return client.queryTaskResult({ taskId, onProgress });
          }, asked);
        },
        { taskId, kind, behaviour, secret: TOKEN },
      ),
    );

  describe('an access token', () => {
    it('is requested from its provider before every attempt', async () => {
      const taskId = 'fault-503-then-ok~provider';
      const { report, asked } = await clientPage.query({ taskId, tokens: ['first', 'second'] });
      assert.equal(report?.successCount, 1);
      assert.deepEqual(asked, ['initial', 'initial']);
      assert.deepEqual(authorizationsOf(taskId), ['Bearer+first', 'Bearer+second']);
    });

    it('is requested once more after status 401, which does not count as an attempt', async () => {
      const taskId = 'fault-401-then-ok~provider';
      const { report, asked } = await clientPage.query({
        taskId,
        tokens: ['first', 'second'],
        client: { maxAttempts: 1 },
      });
      assert.equal(report?.successCount, 1);
      assert.deepEqual(asked, ['initial', 'unauthorized']);
      assert.deepEqual(authorizationsOf(taskId), ['Bearer+first', 'Bearer+second']);
    });

    it('is not requested a third time when the renewed one is refused as well', async () => {
      const taskId = 'fault-401-always~provider';
      const { error, asked } = await clientPage.query({ taskId, tokens: ['first', 'second', 'third'] });
      assert.deepEqual(asked, ['initial', 'unauthorized']);
      assert.deepEqual([error?.kind, error?.attempts, error?.code], ['unauthorized', 2, '13000101']);
      assert.equal(attemptsOf(site, taskId), 2);
    });

    it('is not sent again after a refusal when it was given as text', async () => {
      const taskId = 'fault-401-always~text';
      const { error } = await clientPage.query({ taskId });
      assert.deepEqual([error?.kind, error?.attempts], ['unauthorized', 1]);
      assert.equal(attemptsOf(site, taskId), 1);
    });

    for (const pasted of ['Bearer+pasted', 'Bearer pasted']) {
      it(`is sent with the prefix that was pasted with it: ${pasted}`, async () => {
        const taskId = `1215215~${pasted}`;
        assert.equal((await clientPage.query({ taskId, tokens: [pasted] })).error, undefined);
        assert.deepEqual(authorizationsOf(taskId), [pasted]);
      });
    }

    for (const [behaviour, error] of /** @type {const} */ ([
      ['throws', { kind: 'unauthorized', reason: 'credentials-failed', attempts: 0 }],
      ['rejects', { kind: 'unauthorized', reason: 'credentials-failed', attempts: 0 }],
      ['rejects with nothing', { kind: 'unauthorized', reason: 'credentials-failed', attempts: 0 }],
      ['gives nothing', { kind: 'invalid-request', option: 'credentials.accessToken', attempts: 0 }],
      ['gives an empty text', { kind: 'invalid-request', option: 'credentials.accessToken', attempts: 0 }],
      ['gives a line break', { kind: 'invalid-request', reason: 'control-character', attempts: 0 }],
      ['gives what cannot be sent', { kind: 'invalid-request', reason: 'non-ascii', attempts: 0 }],
    ])) {
      it(`is not sent when its provider ${behaviour}`, async () => {
        const taskId = `1215215~provider-${behaviour}`;
        const { error: got } = await queryWith(taskId, 'accessToken', behaviour);
        assert.deepEqual(sameParts(got, error), error);
        assert.equal(attemptsOf(site, taskId), 0);
        await clientPage.expectOrdinaryQuery();
      });
    }

    it('ends the query after one attempt when its renewal fails', async () => {
      const taskId = 'fault-401-always~renewal-fails';
      const { error, asked } = await queryWith(taskId, 'accessToken', 'rejects the second time');
      assert.deepEqual(asked, ['initial', 'unauthorized']);
      assert.deepEqual(
        [error?.kind, error?.reason, error?.attempts],
        ['unauthorized', 'credentials-failed', 1],
      );
      assert.equal(attemptsOf(site, taskId), 1);
    });
  });

  describe('an app signature', () => {
    for (const taskId of ['1215215~signed', AWKWARD_TASK_ID, `fault-503-then-ok~signed`, '']) {
      it(`is accepted for task ID ${JSON.stringify(taskId)}`, async () => {
        const { error } = await clientPage.query({ taskId, client: { credentials: APP } });
        assert.notEqual(error?.kind, 'unauthorized', error?.message);
        const signed = site.simulator.requests.filter((request) => (request.taskId ?? '') === taskId);
        assert.ok(signed.length > 0);
        for (const { outcome } of signed) assert.match(outcome, /^(answered|fault)/);
      });
    }

    it('is computed anew for every attempt', async () => {
      const taskId = 'fault-503-then-ok-2~signed-anew';
      assert.equal((await clientPage.query({ taskId, client: { credentials: APP } })).report?.failCount, 1);
      assert.equal(attemptsOf(site, taskId), 3);
    });

    it('is refused once and not sent again when the secret is wrong', async () => {
      const taskId = '1215215~wrong-secret';
      const credentials = { ...APP, appSecret: 'wrong' };
      const { error } = await clientPage.query({ taskId, client: { credentials } });
      assert.deepEqual([error?.kind, error?.httpStatus, error?.attempts], ['unauthorized', 401, 1]);
      assert.equal(attemptsOf(site, taskId), 1);
    });

    for (const basePath of ['', '/portal/drive']) {
      it(`covers the host and path that KooDrive receives from a forwarder at ${basePath || '/'}`, async (t) => {
        const authorization = { apps: { [APP.appId]: APP.appSecret }, signedTarget: FORWARDED };
        const behind = await startSite({ basePath, authorization, cors: { origins: site.origin } });
        t.after(() => behind.close());
        const endpoint = behind.origin + basePath;
        // The simulator prepends the prefix to the received path, so the signature also covers the forwarder's own path.
        const signedEndpoint = `https://${FORWARDED.host}${FORWARDED.pathPrefix}${basePath}`;
        /** @type {string[]} */
        const hosts = [];
        clientPage.page.on('request', (request) => hosts.push(new URL(request.url()).hostname));
        const ask = (/** @type {object} */ extra) =>
          clientPage.query({
            taskId: AWKWARD_TASK_ID,
            client: { endpoint, credentials: { ...APP, ...extra } },
          });
        assert.equal((await ask({ signedEndpoint })).error?.kind, 'api', 'unknown task, but a known sender');
        assert.equal((await ask({})).error?.kind, 'unauthorized', 'the forwarder’s own host is not signed');
        assert.ok(!hosts.includes(FORWARDED.host), 'nothing is sent to what is only signed');
      });
    }

    it('is refused as insecure-context outside a secure context', async () => {
      const page = await browser.newPage();
      await page.goto(site.origin.replace('127.0.0.1', 'portal.test'));
      const got = await page.evaluate(async (app) => {
        const { createClient } = await import(new URL('koodrive-client.js', document.baseURI).href);
        try {
          await createClient({ credentials: app });
        } catch (/** @type {any} */ error) {
          return { kind: error.kind, reason: error.reason, message: error.message };
        }
        return undefined;
      }, APP);
      await page.close();
      assert.deepEqual([got?.kind, got?.reason], ['invalid-request', 'insecure-context']);
      assert.match(withoutSecrets(got)?.message ?? '', /https/);
    });
  });

  describe('a signer', () => {
    it('receives the canonical request of each attempt, its URL, its headers and a signal', async () => {
      const taskId = `fault-503-then-ok~${AWKWARD_TASK_ID}`;
      const { outcome, seen } = await clientPage.page.evaluate(async (taskId) => {
        const { clientPage, portalSigns } = /** @type {any} */ (window);
        const { createClient, outcomeOf, defaults } = clientPage;
        /** @type {{ canonicalRequest: string, url: string, headers: Record<string, string>, isSignal: boolean }[]} */
        const seen = [];
        const sign = (/** @type {any} */ { canonicalRequest, url, headers, signal }) => {
          seen.push({ canonicalRequest, url, headers, isSignal: signal instanceof AbortSignal });
          return portalSigns(canonicalRequest);
        };
        const outcome = await outcomeOf(async () =>
          (await createClient({ userId: defaults.userId, credentials: { sign } })).queryTaskResult({
            taskId,
          }),
        );
        return { outcome, seen };
      }, taskId);
      assert.equal(outcome.report?.failCount, 1, outcome.error?.message);
      const requests = site.requestsOf(taskId);
      assert.equal(requests.length, 2);
      assert.equal(seen.length, 2);
      seen.forEach(({ canonicalRequest, url, headers, isSignal }, n) => {
        const lines = canonicalRequest.split('\n');
        assert.deepEqual(lines.slice(0, 2), ['GET', '/koodrive/ose/v1/task/result/']);
        assert.equal(lines[3], `host:${new URL(site.origin).host}`);
        assert.equal(lines[5], `x-user-id:${USER_ID}`);
        assert.equal(url, site.origin + requests[n].url);
        assert.equal(isSignal, true);
        for (const [name, value] of Object.entries(headers)) assert.equal(headerOf(requests[n], name), value);
        assert.equal(headers['X-Traceid'], requests[n].traceId);
      });
    });

    for (const [behaviour, kind] of /** @type {const} */ ([
      ['throws', 'unauthorized'],
      ['rejects', 'unauthorized'],
      ['rejects with nothing', 'unauthorized'],
      ['gives nothing', 'invalid-request'],
      ['gives an empty text', 'invalid-request'],
      ['gives a line break', 'invalid-request'],
      ['gives what cannot be sent', 'invalid-request'],
    ])) {
      it(`prevents the request when it ${behaviour}`, async () => {
        const taskId = `1215215~signer-${behaviour}`;
        const { error } = await queryWith(taskId, 'sign', behaviour);
        assert.deepEqual([error?.kind, error?.attempts], [kind, 0], error?.message);
        if (kind === 'unauthorized') assert.equal(error?.reason, 'credentials-failed');
        assert.equal(attemptsOf(site, taskId), 0);
        await clientPage.expectOrdinaryQuery();
      });
    }

    it('is not called again when its signature is refused', async () => {
      const taskId = 'fault-401-always~signer';
      const { error, asked } = await queryWith(taskId, 'sign', 'rejects the second time');
      assert.deepEqual(asked, ['signature']);
      assert.deepEqual([error?.kind, error?.attempts], ['unauthorized', 1]);
    });
  });

  for (const [option, reason, credentials] of /** @type {const} */ ([
    ['credentials', 'wrong-option-type', 'token'],
    ['credentials.accessToken', 'wrong-option-type', { accessToken: 7 }],
    ['credentials.format', 'out-of-range', { accessToken: 'x', format: 'Basic {token}' }],
    ['credentials.appSecret', 'required', { appId: 'a', appSecret: '' }],
    ['credentials.appSecret', 'wrong-option-type', { appId: 'a' }],
    ['credentials.sign', 'wrong-option-type', { sign: 'a' }],
    ['credentials.signedEndpoint', 'wrong-option-type', { ...DEMO_APP, signedEndpoint: 7 }],
    ['credentials.accessToken', 'required', null],
  ])) {
    it(`are refused before anything is sent: ${JSON.stringify(credentials)}`, async () => {
      const taskId = `1215215~refused-${option}-${reason}`;
      const { error } = await clientPage.query({
        taskId,
        client: { credentials: /** @type {any} */ (credentials) },
      });
      assert.deepEqual([error?.kind, error?.option, error?.reason], ['invalid-request', option, reason]);
      assert.equal(attemptsOf(site, taskId), 0);
    });
  }

  for (const signedEndpoint of [
    'ftp://drive.example.com',
    'drive.example.com',
    'https://drive.example.com/?a=b',
  ]) {
    it(`are refused for the invalid signedEndpoint ${signedEndpoint}`, async () => {
      const taskId = `1215215~${signedEndpoint}`;
      const { error } = await clientPage.query({
        taskId,
        client: { credentials: { ...APP, signedEndpoint } },
      });
      assert.equal(error?.kind, 'invalid-request', error?.message);
      assert.match(error?.option ?? '', /signedEndpoint/);
      assert.equal(attemptsOf(site, taskId), 0);
    });
  }
});
