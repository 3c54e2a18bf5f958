import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import { after, before, describe, it } from 'node:test';
import { securityHeaders } from '../../../web/dev/security-headers.js';
import { openBrowser } from '../support/shared-browsers.js';
import { attemptsOf, closeAll, openClientPage, sameParts, until } from '../support/client-page.js';
import { startSite } from '../support/site.js';

const FIRST_BACKOFF_MS = 500;
/** Tolerance for timers and clocks that round to whole milliseconds on both sides. */
const CLOCK_STEP_MS = 2;

const headers = securityHeaders({ connectSrc: ['http://127.0.0.1:*'] });

describe('retries of a query', { concurrency: 5 }, () => {
  /** @type {import('puppeteer-core').BrowserContext} */
  let browser;
  /** @type {Awaited<ReturnType<typeof startSite>>} */
  let site;
  /** @type {Awaited<ReturnType<typeof openClientPage>>} */
  let clientPage;

  before(async () => {
    browser = await openBrowser('chromium');
    site = await startSite({ faultDefaults: { '429-always': 0 } }, { headers });
    clientPage = await openClientPage(browser, site);
  });
  after(() => closeAll(clientPage, browser, site));

  /** @param {import('../support/client-page.js').Outcome} outcome */
  const waitsOf = ({ progress }) =>
    progress.flatMap((told) => (told.phase === 'retrying' ? [told.waitMs] : []));
  /** Milliseconds between the arrivals of successive attempts. @param {string} taskId */
  const gapsOf = (taskId) => {
    const times = site.requestsOf(taskId).map(({ time }) => time);
    return times.slice(1).map((time, index) => time - times[index]);
  };

  for (const [taskId, client, attempts] of /** @type {const} */ ([
    ['fault-503-then-ok-2', {}, 3],
    ['fault-503-then-ok-1~once', {}, 2],
    ['fault-stalled-then-ok-2', { timeoutMs: 300 }, 3],
    ['fault-reset-then-ok-2', {}, 3],
  ])) {
    it(`succeed for the temporary fault ${taskId}`, async () => {
      const outcome = await clientPage.query({ taskId, client });
      assert.equal(outcome.report?.successCount, 1, outcome.error?.message);
      assert.equal(attemptsOf(site, taskId), attempts);
      assert.equal(waitsOf(outcome).length, attempts - 1);
      await clientPage.expectOrdinaryQuery();
    });
  }

  for (const [taskId, maxAttempts, error] of /** @type {const} */ ([
    ['fault-500-always', undefined, { kind: 'http', reason: 'server-fault', httpStatus: 500, attempts: 3 }],
    ['fault-502-always', 1, { kind: 'http', reason: 'server-fault', httpStatus: 502, attempts: 1 }],
    ['fault-504-always', 4, { kind: 'http', reason: 'server-fault', httpStatus: 504, attempts: 4 }],
    ['fault-429-always', undefined, { kind: 'http', reason: 'throttled', httpStatus: 429, attempts: 3 }],
    ['fault-reset-in-body', undefined, { kind: 'network', reason: 'unreachable', attempts: 3 }],
    // The error must describe the last attempt, not the first one.
    ['fault-reset-then-ok-1~api', 1, { kind: 'network', reason: 'unreachable', attempts: 1 }],
    ['fault-koodrive-404', 10, { kind: 'http', reason: 'not-found', attempts: 1 }],
    ['fault-data-absent', 10, { kind: 'no-result', attempts: 1 }],
    ['fault-truncated', 10, { kind: 'malformed-response', attempts: 1 }],
    ['fault-code-text', 10, { kind: 'api', attempts: 1 }],
  ])) {
    it(`end with the error of the last attempt: ${taskId}, maxAttempts ${maxAttempts ?? 'by default'}`, async () => {
      const { error: got } = await clientPage.query({ taskId, client: { maxAttempts } });
      assert.deepEqual(sameParts(got, error), error);
      assert.equal(attemptsOf(site, taskId), error.attempts);
    });
  }

  it('wait with exponential backoff and jitter', async () => {
    const taskIds = Array.from({ length: 12 }, (_, n) => `fault-503-then-ok-2~jitter-${n}`);
    const outcomes = await Promise.all(taskIds.map((taskId) => clientPage.query({ taskId })));
    const waits = outcomes.map(waitsOf);
    for (const [first, second] of waits) {
      assert.ok(first < FIRST_BACKOFF_MS && second < 2 * FIRST_BACKOFF_MS, `${first} ms, ${second} ms`);
    }
    assert.ok(
      new Set(waits.map(([first]) => first)).size > 6,
      `first waits: ${waits.map(([first]) => first)}`,
    );
    assert.ok(
      waits.some(([, second]) => second > FIRST_BACKOFF_MS),
      `second waits: ${waits.map(([, second]) => second)}`,
    );
    taskIds.forEach((taskId, n) => {
      gapsOf(taskId).forEach((gap, k) =>
        assert.ok(gap >= waits[n][k] - CLOCK_STEP_MS, `${gap} < ${waits[n][k]}`),
      );
    });
  });

  it('report the failed attempt and the waiting time as progress', async () => {
    const taskId = 'fault-503-then-ok~told';
    const { progress } = await clientPage.query({ taskId });
    const phases = progress
      .filter(({ phase }) => phase !== 'receiving')
      .map((told) => [told.phase, 'attempt' in told && told.attempt]);
    assert.deepEqual(phases, [
      ['connecting', 1],
      ['retrying', 1],
      ['connecting', 2],
      ['decoding', 2],
    ]);
  });

  it('wait for the seconds given by Retry-After', async () => {
    const taskId = 'fault-429-seconds-1';
    const outcome = await clientPage.query({ taskId });
    assert.equal(outcome.report?.successCount, 1);
    assert.ok(waitsOf(outcome)[0] >= 1000);
    assert.ok(gapsOf(taskId)[0] >= 1000 - CLOCK_STEP_MS, `${gapsOf(taskId)[0]} ms`);
  });

  it('wait until the date given by Retry-After', async () => {
    const taskId = 'fault-429-date-1';
    assert.equal((await clientPage.query({ taskId })).report?.successCount, 1);
    const [refused, second] = site.requestsOf(taskId).map(({ time }) => time);
    const until = Math.ceil(refused / 1000 + 1) * 1000;
    assert.ok(second >= until - CLOCK_STEP_MS, `${until - second} ms too early`);
  });

  it('are not attempted when Retry-After asks for more than a minute', async () => {
    const taskId = 'fault-429-seconds-61';
    const { error } = await clientPage.query({ taskId });
    assert.deepEqual([error?.reason, error?.retryAfterMs, error?.attempts], ['throttled', 61_000, 1]);
    assert.match(error?.message ?? '', /61/);
    assert.equal(attemptsOf(site, taskId), 1);
  });

  it('are not attempted when they could not start before the deadline', async () => {
    const taskId = 'fault-429-seconds-30';
    const { error, elapsedMs } = await clientPage.query({ taskId, client: { deadlineMs: 20_000 } });
    assert.deepEqual([error?.kind, error?.reason, error?.retryAfterMs], ['http', 'throttled', 30_000]);
    assert.ok(elapsedMs < 10_000);
  });

  for (const taskId of ['fault-stalled-headers~deadline', 'fault-stalled-body~deadline']) {
    it(`are cut off by the deadline: ${taskId}`, async () => {
      const { error, elapsedMs } = await clientPage.query({ taskId, client: { deadlineMs: 400 } });
      assert.deepEqual([error?.kind, error?.reason, error?.attempts], ['timeout', 'deadline', 1]);
      assert.ok(elapsedMs >= 400 - CLOCK_STEP_MS, `${elapsedMs} ms`);
      await until(() => site.requestsOf(taskId)[0].connection === 'broken off', 'the connection breaks off');
      await clientPage.expectOrdinaryQuery();
      assert.equal(attemptsOf(site, taskId), 1);
    });
  }

  it('are counted among the attempts when the deadline ends them', async () => {
    const taskId = 'fault-stalled-then-ok-9';
    const { error } = await clientPage.query({
      taskId,
      client: { timeoutMs: 150, deadlineMs: 900, maxAttempts: 10 },
    });
    assert.equal(error?.kind, 'timeout');
    assert.equal(error?.attempts, attemptsOf(site, taskId));
  });

  it('are not needed for a body that takes longer than timeoutMs, as long as bytes keep arriving', async () => {
    const taskId = 'fault-slow-body-1600~slow';
    const { report, progress } = await clientPage.query({
      taskId,
      client: { timeoutMs: 700, maxAttempts: 1 },
    });
    assert.equal(report?.successCount, 1);
    const received = progress.flatMap((told) => (told.phase === 'receiving' ? [told] : []));
    const bytes = received.map(({ receivedBytes }) => receivedBytes);
    assert.ok(bytes.length > 2, 'progress is told while the body comes');
    assert.deepEqual(
      bytes,
      bytes.toSorted((a, b) => a - b),
    );
    assert.equal(received.at(-1)?.totalBytes, bytes.at(-1));
  });

  describe('after network errors', () => {
    it('happen when the connection is refused', async () => {
      const server = http.createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close();
      await once(server, 'close');
      const client = { endpoint: `http://127.0.0.1:${port}`, maxAttempts: 2 };
      const { error } = await clientPage.query({ taskId: '1215215', client });
      assert.deepEqual(
        [error?.kind, error?.reason, error?.attempts],
        ['network', 'unreachable-cross-origin', 2],
      );
    });

    it('happen when CORS fails, and the token is never sent to that server', async (t) => {
      const elsewhere = await startSite();
      t.after(() => elsewhere.close());
      const client = { endpoint: elsewhere.origin, maxAttempts: 2 };
      const { error } = await clientPage.query({ taskId: '1215215', client });
      assert.deepEqual(
        [error?.kind, error?.reason, error?.attempts],
        ['network', 'unreachable-cross-origin', 2],
      );
      assert.match(error?.message ?? '', /CORS/);
      assert.deepEqual([...new Set(elsewhere.simulator.requests.map(({ method }) => method))], ['OPTIONS']);
    });

    it('end with the reason offline when the browser is offline', async (t) => {
      const offline = await openClientPage(browser, site);
      t.after(() => offline.close());
      await offline.expectOrdinaryQuery();
      await offline.page.setOfflineMode(true);
      const { error } = await offline.query({ taskId: '1215215~offline', client: { maxAttempts: 2 } });
      assert.deepEqual([error?.kind, error?.reason, error?.attempts], ['network', 'offline', 2]);
      await offline.page.setOfflineMode(false);
      await offline.expectOrdinaryQuery();
    });

    it('succeed on another origin that allows CORS', async (t) => {
      const elsewhere = await startSite({ cors: { origins: site.origin, exposeHeaders: ['Retry-After'] } });
      t.after(() => elsewhere.close());
      const ask = (/** @type {string} */ taskId) =>
        clientPage.query({ taskId, client: { endpoint: elsewhere.origin } });
      assert.equal((await ask('fault-503-then-ok')).report?.successCount, 1);
      assert.equal((await ask('fault-429-seconds-90')).error?.retryAfterMs, 90_000);
    });
  });
});
