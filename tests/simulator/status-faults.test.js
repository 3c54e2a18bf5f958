import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOW, PATH, TOKEN, json, startSimulator } from './harness.js';

const GATEWAY_MEMBERS = ['error_code', 'error_msg', 'request_id'];

for (const status of [500, 502, 503, 504]) {
  test(`fault-${status}-then-ok fails the given number of times, fault-${status}-always every time`, async (t) => {
    const { ask } = await startSimulator(t);
    const first = await ask(`fault-${status}-then-ok`);
    assert.equal(first.status, status);
    assert.deepEqual(Object.keys(json(first)), GATEWAY_MEMBERS);
    assert.equal(json(await ask(`fault-${status}-then-ok`)).code, 0);
    for (const expected of [status, status, 200]) {
      assert.equal((await ask(`fault-${status}-then-ok-2`)).status, expected);
    }
    for (let n = 0; n < 4; ++n) assert.equal((await ask(`fault-${status}-always`)).status, status);
  });
}

test('attempts are counted separately for each text behind the tilde and for each user', async (t) => {
  const { ask, simulator } = await startSimulator(t);
  const attempts = [
    'fault-503-then-ok-2~a',
    'fault-503-then-ok-2~b',
    'fault-503-then-ok-2~a',
    'fault-503-then-ok-2~a-3',
  ];
  for (const taskId of attempts) assert.equal((await ask(taskId)).status, 503);
  assert.equal((await ask('fault-503-then-ok-2~a', { 'X-User-Id': '7' })).status, 503);
  assert.equal((await ask('fault-503-then-ok-2~a')).status, 200);
  assert.deepEqual(
    simulator.requests.map(({ attempt, outcome }) => [attempt, outcome]),
    [1, 1, 2, 1, 1, 3].map((attempt) => [attempt, 'fault 503-then-ok']),
  );
});

test('a refused request does not count as an attempt', async (t) => {
  const { ask } = await startSimulator(t);
  assert.equal((await ask('fault-503-then-ok', { Authorization: 'expired' })).status, 401);
  assert.equal((await ask('fault-503-then-ok')).status, 503);
});

test('fault-429-seconds and fault-429-date send Retry-After once, fault-429-always every time', async (t) => {
  const { ask } = await startSimulator(t, { clockOffsetMs: 300 });
  const seconds = await ask('fault-429-seconds-3');
  assert.deepEqual([seconds.status, seconds.headers['retry-after']], [429, '3']);
  assert.deepEqual([json(seconds).error_code, Object.keys(json(seconds))], ['APIGW.0308', GATEWAY_MEMBERS]);
  assert.equal((await ask('fault-429-seconds-3')).status, 200);
  const date = await ask('fault-429-date-3');
  assert.deepEqual([date.status, date.headers['retry-after']], [429, new Date(NOW + 4000).toUTCString()]);
  assert.equal((await ask('fault-429-date-3')).status, 200);
  for (let n = 0; n < 3; ++n)
    assert.equal((await ask('fault-429-always-3600')).headers['retry-after'], '3600');
});

test('fault-401-then-ok keeps refusing the first token and accepts another', async (t) => {
  const { ask } = await startSimulator(t);
  const first = await ask('fault-401-then-ok');
  assert.equal(first.status, 401);
  assert.equal(json(first).code, 13000101);
  assert.equal((await ask('fault-401-then-ok')).status, 401);
  assert.equal((await ask('fault-401-then-ok', { Authorization: 'Bearer+fresh' })).status, 200);
  assert.equal((await ask('fault-401-then-ok', { Authorization: `Bearer+${TOKEN}` })).status, 401);
});

test('fault-401-always refuses every token, and fault-401-basic asks for a password', async (t) => {
  const { ask } = await startSimulator(t);
  const always = await ask('fault-401-always', { Authorization: 'Bearer+fresh', language: 'zh-CN' });
  assert.deepEqual([always.status, always.headers['www-authenticate']], [401, undefined]);
  assert.match(json(always).msg, /访问令牌已过期/);
  const basic = await ask('fault-401-basic');
  assert.deepEqual([basic.status, basic.headers['www-authenticate']], [401, 'Basic realm="gateway"']);
});

test("fault-koodrive and fault-gateway answer with the members of KooDrive's and of the gateway's errors", async (t) => {
  const { ask } = await startSimulator(t);
  for (const status of [400, 500]) {
    const answer = await ask(`fault-koodrive-${status}`);
    assert.deepEqual([answer.status, Object.keys(json(answer))], [status, ['code', 'msg']]);
  }
  for (const status of [401, 403, 404, 413, 414, 429, 494, 500, 502, 503, 504]) {
    const answer = await ask(`fault-gateway-${status}`);
    assert.deepEqual([answer.status, Object.keys(json(answer))], [status, GATEWAY_MEMBERS]);
    assert.match(json(answer).error_code, /^APIGW\.\d{4}$/);
  }
});

test('fault-html answers with a page and fault-empty without a body, each with the given status', async (t) => {
  const { ask } = await startSimulator(t);
  for (const [fault, status] of /** @type {const} */ ([
    ['html', 502],
    ['html-404', 404],
    ['html-200', 200],
  ])) {
    const answer = await ask(`fault-${fault}`);
    assert.deepEqual([answer.status, answer.headers['content-type']], [status, 'text/html; charset=utf-8']);
    assert.match(answer.body.toString(), /^<!DOCTYPE html>/);
  }
  for (const status of [200, 500]) {
    const answer = await ask(`fault-empty-${status}`);
    assert.deepEqual([answer.status, answer.body.length, answer.headers['content-length']], [status, 0, '0']);
  }
});

test('fault-redirect leads to the other name of the loopback interface, fault-redirect-same-origin to the same origin', async (t) => {
  const { ask, origin } = await startSimulator(t);
  const other = await ask('fault-redirect');
  assert.equal(other.status, 302);
  assert.equal(other.headers.location, `${origin.replace('127.0.0.1', 'localhost')}${PATH}?taskId=1215215`);
  const same = await ask('fault-redirect-same-origin');
  assert.deepEqual([same.status, same.headers.location], [302, `${PATH}?taskId=1215215`]);
});

test('a task ID that names no fault is an unknown task', async (t) => {
  const { ask, simulator } = await startSimulator(t);
  for (const taskId of [
    'fault-',
    'fault-x',
    'fault-html-502-1',
    'fault-gateway-402',
    'fault-large-0',
    'fault-nesting-99999999',
    'xfault-gzip',
  ]) {
    assert.equal(json(await ask(taskId)).code, 13000201, taskId);
  }
  assert.ok(simulator.requests.every((record) => record.outcome === 'answered'));
});
