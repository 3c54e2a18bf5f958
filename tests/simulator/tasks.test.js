import assert from 'node:assert/strict';
import http from 'node:http';
import { test } from 'node:test';
import { ROW_FLAVOURS } from '../../web/simulator/rows.js';
import { listTasks } from '../../web/simulator/tasks.js';
import { HEADERS, PATH, TOKEN, USER_ID, get, json, startSimulator, until } from './harness.js';

const MIXED = '1534087020903704703';

test("the task 1215215 answers with the API page's example", async (t) => {
  const { ask } = await startSimulator(t);
  const answer = await ask('1215215');
  assert.equal(answer.status, 200);
  assert.equal(
    answer.body.toString(),
    '{"data":{"successCount":1,"failCount":1,"failInfoList":[{"userName":"ss"}]},"code":0,"msg":"Successful"}',
  );
  assert.equal(answer.headers['content-type'], 'application/json;charset=UTF-8');
  assert.equal(answer.headers['cache-control'], 'no-store');
});

test('every listed task but the unknown one succeeds in both languages', async (t) => {
  const { ask } = await startSimulator(t);
  const small = listTasks().filter((task) => !/^rows-1\d{5}/.test(task.taskId));
  assert.ok(small.length > 5, `${small.length} tasks`);
  for (const { taskId, title } of small) {
    assert.ok(title['en-US'] && title['zh-CN']);
    for (const language of ['en-US', 'zh-CN']) {
      const answer = await ask(taskId, { language });
      assert.equal(answer.status, 200);
      assert.equal(json(answer).code, taskId === '1534087020903704707' ? 13000201 : 0);
    }
  }
});

test('the listed tasks include one without failures, one without a result, one unknown, one with a wrong count and one empty', async (t) => {
  const { ask } = await startSimulator(t);
  assert.deepEqual(json(await ask('1534087020903704701')).data, {
    successCount: 1204,
    failCount: 0,
    failInfoList: [],
  });
  assert.deepEqual(json(await ask('1534087020903704705')), { data: null, code: 0, msg: 'Successful' });
  assert.deepEqual(json(await ask('1534087020903704707')), {
    code: 13000201,
    msg: 'The task does not exist or has expired',
  });
  const { failCount, failInfoList } = json(await ask('1534087020903704709')).data;
  assert.deepEqual([failCount, failInfoList.length], [12, 10]);
  assert.equal(json(await ask('1534087020903704711')).data.successCount, 0);
});

test('a 19-digit task ID that was converted to a number and back names no task', async (t) => {
  const { ask } = await startSimulator(t);
  const long = listTasks().filter((task) => task.taskId.length === 19);
  assert.ok(long.length > 5, `${long.length} tasks`);
  for (const { taskId } of long) {
    assert.equal(json(await ask(String(BigInt(Number(taskId))))).code, 13000201);
  }
});

test('a request without a task ID has no result, and a text behind a tilde does not matter', async (t) => {
  const { ask, origin } = await startSimulator(t);
  assert.equal(json(await get(`${origin}${PATH}`, { headers: HEADERS })).data, null);
  assert.equal(json(await ask('1215215~7')).data.successCount, 1);
});

