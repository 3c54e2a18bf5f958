import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import http from 'node:http';
import https from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { createUpstream, parseUpstream } from '../../web/dev/upstream.js';
import { HEADERS, NOW, PATH, get, json, listen, startSimulator, until } from './harness.js';
import { SECRET, authorization, canonicalByHand, signByOpenssl } from './signing.js';

/**
 * @typedef {import('node:test').TestContext} TestContext
 * @typedef {import('../../web/dev/upstream.js').UpstreamOptions} UpstreamOptions
 */

/**
 * @param {TestContext} t
 * @param {string} endpoint
 * @param {UpstreamOptions} [options]
 */
async function startForwarder(t, endpoint, options) {
  const forward = createUpstream(parseUpstream(endpoint), options);
  const server = http.createServer(async (request, response) => {
    if (!(await forward(request, response))) response.writeHead(418).end();
  });
  return `http://127.0.0.1:${await listen(t, server)}`;
}

test("the forwarder passes on path, query and the five headers, and nothing of the portal's own", async (t) => {
  const { simulator, origin: endpoint, host } = await startSimulator(t);
  const origin = await startForwarder(t, endpoint);
  const headers = {
    ...HEADERS,
    Cookie: 'portal=secret',
    Referer: `${origin}/portal`,
    Origin: origin,
    'X-Forwarded-For': '10.0.0.1',
    'Proxy-Authorization': 'Basic dTpw',
  };
  const answer = await get(`${origin}${PATH}?taskId=a%20%2Fb%7E%e4`, { headers });
  assert.equal(answer.status, 400);
  const ordinary = await get(`${origin}${PATH}?taskId=1215215`, { headers });
  assert.equal(json(ordinary).data.successCount, 1);
  assert.equal(ordinary.headers.date, new Date(NOW).toUTCString());
  assert.equal(ordinary.headers['cache-control'], 'no-store');
  assert.equal(simulator.requests[0].url, `${PATH}?taskId=a%20%2Fb%7E%e4`);
  const { rawHeaders, undocumentedHeaders } = simulator.requests[1];
  const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
  assert.deepEqual(names.sort(), [
    'authorization',
    'connection',
    'host',
    'language',
    'x-date',
    'x-traceid',
    'x-user-id',
  ]);
  assert.deepEqual(undocumentedHeaders, []);
  assert.equal(rawHeaders[rawHeaders.findIndex((name) => name.toLowerCase() === 'host') + 1], host);
});

test('an app signature made for the endpoint verifies behind the forwarder, one for the forwarder does not', async (t) => {
  const { origin: endpoint, host } = await startSimulator(t, { basePath: '/prefix' });
  const origin = await startForwarder(t, `${endpoint}/prefix`, { basePath: '/portal' });
  /** @param {string} canonical */
  const ask = (canonical) => {
    const Authorization = authorization(signByOpenssl(canonical, SECRET));
    return get(`${origin}/portal${PATH}?taskId=1215215`, { headers: { ...HEADERS, Authorization } });
  };
  assert.equal((await ask(canonicalByHand({ host, uri: `/prefix${PATH}/` }))).status, 200);
  assert.equal((await ask(canonicalByHand({ host, uri: `/portal${PATH}/` }))).status, 401);
  assert.equal(
    (await ask(canonicalByHand({ host: new URL(origin).host, uri: `/prefix${PATH}/` }))).status,
    401,
  );
});

test("the forwarder drops the endpoint's challenges, cookies, redirects and caching", async (t) => {
  const { origin: endpoint } = await startSimulator(t);
  const origin = await startForwarder(t, endpoint);
  const challenge = await get(`${origin}${PATH}?taskId=fault-401-basic`, { headers: HEADERS });
  assert.deepEqual([challenge.status, challenge.headers['www-authenticate']], [401, undefined]);
  assert.equal(json(challenge).code, 13000101);
  const redirect = await get(`${origin}${PATH}?taskId=fault-redirect`, { headers: HEADERS });
  assert.deepEqual([redirect.status, redirect.headers.location], [302, undefined]);
  const cached = await get(`${origin}${PATH}?taskId=fault-cacheable`, { headers: HEADERS });
  assert.equal(cached.headers['cache-control'], 'no-store');
  const throttled = await get(`${origin}${PATH}?taskId=fault-429-seconds-2`, { headers: HEADERS });
  assert.deepEqual([throttled.status, throttled.headers['retry-after']], [429, '2']);
  const gzip = await get(`${origin}${PATH}?taskId=fault-gzip`, { headers: HEADERS });
  assert.equal(gzip.headers['content-encoding'], 'gzip');
  const cookies = http.createServer((_, response) => {
    response.sendDate = false;
    response.writeHead(200, { 'Set-Cookie': 'a=b', 'X-A': '1' }).end('{}');
  });
  const other = await startForwarder(t, `http://127.0.0.1:${await listen(t, cookies)}`);
  const { headers } = await get(`${other}${PATH}`);
  // The client would take a Date that the forwarder added for KooDrive's clock.
  assert.deepEqual([headers['set-cookie'], headers['x-a'], headers.date], [undefined, undefined, undefined]);
});

