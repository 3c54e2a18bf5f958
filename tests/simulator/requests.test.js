import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HEADERS, NOW, PATH, TOKEN, USER_ID, get, json, startSimulator } from './harness.js';

/** @type {Array<[what: string, headers: Record<string, string | undefined>, status: number, code: number, subject: string]>} */
const REFUSALS = [
  ['no Authorization', { Authorization: undefined }, 401, 13000101, 'Authorization'],
  ['an empty token', { Authorization: 'Bearer+' }, 401, 13000101, 'Authorization'],
  ['a scheme alone', { Authorization: 'Bearer' }, 401, 13000101, 'Authorization'],
  ['another scheme', { Authorization: 'Basic dTpw' }, 401, 13000101, 'Authorization'],
  ['a prefix twice', { Authorization: 'Bearer+Bearer+abc' }, 401, 13000101, 'Authorization'],
  ['mixed prefixes', { Authorization: 'Bearer Bearer+abc' }, 401, 13000101, 'Authorization'],
  ['a token with a space', { Authorization: 'Bearer a b' }, 401, 13000101, 'Authorization'],
  ['the expired token', { Authorization: 'Bearer+expired' }, 401, 13000101, 'Authorization'],
  ['the expired token, bare', { Authorization: 'expired' }, 401, 13000101, 'Authorization'],
  ['no X-User-Id', { 'X-User-Id': undefined }, 400, 13000102, 'X-User-Id'],
  ['an empty X-User-Id', { 'X-User-Id': '' }, 400, 13000102, 'X-User-Id'],
  ['an X-User-Id with a space', { 'X-User-Id': '1 2' }, 400, 13000102, 'X-User-Id'],
  ['no X-Date', { 'X-Date': undefined }, 400, 13000102, 'X-Date'],
  ['an ISO 8601 X-Date', { 'X-Date': '2024-09-09T03:33:25Z' }, 400, 13000102, 'X-Date'],
  ['an X-Date without Z', { 'X-Date': '20240909T033325' }, 400, 13000102, 'X-Date'],
  ['an X-Date that is no date', { 'X-Date': '20240931T033325Z' }, 400, 13000102, 'X-Date'],
  ['an X-Date one second ahead', { 'X-Date': '20240909T033356Z' }, 400, 13000102, 'X-Date'],
  ['an X-Date 15:01 minutes old', { 'X-Date': '20240909T031854Z' }, 400, 13000102, 'X-Date'],
  ['an X-Traceid of 57 characters', { 'X-Traceid': 'a'.repeat(57) }, 400, 13000102, 'X-Traceid'],
  ['an X-Traceid of 59 characters', { 'X-Traceid': 'a'.repeat(59) }, 400, 13000102, 'X-Traceid'],
  ['a language that is no tag', { language: 'en_US' }, 400, 13000102, 'language'],
];

for (const [what, headers, status, code, subject] of REFUSALS) {
  test(`a request with ${what} is refused with status ${status} and code ${code}`, async (t) => {
    const { ask, simulator } = await startSimulator(t);
    const answer = await ask('1215215', headers);
    assert.equal(answer.status, status);
    assert.deepEqual(Object.keys(json(answer)), ['code', 'msg']);
    assert.equal(json(answer).code, code);
    assert.equal(simulator.requests[0].outcome, `refused ${subject}`);
    assert.equal((await ask('1215215')).status, 200);
  });
}

for (const [what, headers] of /** @type {Array<[string, Record<string, string | undefined>]>} */ ([
  ['the token format Bearer+{token}', {}],
  ['the token format Bearer {token}', { Authorization: `Bearer ${TOKEN}` }],
  ['the bare token', { Authorization: TOKEN }],
  ['a JSON Web Token', { Authorization: 'Bearer eyJhbGciOi.eyJzdWIiOiI.a-b_c/d+e==' }],
  ['no X-Traceid', { 'X-Traceid': undefined }],
  ['no language', { language: undefined }],
  ['an X-Date of this very second', { 'X-Date': '20240909T033355Z' }],
  ['an X-Date of exactly 15 minutes', { 'X-Date': '20240909T031855Z' }],
  [
    'the headers that a browser adds',
    { Cookie: 'a=b', 'Sec-Fetch-Mode': 'cors', Priority: 'u=1', TE: 'trailers', Accept: '*/*' },
  ],
  [
    'the headers that a server on the way adds',
    { Via: '1.1 Caddy', 'X-Forwarded-For': '::1', Forwarded: 'for=_a' },
  ],
  [
    'headers that the API does not document',
    { 'Content-Type': 'application/json', 'X-Requested-With': 'a', 'X-New': '1' },
  ],
])) {
  test(`a request with ${what} is accepted`, async (t) => {
    const { ask } = await startSimulator(t);
    assert.equal((await ask('1215215', headers)).status, 200);
  });
}

test('a documented header that comes twice is refused', async (t) => {
  const { origin, simulator } = await startSimulator(t);
  const headers = { ...HEADERS, 'X-User-Id': [USER_ID, '2'] };
  const answer = await get(`${origin}${PATH}`, { headers });
  assert.equal(answer.status, 400);
  assert.match(json(answer).msg, /X-User-Id comes more than once/);
  assert.equal(simulator.requests[0].outcome, 'refused X-User-Id');
});

test('an X-Date on a day that its month does not have is refused, even if it would roll over to today', async (t) => {
  const { ask } = await startSimulator(t, { now: () => Date.UTC(2024, 2, 2, 12, 0, 30) });
  assert.equal((await ask('1215215', { 'X-Date': '20240302T120000Z' })).status, 200);
  assert.equal((await ask('1215215', { 'X-Date': '20240231T120000Z' })).status, 400);
});

