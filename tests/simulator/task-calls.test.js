import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOW, X_DATE, json, startSimulator } from './harness.js';

const RUNNING = '1534087020903704705';

/** X-Date for a time that many seconds after X_DATE. @param {number} seconds */
const later = (seconds) =>
  new Date(Date.UTC(2024, 8, 9, 3, 33, 25 + seconds)).toISOString().replace(/[-:]|\.000/g, '');

/** @param {import('node:test').TestContext} t */
async function startWithClock(t) {
  let passed = 0;
  const started = await startSimulator(t, { now: () => NOW + passed * 1000 });
  return {
    ...started,
    /** @param {string} target */
    at: async (/** @type {number} */ seconds, target) => {
      passed = seconds;
      return json(await started.call(target, { 'X-Date': later(seconds) }));
    },
    /** @param {string} taskId */
    resultAt: async (/** @type {number} */ seconds, taskId) => {
      passed = seconds;
      return json(await started.ask(taskId, { 'X-Date': later(seconds) }));
    },
  };
}

test('a task is answered with the documented members beside code and msg, without data', async (t) => {
  const { call } = await startSimulator(t);
  const answer = await call('1534087020903704703');
  assert.match(String(answer.headers['x-request-id']), /^[0-9a-f]{32}$/);
  assert.deepEqual(json(answer), {
    taskId: '1534087020903704703',
    taskName: '250 of 2,000 failed, for a dozen reasons',
    tenantId: '1505084218764540000',
    userId: '1505084218764549999',
    taskType: 1,
    status: 2,
    code: 0,
    msg: 'Successful',
  });
  assert.equal(json(await call('rows-1000')).status, 2);
});

test('the running task is new, then executes, then succeeds, from when a user first looks at it', async (t) => {
  const { at, resultAt } = await startWithClock(t);
  assert.equal((await resultAt(0, RUNNING)).data, null);
  assert.equal((await at(100, RUNNING)).status, 0);
  assert.equal((await at(102, RUNNING)).status, 1);
  assert.equal((await resultAt(105, RUNNING)).data, null);
  assert.equal((await at(106, RUNNING)).status, 2);
  assert.equal((await resultAt(106, RUNNING)).data.failCount, 250);
  assert.equal((await at(106, `${RUNNING}~other`)).status, 0);
});

test('the failed task has a code and no result, and the late one has its result at the third time of asking', async (t) => {
  const { call, ask } = await startSimulator(t);
  const failed = json(await call('1534087020903704713'));
  assert.deepEqual([failed.status, failed.resultCode, failed.code], [3, '18000205', 0]);
  assert.equal(json(await ask('1534087020903704713')).data, null);
  const late = '1534087020903704715';
  assert.equal(json(await call(late)).status, 2);
  for (const there of [false, false, true]) assert.equal(json(await ask(late)).data !== null, there);
});

test('an unknown task gets the code of KooDrive for that', async (t) => {
  const { call } = await startSimulator(t);
  for (const taskId of ['1534087020903704707', '1534087020903704706', 'x'])
    assert.equal(json(await call(taskId)).code, 13000201);
});

test('the list has short and empty pages before its end, both names and both types of cursor', async (t) => {
  const { call } = await startSimulator(t);
  const pages = [];
  for (let target = 'list?pageSize=5'; target;) {
    const page = json(await call(target));
    pages.push(page);
    target = page.nextCursor && `list?pageSize=5&pageCursor=${page.nextCursor}`;
  }
  assert.deepEqual(
    pages.map(({ taskList, taskListDtos }) => (taskList ?? taskListDtos).length),
    [4, 0, 5, 2],
  );
  assert.deepEqual(
    pages.map((page) => ['taskList' in page, typeof page.nextCursor]),
    [
      [true, 'string'],
      [false, 'number'],
      [true, 'string'],
      [false, 'undefined'],
    ],
  );
  const [entry] = pages[0].taskList;
  assert.match(entry.createTime, /^2024-09-08T\d\d:\d\d:\d\d\.000Z$/);
  assert.ok(
    pages.some(({ taskListDtos }) =>
      taskListDtos?.some((/** @type {any} */ one) => one.status === 7 || one.taskType === 0),
    ),
  );
});

test('the list is filtered by status and type, and is empty for a user without tasks', async (t) => {
  const { call } = await startSimulator(t);
  assert.deepEqual(
    json(await call('list?status=3')).taskList.map((/** @type {any} */ { taskId }) => taskId),
    ['1534087020903704713'],
  );
  assert.equal(json(await call('list?taskType=0')).taskList.length, 1);
  assert.deepEqual(json(await call('list', { 'X-User-Id': 'no-tasks' })).taskList, []);
});

for (const [target, subject] of [
  ['list?pageSize=0', 'pageSize'],
  ['list?pageSize=101', 'pageSize'],
  ['list?status=4', 'status'],
  ['list?status=1&status=2', 'status'],
  ['list?taskType=2', 'taskType'],
  ['list?pageCursor=1', 'pageCursor'],
  ['list?pageCursor=x', 'pageCursor'],
  ['list?taskId=1', 'taskId'],
  ['1534087020903704701?language=en', 'language'],
  ['%FF', 'taskId'],
]) {
  test(`the call ${target} is refused for ${subject}`, async (t) => {
    const { call, simulator } = await startSimulator(t);
    assert.equal((await call(target)).status, 400);
    assert.equal(simulator.requests[0].outcome, `refused ${subject}`);
  });
}

test('a task whose ID names a fault is answered with it, with attempts of its own, and then with the task', async (t) => {
  const { call, ask } = await startSimulator(t);
  const taskId = 'fault-503-then-ok~1';
  assert.equal((await ask(taskId)).status, 503);
  assert.equal((await call(taskId)).status, 503);
  assert.equal(json(await call(taskId)).status, 2);
  assert.equal((await call('list', { 'X-User-Id': 'fault-gateway-403' })).status, 403);
});

test('fault-detail-refused refuses the task and answers with its result', async (t) => {
  const { call, ask } = await startSimulator(t);
  for (const status of [403, 404])
    assert.equal((await call(`fault-detail-refused-${status}`)).status, status);
  assert.equal(json(await ask('fault-detail-refused')).data.successCount, 1);
});

test('fault-clock-text refuses an old X-Date without a Date and with its own time in the text, and takes a corrected one', async (t) => {
  const { ask } = await startSimulator(t);
  const refused = await ask('fault-clock-text');
  assert.deepEqual([refused.status, refused.headers.date], [401, undefined]);
  const { error_code: code, error_msg: text, request_id: requestId } = json(refused);
  assert.equal(code, 'APIG.0303');
  assert.equal(refused.headers['x-request-id'], requestId);
  assert.ok(text.endsWith(`signature time:${X_DATE},server time:20240909T035355Z`), text);
  assert.equal((await ask('fault-clock-text-60')).status, 200);
});

test('fault-429-limit names the window of the limit in its text alone', async (t) => {
  const { ask } = await startSimulator(t);
  const throttled = await ask('fault-429-limit-3');
  assert.deepEqual([throttled.status, throttled.headers['retry-after']], [429, undefined]);
  assert.match(json(throttled).error_msg, /limit:10,time:3 second$/);
  assert.equal((await ask('fault-429-limit-3')).status, 200);
});

test('fault-error-shape gives a code of KooDrive in the error shape of the gateway', async (t) => {
  const { ask } = await startSimulator(t);
  const answer = await ask('fault-error-shape');
  assert.deepEqual([answer.status, json(answer).error_code], [200, '13000102']);
  assert.equal((await ask('fault-error-shape-500')).status, 500);
});