test('the forwarder forwards only GET and only the paths of the three calls', async (t) => {
  const { simulator, origin: endpoint } = await startSimulator(t);
  const origin = await startForwarder(t, endpoint);
  for (const [method, target] of [
    ['POST', PATH],
    ['HEAD', PATH],
    ['OPTIONS', PATH],
    ['GET', `${PATH}/`],
    ['POST', '/koodrive/ose/v1/task/create'],
    ['GET', '/koodrive/ose/v1/task/'],
    ['GET', '/koodrive/ose/v1/task/a%2Fb'],
    ['GET', '/koodrive/ose/v1/task/..'],
    ['GET', '/koodrive/ose/v1/users/batchimport/preverify'],
    ['GET', '/koodrive/../x'],
  ]) {
    assert.equal(
      (await get(origin + target, { method, headers: HEADERS })).status,
      404,
      `${method} ${target}`,
    );
  }
  assert.equal((await get(`${origin}/index.html`)).status, 418);
  assert.equal(simulator.requests.length, 0);
});

test('the forwarder forwards the list, and a task by its ID, with the request ID of the answer', async (t) => {
  const { simulator, origin: endpoint } = await startSimulator(t);
  const origin = await startForwarder(t, endpoint);
  for (const target of ['list?status=2&pageSize=10', '1534087020903704701', 'fault-empty-200~a_b']) {
    const answer = await get(`${origin}/koodrive/ose/v1/task/${target}`, { headers: HEADERS });
    assert.equal(answer.status, 200, target);
    assert.match(String(answer.headers['x-request-id']), /^[0-9a-f]{32}$/);
    assert.equal(simulator.requests.at(-1)?.url, `/koodrive/ose/v1/task/${target}`);
  }
});

test("the forwarder replaces its own base path by the endpoint's path prefix", async (t) => {
  const { simulator, origin: endpoint } = await startSimulator(t, { basePath: '/prefix' });
  const origin = await startForwarder(t, `${endpoint}/prefix/`, { basePath: '/portal' });
  assert.equal((await get(`${origin}/portal${PATH}?taskId=1215215`, { headers: HEADERS })).status, 200);
  assert.equal(simulator.requests[0].url, `/prefix${PATH}?taskId=1215215`);
});

test('the forwarder answers 502 for an endpoint that is silent or resets, and breaks off where the endpoint does', async (t) => {
  const { origin: endpoint } = await startSimulator(t);
  const origin = await startForwarder(t, endpoint, { timeoutMs: 100 });
  const silent = await get(`${origin}${PATH}?taskId=fault-stalled-headers`, { headers: HEADERS });
  assert.deepEqual([silent.status, json(silent).code], [502, 'FORWARDER.502']);
  assert.match(json(silent).msg, /no byte for 100 ms/);
  const broken = await get(`${origin}${PATH}?taskId=fault-reset-in-body`, { headers: HEADERS });
  assert.equal(broken.error?.code, 'ECONNRESET');
  const reset = await get(`${origin}${PATH}?taskId=fault-reset-before-headers`, { headers: HEADERS });
  assert.deepEqual([reset.status, json(reset).code], [502, 'FORWARDER.502']);
});

test('the forwarder ends its request to the endpoint when the client gives up', async (t) => {
  const { simulator, origin: endpoint } = await startSimulator(t);
  const origin = await startForwarder(t, endpoint);
  const abort = new AbortController();
  const answer = get(`${origin}${PATH}?taskId=fault-stalled-headers`, {
    headers: HEADERS,
    signal: abort.signal,
  });
  await until(() => simulator.requests.length === 1);
  abort.abort();
  await answer;
  await until(() => simulator.requests[0].connection === 'broken off');
});

test('the forwarder verifies the certificate of an https endpoint', async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'koodrive-tls-'));
  t.after(() => rm(folder, { recursive: true }));
  const [keyFile, certFile] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')];
  const request =
    'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=simulator';
  const files = ['-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', keyFile, '-out', certFile];
  execFileSync('openssl', [...request.split(' '), ...files], { stdio: 'ignore' });
  const [key, cert] = await Promise.all([readFile(keyFile), readFile(certFile)]);
  const server = https.createServer({ key, cert }, (_, response) => response.end('{"code":0}'));
  const endpoint = `https://127.0.0.1:${await listen(t, server)}`;
  t.after(() => server.closeAllConnections());
  const trusting = await startForwarder(t, endpoint, { ca: cert });
  assert.equal(json(await get(`${trusting}${PATH}`)).code, 0);
  const usual = await startForwarder(t, endpoint);
  const refused = await get(`${usual}${PATH}`);
  assert.equal(refused.status, 502);
  assert.match(json(refused).msg, /self-signed certificate/);
});

test('an upstream must be an https URL, or an http URL on loopback', () => {
  for (const good of [
    'https://intl.myhuaweicloud-koodrive.com',
    'https://example.com/prefix/',
    'http://localhost:1',
    'http://127.0.0.1:1',
    'http://[::1]:1',
  ]) {
    assert.ok(parseUpstream(good).href.startsWith(good), good);
  }
  for (const bad of [
    'http://intl.myhuaweicloud-koodrive.com',
    'http://localhost.example.com',
    'http://127.0.0.1.example.com',
    'ftp://localhost',
    'https://user@example.com',
    'https://:pw@example.com',
    'https://example.com/?a',
    'https://example.com/#a',
    'intl.myhuaweicloud-koodrive.com',
    '',
  ]) {
    assert.throws(() => parseUpstream(bad), { name: 'TypeError', message: /: expected an https URL/ }, bad);
  }
});