test('the accepted tokens and token formats can be set', async (t) => {
  const { ask } = await startSimulator(t, {
    authorization: { tokens: ['one'], tokenFormats: ['Bearer {token}'] },
  });
  assert.equal((await ask('1215215', { Authorization: 'Bearer one' })).status, 200);
  assert.equal((await ask('1215215', { Authorization: 'Bearer two' })).status, 401);
  assert.equal((await ask('1215215', { Authorization: 'Bearer+one' })).status, 401);
});

test('a refusal never quotes the token', async (t) => {
  const { ask } = await startSimulator(t, { authorization: { tokens: [] } });
  const { status, body } = await ask('1215215', { Authorization: 'Bearer+sesame' });
  assert.equal(status, 401);
  assert.doesNotMatch(body.toString(), /sesame/);
});

test('a refusal is written in the language that was asked for', async (t) => {
  const { ask } = await startSimulator(t);
  const bad = { 'X-User-Id': undefined };
  assert.match(json(await ask('1', bad)).msg, /^Parameter check failed: X-User-Id is missing$/);
  assert.match(json(await ask('1', { ...bad, language: 'zh-CN' })).msg, /^参数校验失败/);
  assert.match(json(await ask('1', { ...bad, language: undefined })).msg, /^Parameter/);
});

test("the Date header shows the simulator's clock, which can be set wrong", async (t) => {
  const right = await startSimulator(t);
  assert.equal((await right.ask('1215215')).headers.date, new Date(NOW).toUTCString());
  const behind = await startSimulator(t, { clockOffsetMs: -120_000 });
  const refused = await behind.ask('1215215');
  assert.equal(refused.status, 400);
  assert.equal(refused.headers.date, new Date(NOW - 120_000).toUTCString());
  const gateway = await startSimulator(t, { clockOffsetMs: -120_000, dateRefusalStatus: 401 });
  assert.equal((await gateway.ask('1215215')).status, 401);
});

for (const [query, subject] of [
  ['?taskid=1215215', 'taskid'],
  ['?taskId=1&taskId=2', 'taskId'],
  ['?taskId=1&x', 'x'],
  ['?taskId=%E4%B8', 'taskId'],
  ['?taskId=%', 'taskId'],
]) {
  test(`the query string ${query} is refused`, async (t) => {
    const { origin, simulator } = await startSimulator(t);
    assert.equal((await get(`${origin}${PATH}${query}`, { headers: HEADERS })).status, 400);
    assert.equal(simulator.requests[0].outcome, `refused ${subject}`);
  });
}

for (const [method, path] of [
  ['POST', PATH],
  ['HEAD', PATH],
  ['OPTIONS', PATH],
  ['GET', `${PATH}/`],
  ['GET', '/koodrive/ose/v1/task/'],
  ['POST', '/koodrive/ose/v1/task/list'],
  ['GET', '/koodrive/../koodrive/ose/v1/task/result'],
]) {
  test(`${method} ${path} gets the gateway's 404`, async (t) => {
    const { origin } = await startSimulator(t);
    const answer = await get(`${origin}${path}`, { method, headers: HEADERS });
    assert.equal(answer.status, 404);
    assert.equal(answer.headers['access-control-allow-origin'], undefined);
    if (method !== 'HEAD')
      assert.deepEqual(Object.keys(json(answer)), ['error_code', 'error_msg', 'request_id']);
  });
}

test('headers that the API does not document are recorded, also where a browser sends them with another value', async (t) => {
  const { ask, simulator } = await startSimulator(t);
  await ask('1215215', { Accept: '*/*', Cookie: 'a=b' });
  await ask('1215215', {
    Accept: 'application/json',
    'Content-Type': 'text/plain',
    'X-Requested-With': 'script',
  });
  assert.deepEqual(
    simulator.requests.map(({ undocumentedHeaders }) => undocumentedHeaders),
    [[], ['accept', 'content-type', 'x-requested-with']],
  );
});

test('a request is recorded exactly as it came', async (t) => {
  const { ask, simulator } = await startSimulator(t);
  await ask('a b/ü~1', { 'X-Extra': '1', 'Content-Type': 'text/plain', Accept: 'a/b', Via: '1.1 Caddy' });
  const [record] = simulator.requests;
  assert.equal(record.url, `${PATH}?taskId=a%20b%2F%C3%BC~1`);
  assert.equal(record.taskId, 'a b/ü~1');
  assert.equal(record.time, NOW);
  assert.equal(record.userId, USER_ID);
  assert.equal(record.traceId, HEADERS['X-Traceid']);
  assert.deepEqual(record.undocumentedHeaders.sort(), ['accept', 'content-type', 'x-extra']);
  assert.equal(record.rawHeaders[record.rawHeaders.indexOf('X-Date') + 1], HEADERS['X-Date']);
  assert.equal(record.connection, 'finished');
  assert.equal(record.status, 200);
});

test('two simulators share nothing', async (t) => {
  const [one, two] = await Promise.all([startSimulator(t), startSimulator(t)]);
  await one.ask('fault-503-then-ok');
  assert.equal((await one.ask('fault-503-then-ok')).status, 200);
  assert.equal((await two.ask('fault-503-then-ok')).status, 503);
  assert.equal(two.simulator.requests.length, 1);
});

test('only as many of the latest requests are kept as recordLimit says', async (t) => {
  const { ask, simulator } = await startSimulator(t, { recordLimit: 2 });
  for (const taskId of ['1', '2', '3']) await ask(taskId);
  assert.deepEqual(
    simulator.requests.map((record) => record.taskId),
    ['2', '3'],
  );
});