test('the mixed import has 250 failures of a dozen kinds, some without a name or a reason', async (t) => {
  const { ask } = await startSimulator(t);
  const english = json(await ask(MIXED)).data;
  const chinese = json(await ask(MIXED, { language: 'zh-CN' })).data;
  assert.equal(english.successCount, 1750);
  assert.equal(english.failCount, 250);
  assert.equal(english.failInfoList.length, 250);
  /** @type {Array<string | null | undefined>} */
  const reasons = english.failInfoList.map((/** @type {any} */ entry) => entry.desc);
  const kinds = new Set(reasons.map((desc) => desc?.replace(/"[^"]*"|\d+/g, '…')));
  assert.ok(kinds.size >= 12 && kinds.size <= 20, `${kinds.size} kinds`);
  assert.equal(reasons.filter((desc) => desc === undefined).length, 2);
  assert.equal(reasons.filter((desc) => desc === null).length, 1);
  assert.ok(reasons.includes('Mobile number 13800138000 already exists'));
  assert.ok(english.failInfoList.some((/** @type {any} */ entry) => !('userName' in entry)));
  assert.ok(
    english.failInfoList.some((/** @type {any} */ entry) => /^\p{Script=Han}+$/u.test(entry.userName)),
  );
  assert.ok(
    chinese.failInfoList.some((/** @type {any} */ entry) => entry.desc === '手机号13800138000已存在'),
  );
  assert.deepEqual(english, json(await ask(MIXED)).data);
});

for (const flavour of ROW_FLAVOURS) {
  test(`rows-N-${flavour} has N failures, the same ones every time`, async (t) => {
    const { ask } = await startSimulator(t);
    const taskId = flavour === 'plain' ? 'rows-1500' : `rows-1500-${flavour}`;
    const first = await ask(taskId);
    const { data, code } = json(first);
    assert.deepEqual(
      [code, data.successCount, data.failCount, data.failInfoList.length],
      [0, 6000, 1500, 1500],
    );
    assert.equal(new Set(data.failInfoList.map((/** @type {any} */ entry) => entry.userName)).size, 1500);
    const reasons = new Set(data.failInfoList.map((/** @type {any} */ entry) => entry.desc)).size;
    assert.equal(reasons, { distinct: 1500, escapes: 84 }[flavour] ?? 12);
    assert.ok(first.body.equals((await ask(taskId)).body));
  });
}

test('rows-0 has an empty list of failures, and malformed IDs of its kind are unknown tasks', async (t) => {
  const { ask } = await startSimulator(t);
  assert.deepEqual(json(await ask('rows-0')).data, { successCount: 0, failCount: 0, failInfoList: [] });
  for (const taskId of [
    'rows-',
    'rows-x',
    'rows-007',
    'rows-1.5',
    'rows--1',
    'rows-99999999',
    'rows-1-x',
    'rows-1-toString',
  ]) {
    assert.equal(json(await ask(taskId)).code, 13000201, taskId);
  }
});

test('rows are generated only as fast as the client reads them', async (t) => {
  const { origin, simulator } = await startSimulator(t);
  const { hostname, port } = new URL(origin);
  const request = http.get({
    hostname,
    port,
    path: `${PATH}?taskId=rows-5000000`,
    headers: HEADERS,
    agent: false,
  });
  const heapBefore = process.memoryUsage().heapUsed + process.memoryUsage().external;
  const response = await new Promise((resolve) => request.on('response', resolve));
  response.pause();
  // Without back-pressure the generator would block the event loop or hold some 400 MB by now.
  for (let turn = 0; turn < 1000; ++turn) await new Promise((resolve) => setImmediate(resolve));
  const held = process.memoryUsage().heapUsed + process.memoryUsage().external - heapBefore;
  assert.ok(held < 60_000_000, `${held} bytes held`);
  request.on('error', () => {});
  response.on('error', () => {});
  request.destroy();
  await until(() => simulator.requests[0].connection === 'broken off');
});

test('/config.json lists the tasks with the user ID and token that they can be queried with', async (t) => {
  const { origin, ask } = await startSimulator(t);
  const { tasks, ...demo } = json(await get(`${origin}/config.json`)).demo;
  assert.deepEqual(demo, { userId: USER_ID, accessToken: TOKEN });
  assert.deepEqual(tasks, JSON.parse(JSON.stringify(listTasks('demo/users.csv'))));
  assert.equal(
    (await ask(tasks[0].taskId, { Authorization: demo.accessToken, 'X-User-Id': demo.userId })).status,
    200,
  );
});

test('the simulator leaves other paths to its caller, and a base path moves all of its own', async (t) => {
  const plain = await startSimulator(t);
  assert.equal((await get(`${plain.origin}/index.html`)).status, 418);
  assert.equal((await get(`${plain.origin}/koodrivex/`)).status, 418);
  const moved = await startSimulator(t, { basePath: '/portal' });
  assert.equal((await get(`${moved.origin}/portal${PATH}?taskId=1215215`, { headers: HEADERS })).status, 200);
  assert.equal((await get(`${moved.origin}/portal/config.json`)).status, 200);
  assert.equal((await moved.ask('1215215')).status, 418);
});
