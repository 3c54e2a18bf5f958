import assert from 'node:assert/strict';
import { test } from 'node:test';
import zlib from 'node:zlib';
import { HEADERS, NOW, PATH, get, json, startSimulator, until } from './harness.js';

test('fault-slow-headers sends nothing before the given time', async (t) => {
  const { ask } = await startSimulator(t);
  const start = performance.now();
  const answer = await ask('fault-slow-headers-120');
  assert.ok(performance.now() - start >= 115);
  assert.equal(json(answer).data.successCount, 1);
});

test('the default parameter of a fault can be set, and setting one for a fault without parameter throws', async (t) => {
  const { ask } = await startSimulator(t, { faultDefaults: { 'slow-headers': 0 } });
  assert.equal((await ask('fault-slow-headers')).status, 200);
  await assert.rejects(startSimulator(t, { faultDefaults: { 'no-such-fault': 1 } }), RangeError);
  await assert.rejects(startSimulator(t, { faultDefaults: { '401-basic': 1 } }), RangeError);
});

test('fault-slow-body spreads many pieces over the given time', async (t) => {
  const { origin } = await startSimulator(t);
  /** @type {number[]} */
  const arrivals = [performance.now()];
  const answer = await get(`${origin}${PATH}?taskId=fault-slow-body-400`, {
    headers: HEADERS,
    onResponse: (response) => response.on('data', () => arrivals.push(performance.now())),
  });
  assert.equal(json(answer).data.successCount, 1);
  const total = arrivals[arrivals.length - 1] - arrivals[0];
  const longest = Math.max(...arrivals.slice(1).map((time, index) => time - arrivals[index]));
  assert.ok(total >= 390, `${total} ms`);
  assert.ok(longest < 200, `silent for ${longest} ms`);
  assert.ok(arrivals.length > 10);
});

for (const [fault, status, length] of /** @type {Array<[string, number | undefined, number]>} */ ([
  ['stalled-headers', undefined, 0],
  ['stalled-body', 200, 52],
])) {
  test(`fault-${fault} is silent until the client gives up`, async (t) => {
    const { origin, simulator } = await startSimulator(t);
    const abort = new AbortController();
    let received = 0;
    const answer = get(`${origin}${PATH}?taskId=fault-${fault}`, {
      headers: HEADERS,
      signal: abort.signal,
      onResponse: (response) => response.on('data', (chunk) => (received += chunk.length)),
    });
    await until(() => simulator.requests.length === 1 && received === length);
    assert.equal(simulator.requests[0].connection, 'open');
    abort.abort();
    await answer;
    await until(() => simulator.requests[0].connection === 'broken off');
    assert.equal(simulator.requests[0].status, status);
  });
}

test('fault-reset-before-headers resets the connection before the first byte', async (t) => {
  const { ask, simulator } = await startSimulator(t);
  const answer = await ask('fault-reset-before-headers');
  assert.deepEqual([answer.status, answer.error?.code], [0, 'ECONNRESET']);
  await until(() => simulator.requests[0].connection === 'broken off');
  assert.equal(simulator.requests[0].status, undefined);
  assert.equal((await ask('1215215')).status, 200);
});

for (const fault of ['reset-in-body', 'short-body']) {
  test(`fault-${fault} sends half of the announced body`, async (t) => {
    const { ask, simulator } = await startSimulator(t);
    const answer = await ask(`fault-${fault}`);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers['content-length'], '104');
    assert.equal(answer.body.length, 52);
    assert.equal(answer.error?.code, 'ECONNRESET');
    await until(() => simulator.requests[0].connection === 'broken off');
  });
}

test('fault-reset-then-ok answers after the given number of resets', async (t) => {
  const { ask } = await startSimulator(t);
  assert.equal((await ask('fault-reset-then-ok-2')).error?.code, 'ECONNRESET');
  assert.equal((await ask('fault-reset-then-ok-2')).error?.code, 'ECONNRESET');
  assert.equal(json(await ask('fault-reset-then-ok-2')).code, 0);
});

