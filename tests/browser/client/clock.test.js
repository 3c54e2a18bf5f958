import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { securityHeaders } from '../../../web/dev/security-headers.js';
import { openEngine } from '../support/shared-browsers.js';
import { attemptsOf, closeAll, openClientPage } from '../support/client-page.js';
import { startSite } from '../support/site.js';
import { SECRET_MARK } from '../support/witness.js';

const APP = { appId: 'portal-app', appSecret: `app-${SECRET_MARK}` };
/** Greatest expected delay between writing an answer's Date and reading it. */
const DATE_TOLERANCE_MS = 5_000;
const AHEAD_MS = 1_200_000;

describe('a wrong clock of the computer', { concurrency: 4 }, () => {
  /** @type {import('puppeteer-core').BrowserContext} */
  let browser;
  /** The site of a page whose origin differs from that of the servers with the other clock. @type {Awaited<ReturnType<typeof startSite>>} */
  let site;
  /** @type {Awaited<ReturnType<typeof openClientPage>>} */
  let clientPage;

  before(async () => {
    browser = await openEngine('chromium');
    site = await startSite(undefined, {
      headers: securityHeaders({ connectSrc: ['http://127.0.0.1:*'] }),
    });
    clientPage = await openClientPage(browser, site);
  });
  after(() => closeAll(clientPage, browser, site));

  for (const [title, clockOffsetMs, dateRefusalStatus, credentials, allowed] of /** @type {const} */ ([
    ['behind the server, 400', AHEAD_MS, 400, undefined, false],
    ['ahead of the server, 401', -AHEAD_MS, 401, undefined, false],
    ['ahead of the server, 403', -AHEAD_MS, 403, undefined, false],
    ['with an app signature', -AHEAD_MS, 400, APP, false],
    ['on another origin that exposes Date', AHEAD_MS, 400, undefined, true],
  ])) {
    it(`is corrected by the answer's Date: ${title}`, async (t) => {
      const server = await startSite({
        clockOffsetMs,
        dateRefusalStatus,
        authorization: { apps: { [APP.appId]: APP.appSecret } },
        cors: { origins: site.origin, exposeHeaders: ['Date'] },
      });
      const target = allowed ? clientPage : await openClientPage(browser, server);
      t.after(() => closeAll(allowed ? undefined : target, server));
      const taskId = 'fault-503-then-ok~clock';
      const client = { endpoint: server.origin, maxAttempts: 2, ...(credentials && { credentials }) };
      const { report, error } = await target.query({ taskId, client });
      assert.deepEqual(
        report?.warnings.map(({ kind }) => kind),
        ['clock-corrected'],
        error?.message,
      );
      const [warning] = report?.warnings ?? [];
      const offsetMs = warning?.kind === 'clock-corrected' ? warning.offsetMs : 0;
      assert.ok(Math.abs(offsetMs - clockOffsetMs) < DATE_TOLERANCE_MS, `${offsetMs} ms`);
      // First a refusal because of X-Date, which counts as no attempt; then a 503; then the answer.
      assert.equal(attemptsOf(server, taskId), 3);
    });
  }

  it('is corrected only once in a query', async (t) => {
    const server = await startSite({ clockOffsetMs: AHEAD_MS });
    const target = await openClientPage(browser, server);
    t.after(() => closeAll(target, server));
    const { error } = await target.query({ taskId: 'fault-koodrive-400' });
    assert.deepEqual([error?.kind, error?.httpStatus, error?.attempts], ['http', 400, 2]);
    assert.equal(attemptsOf(server, 'fault-koodrive-400'), 2);
  });

  it('does not prevent the renewal of a refused token', async (t) => {
    const server = await startSite({ clockOffsetMs: AHEAD_MS });
    const target = await openClientPage(browser, server);
    t.after(() => closeAll(target, server));
    const taskId = 'fault-401-then-ok';
    const { report, asked } = await target.query({
      taskId,
      tokens: ['first', 'first', 'second'],
      client: { maxAttempts: 1 },
    });
    assert.equal(report?.successCount, 1);
    assert.deepEqual(asked, ['initial', 'initial', 'unauthorized']);
  });

  for (const dateRefusalStatus of [400, 401, 403]) {
    it(`is named as a possible cause of status ${dateRefusalStatus} when Date cannot be read`, async (t) => {
      const server = await startSite({
        clockOffsetMs: AHEAD_MS,
        dateRefusalStatus,
        cors: { origins: site.origin },
      });
      t.after(() => server.close());
      const taskId = '1215215~hidden-date';
      const { error } = await clientPage.query({ taskId, client: { endpoint: server.origin } });
      assert.equal(error?.httpStatus, dateRefusalStatus);
      assert.match(error?.message ?? '', /clock/);
      assert.equal(attemptsOf(server, taskId), 1);
    });
  }
});
