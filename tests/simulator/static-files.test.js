import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { createDemoServer } from '../../web/dev/demo-server.js';
import { createSimulator } from '../../web/simulator/simulator.js';
import { securityHeaders } from '../../web/dev/security-headers.js';
import { get, listen } from './harness.js';

/** @typedef {import('node:test').TestContext} TestContext */

/**
 * Serves a folder `dist` that has files with the text SECRET inside and beside it, none of which may be served.
 * @param {TestContext} t
 * @param {Partial<import('../../web/dev/demo-server.js').DemoServerOptions>} [options]
 */
async function startServer(t, options = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), 'koodrive-static-'));
  t.after(() => rm(folder, { recursive: true }));
  const dist = path.join(folder, 'dist');
  await mkdir(path.join(dist, 'sub'), { recursive: true });
  await mkdir(path.join(folder, 'dist-other'));
  await Promise.all([
    writeFile(path.join(folder, 'secret.txt'), 'SECRET'),
    writeFile(path.join(folder, 'dist-other', 'secret.txt'), 'SECRET'),
    writeFile(path.join(dist, '.hidden'), 'SECRET'),
    writeFile(path.join(dist, 'index.html'), '<!doctype html>'),
    writeFile(path.join(dist, 'sub', 'index.html'), 'sub'),
    writeFile(path.join(dist, 'koodrive.wasm'), Buffer.from([0, 0x61, 0x73, 0x6d])),
    writeFile(path.join(dist, 'page.js'), 'plain'),
    writeFile(path.join(dist, 'page.js.br'), 'as br'),
    writeFile(path.join(dist, 'page.js.gz'), 'as gzip'),
    writeFile(path.join(dist, 'a b.css'), ''),
    symlink(path.join(folder, 'secret.txt'), path.join(dist, 'link.txt')),
  ]);
  const port = await listen(t, createDemoServer({ dist, api: createSimulator().handle, ...options }));
  return `http://127.0.0.1:${port}`;
}

test('the demo server sends files with their media types and the security headers', async (t) => {
  const origin = await startServer(t);
  for (const [file, type] of [
    ['/', 'text/html; charset=utf-8'],
    ['/index.html?taskId=1', 'text/html; charset=utf-8'],
    ['/sub/', 'text/html; charset=utf-8'],
    ['/koodrive.wasm', 'application/wasm'],
    ['/page.js', 'text/javascript; charset=utf-8'],
    ['/a%20b.css', 'text/css; charset=utf-8'],
    ['/page.js.br', 'application/octet-stream'],
  ]) {
    const { status, headers } = await get(origin + file);
    assert.deepEqual([status, headers['content-type']], [200, type], file);
    assert.equal(headers['cache-control'], 'no-cache');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.equal(
      headers['content-security-policy'],
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'",
    );
  }
});

test('the policy, the media types and the base path of the demo server can be set', async (t) => {
  const origin = await startServer(t, {
    headers: securityHeaders({ connectSrc: ['http://127.0.0.1:1'], frameAncestors: 'http://localhost:2' }),
    contentTypes: { '.wasm': 'application/octet-stream' },
    basePath: '/portal',
  });
  const { headers } = await get(`${origin}/portal/koodrive.wasm`);
  assert.equal(headers['content-type'], 'application/octet-stream');
  assert.match(String(headers['content-security-policy']), /connect-src 'self' http:\/\/127\.0\.0\.1:1; /);
  assert.match(String(headers['content-security-policy']), /frame-ancestors http:\/\/localhost:2; /);
  assert.equal((await get(`${origin}/koodrive.wasm`)).status, 404);
  assert.equal((await get(`${origin}/portalx/koodrive.wasm`)).status, 404);
});

test('the demo server serves nothing outside its folder and no hidden file', async (t) => {
  const origin = await startServer(t);
  for (const file of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e%2fsecret.txt',
    '/sub/../../secret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/%252e%252e/secret.txt',
    '/../dist-other/secret.txt',
    '/link.txt',
    '/.hidden',
    '/sub/..%00/secret.txt',
    '/secret.txt',
    '/%',
    '/%ff',
    'http://127.0.0.1/../secret.txt',
    '//etc/passwd',
  ]) {
    const { status, body } = await get(origin + file);
    assert.equal(status, 404, file);
    assert.doesNotMatch(body.toString(), /SECRET|root:/, file);
  }
});

test('the demo server sends a precompressed file to a client that accepts its coding', async (t) => {
  const origin = await startServer(t);
  for (const [
    accepted,
    body,
    coding,
  ] of /** @type {Array<[string | undefined, string, string | undefined]>} */ ([
    [undefined, 'plain', undefined],
    ['gzip, deflate, br', 'as br', 'br'],
    ['gzip', 'as gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'as gzip', 'gzip'],
    ['br;q=0.0, gzip; q=0', 'plain', undefined],
    ['identity', 'plain', undefined],
  ])) {
    const answer = await get(`${origin}/page.js`, { headers: { 'Accept-Encoding': accepted } });
    assert.deepEqual([answer.body.toString(), answer.headers['content-encoding']], [body, coding], accepted);
    assert.equal(answer.headers['content-type'], 'text/javascript; charset=utf-8');
    assert.equal(answer.headers['content-length'], String(body.length));
    assert.equal(answer.headers.vary, 'Accept-Encoding');
  }
});

test('the demo server answers HEAD and If-None-Match, redirects folders and refuses other methods', async (t) => {
  const origin = await startServer(t);
  const { headers } = await get(`${origin}/page.js`);
  const head = await get(`${origin}/page.js`, { method: 'HEAD' });
  assert.deepEqual([head.status, head.headers['content-length'], head.body.length], [200, '5', 0]);
  assert.equal(head.headers.etag, headers.etag);
  const known = await get(`${origin}/page.js`, { headers: { 'If-None-Match': headers.etag } });
  assert.deepEqual([known.status, known.body.length], [304, 0]);
  const coded = await get(`${origin}/page.js`, {
    headers: { 'If-None-Match': headers.etag, 'Accept-Encoding': 'br' },
  });
  assert.equal(coded.status, 200);
  const folder = await get(`${origin}/sub`);
  assert.deepEqual([folder.status, folder.headers.location], [301, './sub/']);
  assert.equal((await get(`${origin}/none.js`)).status, 404);
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
    assert.equal((await get(origin + '/', { method })).status, 405, method);
  }
});

test('the demo server serves the simulator on the same origin', async (t) => {
  const origin = await startServer(t);
  assert.equal((await get(`${origin}/config.json`)).status, 200);
  assert.equal((await get(`${origin}/koodrive/ose/v1/task/result?taskId=1215215`)).status, 400);
  assert.equal((await get(`${origin}/__simulator/requests`)).status, 404);
});
