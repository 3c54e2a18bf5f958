import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { USER_ID } from './report-page.js';
import { TOKEN, assertNoSecret, openWitnessedPage } from './witness.js';

export { until } from '../../simulator/harness.js';

/** @typedef {import('../../../web/client/koodrive-client.d.ts').ClientOptions} ClientOptions */
/** @typedef {import('../../../web/client/koodrive-client.d.ts').KooDriveError} KooDriveError */
/** @typedef {import('../../../web/client/koodrive-client.d.ts').ModuleDiagnostics} ModuleDiagnostics */
/** @typedef {import('../../../web/client/koodrive-client.d.ts').FollowProgress} FollowProgress */
/** @typedef {import('../../../web/client/koodrive-client.d.ts').Task} Task */
/** @typedef {import('../../../web/client/koodrive-client.d.ts').ReportWarning} ReportWarning */
/** @typedef {import('../../../web/client/koodrive-client.d.ts').UserImportFailInfo} UserImportFailInfo */
/** @typedef {Awaited<ReturnType<typeof import('./site.js').startSite>>} Site */

/**
 * A query as JSON values, which can be passed into the page.
 * @typedef {object} QuerySpec
 * @property {string} [taskId]
 * @property {string} [language]
 * @property {Partial<ClientOptions>} [client] options besides the suite's own user and token
 * @property {readonly string[]} [tokens] what a provider gives in turn, the last one again and again; default: a text
 * @property {FollowProgress['phase']} [abortOn] aborts while this phase is being told
 * @property {'queryTaskResult' | 'queryTask' | 'listTasks' | 'followTaskResult'} [call] default: the first
 * @property {object} [options] more options of the call
 * @property {boolean} [impatient] looks again at once whenever following waits
 */

/**
 * The parts of a report that can be passed out of the page, where the report itself is closed.
 * @typedef {object} PlainReport
 * @property {number} [successCount]
 * @property {number} failCount
 * @property {readonly ReportWarning[]} warnings but those on what was imported
 * @property {string} traceId
 * @property {string} [requestId]
 * @property {Partial<Task>} [task] with times as text
 * @property {number} length
 * @property {Partial<UserImportFailInfo>[]} rows the first three
 * @property {number} reasonCount
 */

/**
 * The outcome of a query and the progress that was reported before.
 * @typedef {object} Outcome
 * @property {PlainReport} [report]
 * @property {any} [value] a task, or a list of tasks, with times as text
 * @property {KooDriveError & { stack: string }} [error] with every own property
 * @property {FollowProgress[]} progress
 * @property {string[]} asked the reason of each call of the token provider
 * @property {number} elapsedMs
 */

/** The task of the API page's example, which every simulator answers quickly. */
const ORDINARY_TASK = '1215215';

/** Runs inside the page, once. @param {{ userId: string, accessToken: string }} defaults */
async function install(defaults) {
  const { createClient } = await import(new URL('koodrive-client.js', document.baseURI).href);
  // Load the module with a first client, so that the time of no query includes it.
  await createClient();
  /** @type {Map<string, { controller: AbortController, outcome: Promise<unknown> }>} */
  const running = new Map();

  // Leave out warnings about rows, which do not depend on the network.
  const findings = ['duplicate-user-names', 'without-user-name', 'without-reason', 'nothing-imported'];
  const plainReport = (/** @type {any} */ report) => {
    const { successCount, failCount, traceId, requestId, task, failInfoList, reasons } = report;
    const warnings = report.warnings.filter((/** @type {any} */ { kind }) => !findings.includes(kind));
    const rows = failInfoList.slice(0, 3);
    const ids = { traceId, requestId, task };
    const plain = { successCount, failCount, warnings, ...ids, length: failInfoList.length, rows };
    report.close();
    return { ...plain, reasonCount: reasons.length };
  };
  const plainError = (/** @type {any} */ error) => ({
    ...Object.fromEntries(Object.getOwnPropertyNames(error).map((name) => [name, error[name]])),
    name: error.name,
    message: error.message,
    stack: String(error.stack),
  });

  const outcomeOf = async (
    /** @type {(onProgress: (progress: unknown) => void) => Promise<any>} */ start,
    /** @type {string[]} */ asked = [],
  ) => {
    const began = performance.now();
    /** @type {unknown[]} */
    const progress = [];
    /** @type {object} */
    let end;
    try {
      const value = await start((told) => progress.push(told));
      end = value.close ? { report: plainReport(value) } : { value };
    } catch (error) {
      end = { error: plainError(error) };
    }
    // Firefox and Chromium serialize undefined differently; JSON omits it in both.
    return JSON.parse(JSON.stringify({ ...end, progress, asked, elapsedMs: performance.now() - began }));
  };

  const providerOf = (/** @type {readonly string[]} */ tokens, /** @type {string[]} */ asked) => {
    return (/** @type {{ reason: string }} */ { reason }) => {
      asked.push(reason);
      return tokens[Math.min(asked.length, tokens.length) - 1];
    };
  };

  const query = async (/** @type {QuerySpec} */ spec, controller = new AbortController()) => {
    const { taskId, language, client: options, tokens, abortOn, call = 'queryTaskResult' } = spec;
    /** @type {string[]} */
    const asked = [];
    return outcomeOf(async (tell) => {
      const accessToken = tokens ? providerOf(tokens, asked) : defaults.accessToken;
      const client = await createClient({
        userId: defaults.userId,
        credentials: { accessToken },
        ...options,
      });
      return client[call]({
        ...spec.options,
        taskId,
        language,
        signal: controller.signal,
        onProgress: (/** @type {any} */ progress) => {
          tell(progress);
          if (progress.phase === abortOn) controller.abort();
          if (spec.impatient) progress.lookNow?.();
        },
      });
    }, asked);
  };

  const clientPage = {
    createClient,
    defaults,
    outcomeOf,
    query,
    begin(/** @type {string} */ name, /** @type {QuerySpec} */ spec) {
      const controller = new AbortController();
      running.set(name, { controller, outcome: query(spec, controller) });
    },
    abort: (/** @type {string} */ name) => running.get(name)?.controller.abort(),
    outcome: (/** @type {string} */ name) => running.get(name)?.outcome,
    diagnostics: async () => (await createClient()).diagnostics(),
  };
  Object.assign(window, { clientPage });
}

