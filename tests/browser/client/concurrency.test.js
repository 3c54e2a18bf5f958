import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openEngine } from '../support/shared-browsers.js';
import { closeAll, openClientPage, traceIdsOf, withoutSecrets } from '../support/client-page.js';
import { headerOf, startSite } from '../support/site.js';
import { TOKEN } from '../support/witness.js';

/** @typedef {import('../support/client-page.js').Outcome} Outcome */

const QUERIES = 50;

/** The kinds of queries, used in turn. */
const KINDS = /** @type {const} */ (['rows', 'rows', '503-then-ok', 'renewed', 'refused', 'aborted', 'rows']);

/** The parameters of each query; task, user and token differ from those of every other query. */
const PLAN = Array.from({ length: QUERIES }, (_, n) => {
  const kind = KINDS[n % KINDS.length];
  const taskIds = {
    rows: `rows-${n}~${n}`,
    '503-then-ok': `fault-503-then-ok~${n}`,
    renewed: `fault-401-then-ok~${n}`,
    refused: `fault-koodrive-${400 + n}~${n}`,
    aborted: `fault-stalled-body~${n}`,
  };
  return {
    kind,
    taskId: taskIds[kind],
    userId: `user-${n}`,
    language: n % 2 ? 'zh-CN' : 'en-US',
    tokens: kind === 'renewed' ? [`${TOKEN}-${n}-old`, `${TOKEN}-${n}`] : [`${TOKEN}-${n}`],
  };
});

describe('fifty queries at the same time', () => {
  /** @type {import('puppeteer-core').BrowserContext} */
  let browser;
  /** @type {Awaited<ReturnType<typeof startSite>>} */
  let site;
  /** @type {Awaited<ReturnType<typeof openClientPage>>} */
  let clientPage;
  /** @type {Outcome[]} */
  let outcomes;
  let clients = 0;

  before(async () => {
    browser = await openEngine('chromium');
    site = await startSite();
    clientPage = await openClientPage(browser, site);
    ({ outcomes, clients } = await clientPage.page.evaluate(async (plan) => {
      const { createClient, outcomeOf } = /** @type {any} */ (window).clientPage;
      const clients = await Promise.all(
        plan.map(({ userId, language, tokens, kind }) => {
          const left = [...tokens];
          const accessToken = () => (left.length > 1 ? left.shift() : left[0]);
          return createClient({
            userId,
            language,
            locale: 'en-US',
            credentials: { accessToken: kind === 'renewed' ? accessToken : tokens[0] },
          });
        }),
      );
      const outcomes = await Promise.all(
        plan.map(({ taskId, kind }, n) =>
          outcomeOf((/** @type {any} */ tell) => {
            const controller = new AbortController();
            const onProgress = (/** @type {any} */ progress) => {
              tell(progress);
              if (kind === 'aborted' && progress.phase === 'receiving') controller.abort();
            };
            return clients[n].queryTaskResult({ taskId, signal: controller.signal, onProgress });
          }),
        ),
      );
      return { outcomes, clients: new Set(clients).size };
    }, PLAN));
    withoutSecrets(outcomes);
  });
  after(() => closeAll(clientPage, browser, site));

  it('are sent by fifty clients, one each', () => assert.equal(clients, QUERIES));

  for (const [n, { kind, taskId, userId, language, tokens }] of PLAN.entries()) {
    it(`get their own answer, token and progress each: ${taskId}`, () => {
      const { report, error, progress } = outcomes[n];
      if (kind === 'rows') {
        const { failCount, length, warnings, traceId } = report ?? {};
        assert.deepEqual(
          { failCount, length, warnings },
          { failCount: n, length: n, warnings: [] },
          error?.message,
        );
        assert.deepEqual([traceId], traceIdsOf(site, taskId));
      } else if (kind === 'refused') {
        assert.deepEqual([error?.kind, error?.httpStatus], [n === 1 ? 'unauthorized' : 'http', 400 + n]);
        assert.deepEqual([error?.traceId], traceIdsOf(site, taskId));
      } else if (kind === 'aborted') {
        assert.equal(error?.kind, 'aborted');
      } else {
        assert.equal(report?.failCount, 1, error?.message);
        assert.equal(report?.traceId, traceIdsOf(site, taskId).at(-1));
      }

      const requests = site.requestsOf(taskId);
      for (const request of requests) {
        assert.deepEqual([request.userId, headerOf(request, 'language')], [userId, language]);
      }
      const sent = requests.map((request) => headerOf(request, 'Authorization'));
      const twice = kind === '503-then-ok' ? [tokens[0], tokens[0]] : tokens;
      assert.deepEqual(
        sent,
        twice.map((token) => `Bearer+${token}`),
      );
      assert.equal(
        Math.max(...progress.map((told) => ('attempt' in told ? told.attempt : 0))),
        requests.length,
      );
    });
  }

  it('leave no open query or report in the module', async () => {
    const { liveQueries, liveReports } = await clientPage.diagnostics();
    assert.deepEqual({ liveQueries, liveReports }, { liveQueries: 0, liveReports: 0 });
    await clientPage.expectOrdinaryQuery();
  });

  it('can be sent by a single client', async () => {
    const counts = await clientPage.page.evaluate(async () => {
      const { createClient, defaults } = /** @type {any} */ (window).clientPage;
      const client = await createClient({
        userId: defaults.userId,
        credentials: { accessToken: defaults.accessToken },
      });
      const reports = await Promise.all(
        Array.from({ length: 50 }, (_, n) => client.queryTaskResult({ taskId: `rows-${n}~same-client` })),
      );
      // All reports are open at the same time, and are closed in another order than they were received.
      const counts = reports.map(({ failInfoList }) => [...failInfoList].length);
      for (const report of reports.toReversed()) report.close();
      return counts;
    });
    assert.deepEqual(
      counts,
      Array.from({ length: 50 }, (_, n) => n),
    );
  });
});
