import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HEADERS, PATH, get, json, startSimulator } from './harness.js';

const PORTAL = 'http://localhost:1';
const PREFLIGHT = {
  Origin: PORTAL,
  'Access-Control-Request-Method': 'GET',
  'Access-Control-Request-Headers': 'authorization,language,x-date,x-traceid,x-user-id',
};

test('by default a preflight gets 404 and no answer has CORS headers', async (t) => {
  const { origin, ask } = await startSimulator(t);
  const preflight = await get(origin + PATH, { method: 'OPTIONS', headers: PREFLIGHT });
  assert.equal(preflight.status, 404);
  for (const { headers } of [preflight, await ask('1215215', { Origin: PORTAL })]) {
    assert.deepEqual(
      Object.keys(headers).filter((name) => name.startsWith('access-control')),
      [],
    );
  }
});

test('an allowed origin may send the five headers and read every answer, refusals included', async (t) => {
  const { origin, ask, simulator } = await startSimulator(t, {
    cors: { origins: [PORTAL, 'null'], exposeHeaders: ['Date', 'Retry-After'] },
  });
  const preflight = await get(origin + PATH, { method: 'OPTIONS', headers: PREFLIGHT });
  assert.equal(preflight.status, 204);
  assert.equal(preflight.headers['access-control-allow-origin'], PORTAL);
  assert.equal(preflight.headers['access-control-allow-methods'], 'GET');
  assert.equal(
    preflight.headers['access-control-allow-headers'],
    'Authorization, language, X-Traceid, X-User-Id, X-Date',
  );
  assert.deepEqual([simulator.requests[0].outcome, simulator.requests[0].attempt], ['preflight', undefined]);
  const notPreflight = await get(origin + PATH, { method: 'OPTIONS', headers: { Origin: PORTAL } });
  assert.equal(notPreflight.status, 404, 'OPTIONS without Access-Control-Request-Method');
  for (const headers of [
    { Origin: PORTAL },
    { Origin: PORTAL, Authorization: undefined },
    { Origin: 'null' },
  ]) {
    const answer = await ask('1215215', headers);
    assert.equal(answer.headers['access-control-allow-origin'], headers.Origin);
    assert.equal(answer.headers['access-control-expose-headers'], 'Date, Retry-After');
    assert.equal(answer.headers.vary, 'Origin');
  }
});

test('an origin that is not listed gets no permission, and without exposeHeaders no header is exposed', async (t) => {
  const { ask } = await startSimulator(t, { cors: { origins: PORTAL } });
  assert.equal(
    (await ask('1', { Origin: 'http://localhost:2' })).headers['access-control-allow-origin'],
    undefined,
  );
  assert.equal((await ask('1', { Origin: PORTAL })).headers['access-control-expose-headers'], undefined);
});

test('the record of requests can be read and reset over HTTP where that is allowed', async (t) => {
  const { origin, ask } = await startSimulator(t, { control: true });
  await ask('fault-503-then-ok~x y');
  await ask('1215215');
  const all = json(await get(`${origin}/__simulator/requests`));
  assert.deepEqual(
    all.map((/** @type {any} */ record) => record.outcome),
    ['fault 503-then-ok', 'answered'],
  );
  const [one, ...others] = json(await get(`${origin}/__simulator/requests?taskId=fault-503-then-ok~x%20y`));
  assert.equal(others.length, 0);
  assert.deepEqual([one.status, one.attempt, one.method], [503, 1, 'GET']);
  assert.ok(one.rawHeaders.includes(HEADERS.Authorization));
  assert.equal((await get(`${origin}/__simulator/reset`)).status, 404);
  assert.equal((await get(`${origin}/__simulator/reset`, { method: 'POST' })).status, 200);
  assert.deepEqual(json(await get(`${origin}/__simulator/requests`)), []);
  assert.equal((await ask('fault-503-then-ok~x y')).status, 503);
});

test('the record of requests is not served by default', async (t) => {
  const { origin } = await startSimulator(t);
  assert.equal((await get(`${origin}/__simulator/requests`)).status, 418);
});