/**
 * A page of the site with the client's module loaded. Each query creates a client of its own.
 * @param {Parameters<typeof openWitnessedPage>[0]} browser
 * @param {Site} site
 */
export async function openClientPage(browser, site) {
  const witness = await openWitnessedPage(browser);
  const { page } = witness;
  await page.goto(site.origin);
  await page.evaluate(install, { userId: USER_ID, accessToken: TOKEN });

  /**
   * Calls a member of `window.clientPage`.
   * @param {string} name
   * @param {...unknown} args
   */
  const call = (name, ...args) =>
    page.evaluate((name, args) => /** @type {any} */ (window).clientPage[name](...args), name, args);

  const self = {
    page,

    /** @param {QuerySpec} spec @returns {Promise<Outcome>} */
    query: async (spec) => withoutSecrets(await call('query', spec)),

    /** Starts a query that `abort` and `outcome` know by its task ID. @param {QuerySpec & { taskId: string }} spec */
    begin: (spec) => call('begin', spec.taskId, spec),
    /** @param {string} taskId */
    abort: (taskId) => call('abort', taskId),
    /** @param {string} taskId @returns {Promise<Outcome>} */
    outcome: async (taskId) => withoutSecrets(await call('outcome', taskId)),

    /** @returns {Promise<ModuleDiagnostics>} */
    diagnostics: () => call('diagnostics'),

    /** Asserts that a query without a fault ends with its report after one attempt. */
    async expectOrdinaryQuery() {
      const taskId = `${ORDINARY_TASK}~ordinary-${randomUUID()}`;
      const { report, error } = await self.query({ taskId, client: { maxAttempts: 1 } });
      assert.equal(error, undefined, 'the next ordinary query failed');
      assert.deepEqual([report?.successCount, report?.rows], [1, [{ userName: 'ss' }]]);
      assert.equal(attemptsOf(site, taskId), 1);
    },

    /** Asserts that no query or report is open and that the witness recorded no problem. */
    async close() {
      const { liveQueries, liveReports } = await self.diagnostics();
      await witness.close();
      assert.deepEqual({ liveQueries, liveReports }, { liveQueries: 0, liveReports: 0 });
    },
  };
  return self;
}

/**
 * Asserts that nothing returned by a query contains a token or a secret.
 * @template T
 * @param {T} outcome
 */
export function withoutSecrets(outcome) {
  assertNoSecret(JSON.stringify(outcome) ?? '');
  return outcome;
}

/**
 * Counts the attempts by their trace IDs, because a request that the browser itself repeats has the same trace ID.
 * @param {Site} site
 * @param {string} taskId
 */
export const attemptsOf = (site, taskId) => new Set(traceIdsOf(site, taskId)).size;

/**
 * @param {Site} site
 * @param {string} taskId
 */
export const traceIdsOf = (site, taskId) =>
  site
    .requestsOf(taskId)
    .filter(({ method }) => method === 'GET')
    .map(({ traceId }) => traceId);

/**
 * The members of `actual` that `expected` names, so that only those are compared.
 * @param {object | undefined} actual
 * @param {object} expected
 */
export const sameParts = (actual, expected) =>
  actual &&
  Object.fromEntries(Object.keys(expected).map((name) => [name, /** @type {any} */ (actual)[name]]));

/**
 * Closes all in turn, even if closing one fails, because an open browser would keep the test process running.
 * @param {...({ close(): Promise<unknown> } | undefined)} opened
 */
export async function closeAll(...opened) {
  const results = [];
  for (const one of opened) results.push(...(await Promise.allSettled([one?.close()])));
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}
