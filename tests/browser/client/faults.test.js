import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { listFaults } from '../../../web/simulator/faults/faults.js';
import { securityHeaders } from '../../../web/dev/security-headers.js';
import { EVERY_BROWSER, lacks } from '../support/browsers.js';
import { openBrowser } from '../support/shared-browsers.js';
import { attemptsOf, closeAll, openClientPage, sameParts, traceIdsOf } from '../support/client-page.js';
import { FAULTS, SILENT_FAULTS } from './fault-outcomes.js';
import { headerOf, startSite } from '../support/site.js';

// Allows every connection, so that fault-redirect fails because of CORS and not because of the Content-Security-Policy.
const headers = securityHeaders({ connectSrc: ['http://localhost:*'] });

/** @param {import('../support/client-page.js').Outcome} outcome */
const summaryOf = ({ report }) =>
  report && { ...report, warningKinds: report.warnings.map(({ kind }) => kind) };

for (const name of EVERY_BROWSER) {
  describe(`a query that meets a fault in ${name}`, () => {
    /** @type {import('puppeteer-core').BrowserContext} */
    let browser;
    /** @type {Awaited<ReturnType<typeof startSite>>} */
    let site;
    /** @type {Awaited<ReturnType<typeof openClientPage>>} */
    let clientPage;

    before(async () => {
      browser = await openBrowser(name);
      site = await startSite(undefined, { headers });
      clientPage = await openClientPage(browser, site);
    });
    after(() => closeAll(clientPage, browser, site));

    // Browsers open at most six connections to a server; a query that waits for one longer than timeoutMs would time out.
    const groups = /** @type {const} */ ([
      { title: 'that shows at once', rows: FAULTS, concurrency: 5, client: {} },
      {
        title: 'that shows only as silence',
        rows: SILENT_FAULTS,
        concurrency: 4,
        client: { timeoutMs: 400 },
      },
    ]);
    for (const { title, rows, concurrency, client } of groups) {
      describe(title, { concurrency }, () => {
        for (const [taskId, { attempts, report, error, tokens, client: special, needs = '' }] of rows) {
          const ending = report ? 'a report' : `the error ${error?.kind}`;
          it(
            `ends for ${taskId} with ${ending} after ${attempts} attempt${attempts > 1 ? 's' : ''}`,
            { skip: lacks(name, needs) },
            async () => {
              const outcome = await clientPage.query({
                taskId,
                tokens,
                client: { maxAttempts: 2, ...client, ...special },
              });
              const end = outcome.error ?? outcome.report;
              assert.deepEqual(
                sameParts(report ? summaryOf(outcome) : outcome.error, report ?? error ?? {}),
                report ?? error,
                JSON.stringify(end),
              );
              assert.equal(attemptsOf(site, taskId), attempts, 'attempts that the server saw');
              assert.equal(end?.traceId, traceIdsOf(site, taskId).at(-1), 'trace ID of the last attempt');
              if (outcome.error) assert.equal(outcome.error.attempts, attempts);
              await clientPage.expectOrdinaryQuery();
            },
          );
        }
      });
    }

    it('never sends the token to the other origin that a redirect leads to', async () => {
      const isElsewhere = (/** @type {typeof site.simulator.requests[number]} */ request) =>
        headerOf(request, 'Host')?.startsWith('localhost');
      const before = site.simulator.requests.filter(isElsewhere).length;
      await clientPage.query({ taskId: 'fault-redirect~token', client: { maxAttempts: 1 } });
      const [token] = site.requestsOf('fault-redirect~token').map((sent) => headerOf(sent, 'Authorization'));
      assert.match(token ?? '', /^Bearer/);
      const elsewhere = site.simulator.requests.filter(isElsewhere).slice(before);
      assert.ok(elsewhere.length > 0, 'the browser followed the redirect');
      for (const { rawHeaders } of elsewhere) assert.ok(!rawHeaders.includes(token ?? ''), rawHeaders.join());
    });

    // XMLHttpRequest can bypass the cache only with a request header that KooDrive does not document: the forwarder sends no-store.
    it(
      'is answered from the browser’s cache when the response headers allow caching',
      { skip: lacks(name, 'HTTP cache') },
      async () => {
        const ask = () => clientPage.query({ taskId: 'fault-cacheable~twice' });
        assert.deepEqual([(await ask()).report?.successCount, (await ask()).report?.successCount], [1, 1]);
      },
    );

    it('is tested with every fault of the simulator', () => {
      const tested = [...FAULTS, ...SILENT_FAULTS].map(([taskId]) =>
        taskId.replace(/~.*/, '').replace(/-\d+$/, ''),
      );
      assert.deepEqual(
        [...new Set(tested)].sort(),
        listFaults()
          .map(({ taskId }) => taskId)
          .sort(),
      );
    });
  });
}
