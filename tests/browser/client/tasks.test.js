import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { EVERY_BROWSER } from '../support/browsers.js';
import { openEngine } from '../support/shared-browsers.js';
import { attemptsOf, closeAll, openClientPage, sameParts, until } from '../support/client-page.js';
import { headerOf, startSite } from '../support/site.js';

const RUNNING = '1534087020903704705';
const FAILED = '1534087020903704713';
const LATE = '1534087020903704715';
const UNKNOWN = '1534087020903704707';

/** @typedef {import('../support/client-page.js').Outcome} Outcome */

for (const name of EVERY_BROWSER) {
  describe(`tasks in ${name}`, () => {
    /** @type {import('puppeteer-core').BrowserContext} */
    let browser;
    /** @type {Awaited<ReturnType<typeof startSite>>} */
    let site;
    /** @type {Awaited<ReturnType<typeof openClientPage>>} */
    let clientPage;
    let passedMs = 0;

    before(async () => {
      browser = await openEngine(name);
      site = await startSite({ now: () => Date.now() + passedMs });
      clientPage = await openClientPage(browser, site);
    });
    after(() => closeAll(clientPage, browser, site));

    /** @param {string} taskId @param {Partial<import('../support/client-page.js').QuerySpec>} [spec] */
    const follow = (taskId, spec) =>
      clientPage.query({ taskId, call: 'followTaskResult', impatient: true, ...spec });
    /** @param {Outcome} outcome */
    const phasesOf = ({ progress }) => progress.map(({ phase }) => phase);
    /** @param {Outcome} outcome */
    const statesOf = ({ progress }) => [
      ...new Set(progress.flatMap((told) => ('state' in told ? [told.state] : []))),
    ];

    it('are listed page by page, with their states and times', async () => {
      const tasks = [];
      /** @type {(string | undefined)[]} */
      const cursors = [''];
      while (cursors.at(-1) !== undefined) {
        const { value, error } = await clientPage.query({
          call: 'listTasks',
          options: { taskType: 1, pageSize: 5, pageCursor: cursors.at(-1) },
        });
        assert.equal(error, undefined);
        tasks.push(...value.tasks);
        cursors.push(value.nextCursor);
      }
      assert.deepEqual(cursors, ['', '1723549107001', '1723549107002', '1723549107003', undefined]);
      assert.ok(tasks.every(({ taskType }) => taskType === 1));
      assert.deepEqual([...new Set(tasks.map(({ status }) => status))].sort(), [
        'failed',
        'new',
        'success',
        'unknown',
      ]);
      assert.equal(tasks.find(({ status }) => status === 'unknown').statusCode, 7);
      const { startTime, endTime } = tasks[0];
      assert.equal(Date.parse(endTime) - Date.parse(startTime), 90_000);
    });

    it('are asked for one by one, and sign as any other query does', async () => {
      const credentials = { appId: 'demo-app', appSecret: 'demo-app-secret' };
      const { value, error } = await clientPage.query({
        call: 'queryTask',
        taskId: `${FAILED}~a é`,
        client: { credentials },
      });
      assert.equal(error, undefined);
      assert.deepEqual(sameParts(value, { taskId: 0, status: 0, statusCode: 0, resultCode: 0 }), {
        taskId: `${FAILED}~a é`,
        status: 'failed',
        statusCode: 3,
        resultCode: '18000205',
      });
      assert.match(site.simulator.requests.at(-1)?.url ?? '', /task\/1534087020903704713~a%20%C3%A9$/);
    });

    it('that are refused say what was wrong', async () => {
      const refusalOf = async (/** @type {import('../support/client-page.js').QuerySpec} */ spec) =>
        sameParts((await clientPage.query(spec)).error, { kind: 0, reason: 0, option: 0, code: 0 });
      assert.deepEqual(await refusalOf({ call: 'queryTask', taskId: UNKNOWN }), {
        kind: 'api',
        reason: 'refused-by-api',
        option: undefined,
        code: '13000201',
      });
      for (const [call, options, option, reason] of /** @type {const} */ ([
        ['queryTask', {}, 'taskId', 'required'],
        ['listTasks', { pageSize: 101 }, 'pageSize', 'out-of-range'],
        ['listTasks', { status: 'unknown' }, 'status', 'wrong-option-type'],
        ['listTasks', { pageCursor: '\n' }, 'pageCursor', 'control-character'],
        ['followTaskResult', { maxWaitMs: -1 }, 'maxWaitMs', 'out-of-range'],
        ['followTaskResult', { isHidden: true }, 'isHidden', 'wrong-option-type'],
      ])) {
        assert.deepEqual(await refusalOf({ call, options }), {
          kind: 'invalid-request',
          reason,
          option,
          code: undefined,
        });
      }
    });

    it('are followed from new to their report', async () => {
      const taskId = `${RUNNING}~followed`;
      const outcome = clientPage.query({ taskId, call: 'followTaskResult' });
      // The simulator's clock, which the task goes by, is moved on once each state was seen.
      for (const looks of [1, 2]) {
        await until(() => site.requestsOf(taskId).filter(({ status }) => status).length === looks);
        passedMs += 3000;
      }
      const ended = await outcome;
      assert.equal(ended.report?.failCount, 250, ended.error?.message);
      assert.equal(ended.report?.task?.status, 'success');
      assert.match(ended.report?.requestId ?? '', /^[0-9a-f]{32}$/);
      assert.deepEqual(statesOf(ended), ['unseen', 'new', 'executing']);
      const waits = ended.progress.flatMap((told) => (told.phase === 'waiting' ? [told.waitMs] : []));
      assert.equal(waits.length, 2);
      assert.ok(waits[0] >= 1500 && waits[0] <= 2500 && waits[1] > waits[0] * 0.9, String(waits));
    });

    it('that fail as a whole end with the code for support, and the result was asked for', async () => {
      const { error } = await follow(`${FAILED}~followed`);
      assert.deepEqual(sameParts(error, { kind: 0, reason: 0, code: 0 }), {
        kind: 'task-failed',
        reason: 'import-failed',
        code: '18000205',
      });
      assert.match(error?.traceId ?? '', /^[0-9a-f]{58}$/);
      assert.match(error?.requestId ?? '', /^[0-9a-f]{32}$/);
      assert.match(error?.message ?? '', /18000205/);
      assert.equal(attemptsOf(site, `${FAILED}~followed`), 2);
    });

    it('whose result comes late are asked for it again', async () => {
      const ended = await follow(`${LATE}~followed`);
      assert.equal(ended.report?.successCount, 40, ended.error?.message);
      assert.equal(phasesOf(ended).filter((phase) => phase === 'waiting').length, 2);
    });

    it('that KooDrive does not know end as their result does', async () => {
      const { error } = await follow(`${UNKNOWN}~followed`);
      assert.deepEqual(sameParts(error, { kind: 0, code: 0 }), { kind: 'api', code: '13000201' });
    });

    it('are followed by their result alone where the call for the task is not available', async () => {
      for (const status of [403, 404]) {
        const ended = await follow(`fault-detail-refused-${status}`);
        assert.equal(ended.report?.successCount, 1, ended.error?.message);
        assert.equal(ended.report?.task, undefined);
      }
      const { progress, error } = await clientPage.query({ call: 'followTaskResult', abortOn: 'waiting' });
      assert.equal(error?.kind, 'aborted');
      assert.equal(progress.at(-1)?.phase, 'waiting');
      assert.ok(
        'state' in progress[progress.length - 1] &&
          /** @type {any} */ (progress.at(-1)).state === 'no-detail',
      );
    });

    it('that are still running after the longest wait end so, and can be followed on', async () => {
      const { error } = await follow(`${RUNNING}~long`, { options: { maxWaitMs: 0 } });
      assert.deepEqual(sameParts(error, { kind: 0, reason: 0 }), {
        kind: 'timeout',
        reason: 'still-running',
      });
      passedMs += 10_000;
      assert.equal((await follow(`${RUNNING}~long`)).report?.failCount, 250);
    });

    it('that are aborted end once and leave nothing running', async () => {
      for (const abortOn of /** @type {const} */ (['looking', 'waiting'])) {
        const taskId = `${RUNNING}~aborted-${abortOn}`;
        const { error } = await clientPage.query({ taskId, call: 'followTaskResult', abortOn });
        assert.deepEqual(sameParts(error, { kind: 0, reason: 0 }), {
          kind: 'aborted',
          reason: 'aborted-by-caller',
        });
      }
      assert.equal((await clientPage.diagnostics()).liveQueries, 0);
    });

    it('end with the refusal when the token expires on the way', async () => {
      const taskId = `${RUNNING}~expires`;
      const { error, asked } = await follow(taskId, { tokens: ['demo-access-token', 'expired'] });
      assert.equal(error?.kind, 'unauthorized');
      assert.deepEqual(asked, ['initial', 'initial', 'unauthorized']);
      assert.equal(headerOf(site.requestsOf(taskId).at(-1), 'authorization'), 'Bearer+expired');
    });

    it('obey the window of a limit that stands in the text alone', async () => {
      const { report, progress } = await clientPage.query({ taskId: 'fault-429-limit-1' });
      assert.equal(report?.successCount, 1);
      const wait = progress.find(({ phase }) => phase === 'retrying');
      assert.ok(wait && 'waitMs' in wait && wait.waitMs >= 1000, JSON.stringify(wait));
    });
  });
}