test('fault-stalled-then-ok answers the attempt after the one that the client gave up', async (t) => {
  const { origin, ask, simulator } = await startSimulator(t);
  const abort = new AbortController();
  const first = get(`${origin}${PATH}?taskId=fault-stalled-then-ok`, {
    headers: HEADERS,
    signal: abort.signal,
  });
  await until(() => simulator.requests.length === 1);
  abort.abort();
  assert.equal((await first).status, 0);
  assert.equal(json(await ask('fault-stalled-then-ok')).code, 0);
});

test('fault-clock-ahead and fault-clock-behind judge X-Date by a server clock that is off by the given time', async (t) => {
  const { ask } = await startSimulator(t);
  const ahead = await ask('fault-clock-ahead-1200');
  assert.equal(ahead.status, 400);
  assert.match(json(ahead).msg, /older than 15 minutes/);
  assert.equal(ahead.headers.date, new Date(NOW + 1_200_000).toUTCString());
  assert.equal((await ask('fault-clock-ahead-60')).status, 200);
  const behind = await ask('fault-clock-behind-180');
  assert.equal(behind.status, 400);
  assert.match(json(behind).msg, /later than the server/);
  assert.equal(behind.headers.date, new Date(NOW - 180_000).toUTCString());
  assert.equal((await ask('fault-clock-behind-180', { 'X-Date': '20240909T033055Z' })).status, 200);
});

test('fault-gzip and fault-brotli are compressed whether the client asks for it or not, and fault-broken-gzip is not gzip', async (t) => {
  const { ask } = await startSimulator(t);
  const [gzip, brotli, broken] = [
    await ask('fault-gzip'),
    await ask('fault-brotli'),
    await ask('fault-broken-gzip'),
  ];
  assert.equal(gzip.headers['content-encoding'], 'gzip');
  assert.equal(JSON.parse(zlib.gunzipSync(gzip.body).toString()).code, 0);
  assert.equal(brotli.headers['content-encoding'], 'br');
  assert.equal(JSON.parse(zlib.brotliDecompressSync(brotli.body).toString()).code, 0);
  assert.equal(broken.headers['content-encoding'], 'gzip');
  assert.throws(() => zlib.gunzipSync(broken.body));
});

test('fault-gzip-bomb sends a few kilobytes that become valid JSON of the given size', async (t) => {
  const { ask } = await startSimulator(t);
  const { body, headers } = await ask('fault-gzip-bomb-3');
  assert.equal(headers['content-encoding'], 'gzip');
  assert.ok(body.length < 6_000, `${body.length} bytes`);
  const raw = zlib.gunzipSync(body);
  assert.equal(raw.length, 3_000_000);
  assert.equal(JSON.parse(raw.toString()).code, 0);
  assert.ok((await ask('fault-gzip-bomb-3')).body.equals(body));
});

test('fault-gzip-bomb never holds the 200 MB that its body becomes', async (t) => {
  const { ask } = await startSimulator(t);
  const peak = () => process.resourceUsage().maxRSS * 1024;
  const before = peak();
  const { body } = await ask('fault-gzip-bomb');
  assert.ok(body.length < 400_000);
  const held = peak() - before;
  assert.ok(held < 100_000_000, `${held} bytes more than before`);
});

test('fault-large sends valid JSON of the given size, fault-large-with-length with its Content-Length', async (t) => {
  const { ask } = await startSimulator(t);
  const chunked = await ask('fault-large-2');
  assert.equal(chunked.headers['content-length'], undefined);
  assert.equal(chunked.body.length, 2_000_000);
  assert.equal(json(chunked).data.failCount, 1);
  const announced = await ask('fault-large-with-length-2');
  assert.equal(announced.headers['content-length'], '2000000');
  assert.ok(announced.body.equals(chunked.body));
  assert.equal((await ask('fault-large')).body.length, 100_000_000);
});
