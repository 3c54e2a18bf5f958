import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { listFaults } from '../../../web/simulator/faults/faults.js';
import { securityHeaders } from '../../../web/dev/security-headers.js';
import { openBrowser } from '../support/shared-browsers.js';
import { attemptsOf, closeAll, openClientPage, sameParts, traceIdsOf } from '../support/client-page.js';
import { FAULTS, SILENT_FAULTS } from './fault-outcomes.js';
import { headerOf, startSite } from '../support/site.js';

// The redirect to another origin shall fail by CORS, as it would in a portal without a policy, not by ours.
const headers = securityHeaders({ connectSrc: ['http://localhost:*'] });

/** @param {import('../support/client-page.js').Outcome} outcome */
const summaryOf = ({ report }) =>
  report && { ...report, warningKinds: report.warnings.map(({ kind }) => kind) };

describe('a query that meets a fault', () => {
  /** @type {import('puppeteer-core').BrowserContext} */
  let browser;
  /** @type {Awaited<ReturnType<typeof startSite>>} */
  let site;
  /** @type {Awaited<ReturnType<typeof openClientPage>>} */
  let clientPage;

  before(async () => {
    browser = await openBrowser('chromium');
    site = await startSite(undefined, { headers });
    clientPage = await openClientPage(browser, site);
  });
  after(() => closeAll(clientPage, browser, site));

  // A browser opens six connections to one server: a query that waits for one longer than timeoutMs ends by silence.
  const groups = /** @type {const} */ ([
    { title: 'at once', rows: FAULTS, concurrency: 5, client: {} },
    { title: 'by silence', rows: SILENT_FAULTS, concurrency: 4, client: { timeoutMs: 400 } },
  ]);
  for (const { title, rows, concurrency, client } of groups) {
    describe(title, { concurrency }, () => {
      for (const [taskId, { attempts, report, error, tokens, client: special }] of rows) {
        it(`${taskId}: ${report ? 'report' : error?.kind}, ${attempts} sent`, async () => {
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
        });
      }
    });
  }

  it('never sends the token to where another origin is redirected to', () => {
    const elsewhere = site.simulator.requests.filter((request) =>
      headerOf(request, 'Host')?.startsWith('localhost'),
    );
    for (const request of elsewhere) assert.equal(headerOf(request, 'Authorization'), undefined);
  });

  // XMLHttpRequest goes past the cache only with a header that KooDrive does not document: hence the forwarder's no-store.
  it('may come from the browser’s cache where a server allows that', async () => {
    const ask = () => clientPage.query({ taskId: 'fault-cacheable~twice' });
    assert.deepEqual([(await ask()).report?.successCount, (await ask()).report?.successCount], [1, 1]);
  });

  it('is driven for each name in tests/README.md', () => {
    const driven = [...FAULTS, ...SILENT_FAULTS].map(([taskId]) =>
      taskId.replace(/~.*/, '').replace(/-\d+$/, ''),
    );
    for (const { taskId } of listFaults()) assert.ok(driven.includes(taskId), taskId);
  });
});
