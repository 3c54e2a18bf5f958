import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PAGE_EXAMPLE_BODY } from '../../web/dev/answer-body.js';
import { listFaults } from '../../web/dev/faults.js';
import { securityHeaders } from '../../web/dev/security-headers.js';
import { launchBrowser } from './browsers.js';
import { attemptsOf, openClientPage, sameParts, traceIdsOf } from './client-page.js';
import { FAULTS, SILENT_FAULTS } from './fault-outcomes.js';
import { startSite } from './site.js';

/** @typedef {import('./fault-outcomes.js').ExpectedOutcome} ExpectedOutcome */

const MEGABYTE = 1_000_000;
/** The redirect to another origin shall fail by CORS, as it would in a portal without a policy, not by ours. */
const headers = securityHeaders({ connectSrc: ['http://localhost:*'] });

describe('a fault', { concurrency: true }, () => {
  /** @type {import('puppeteer-core').Browser} */
  let browser;
  before(async () => {
    browser = await launchBrowser('chromium', ['--lang=en-US']);
  });
  after(() => browser?.close());

  const groups = /** @type {const} */ ([
    // As many connections as a browser opens to one server, less the one for the ordinary queries in between.
    { title: 'at once', rows: FAULTS, concurrency: 8, client: { maxAttempts: 2 } },
    { title: 'by silence', rows: SILENT_FAULTS, concurrency: 5, client: { maxAttempts: 2, timeoutMs: 400 } },
  ]);
  for (const { title, rows, concurrency, client } of groups) {
    describe(title, { concurrency }, () => {
      /** @type {Awaited<ReturnType<typeof startSite>>} */
      let site;
      /** @type {Awaited<ReturnType<typeof openClientPage>>} */
      let clientPage;
      before(async () => {
        site = await startSite(undefined, { headers });
        clientPage = await openClientPage(browser, site);
      });
      after(async () => {
        await clientPage?.close();
        await site?.close();
      });

      for (const [taskId, expected] of rows) {
        const { attempts, told = {}, ...parts } = expected;
        const { report, error } = /** @type {{ report?: object, error?: object }} */ (parts);
        it(`${taskId}: ${summaryOf(expected)}`, async () => {
          const outcome = await clientPage.query({
            taskId,
            tokens: expected.tokens,
            client: { ...client, ...expected.client },
          });
          const got = outcome.report ?? outcome.error;
          assert.deepEqual(Object.keys(sameParts(outcome, { [report ? 'report' : 'error']: 0 }) ?? {}), [
            report ? 'report' : 'error',
          ]);
          assert.deepEqual(sameParts(got, report ?? error ?? {}), report ?? error, outcome.error?.message);
          assert.equal(attemptsOf(site, taskId), attempts, 'attempts that the server saw');
          if (outcome.error) assert.equal(outcome.error.attempts, attempts);
          assert.equal(got?.traceId, traceIdsOf(site, taskId).at(-1), 'trace ID of the last attempt');
          assert.deepEqual(sameParts(toldIn(outcome), told), told);
          await clientPage.expectOrdinaryQuery();
        });
      }
    });
  }

  it('of each name in tests/README.md is driven', () => {
    const driven = [...FAULTS, ...SILENT_FAULTS].map(([taskId]) => taskId.replace(/~.*/, '').replace(/-\d+$/, ''));
    for (const { taskId } of listFaults()) assert.ok(driven.includes(taskId), taskId);
  });
});
