import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { get, json, listen, startSimulator } from './harness.js';

/** @typedef {import('node:test').TestContext} TestContext */

const SERVE = fileURLToPath(new URL('../../web/dev/serve.js', import.meta.url));

/** @param {TestContext} t */
async function makeDist(t) {
  const dist = await mkdtemp(path.join(tmpdir(), 'koodrive-serve-'));
  t.after(() => rm(dist, { recursive: true }));
  await writeFile(path.join(dist, 'index.html'), '<!doctype html>page');
  return dist;
}

/**
 * @param {TestContext} t
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [environment]
 */
function run(t, args, environment = {}) {
  const child = spawn(process.execPath, [SERVE, ...args], {
    env: { ...process.env, PORT: '', ...environment },
  });
  t.after(() => child.kill('SIGKILL'));
  const output = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (output.out += chunk));
  child.stderr.on('data', (chunk) => (output.err += chunk));
  return {
    child,
    output,
    exit: once(child, 'close').then(([code, signal]) => ({ code, signal, ...output })),
  };
}

/** @param {ReturnType<typeof run>} server */
async function listening({ child, output, exit }) {
  while (!output.out.includes('\n')) {
    const ended = await Promise.race([once(child.stdout, 'data').then(() => undefined), exit]);
    if (ended) throw new Error(ended.err);
  }
  return output.out.split('\n')[0];
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  test(`serve.js serves the page and the simulator until ${signal}`, async (t) => {
    const server = run(t, ['--dist', await makeDist(t), '--port', '0']);
    const url = await listening(server);
    assert.match(url, /^http:\/\/localhost:\d+$/);
    const { port } = new URL(url);
    assert.equal((await get(`http://127.0.0.1:${port}/`)).body.toString(), '<!doctype html>page');
    assert.equal(json(await get(`http://127.0.0.1:${port}/config.json`)).demo.tasks[0].taskId, '1215215');
    assert.equal((await get(`http://127.0.0.1:${port}/__simulator/requests`)).status, 404);
    // An open connection must not keep the server running.
    const idle = net.connect(Number(port), '127.0.0.1');
    idle.on('error', () => {});
    await once(idle, 'connect');
    server.child.kill(signal);
    const { code, err } = await server.exit;
    assert.deepEqual([code, err], [0, '']);
  });
}

test('serve.js --upstream forwards requests and offers no demo tasks', async (t) => {
  const { origin, simulator } = await startSimulator(t);
  const server = run(t, ['--dist', await makeDist(t), '--port', '0', '--upstream', origin, '--quiet']);
  const url = (await listening(server)).replace('localhost', '127.0.0.1');
  assert.equal((await get(`${url}/koodrive/ose/v1/task/result?taskId=7`)).status, 400);
  assert.equal(simulator.requests[0].taskId, '7');
  assert.equal(json(await get(`${url}/config.json`)).demo, undefined);
  assert.equal(server.output.out.trim().split('\n').length, 1);
});

test('serve.js takes its port from --port, else from PORT', async (t) => {
  const dist = await makeDist(t);
  const server = run(t, ['--dist', dist, '--port', '0'], { PORT: '1' });
  assert.notEqual(new URL(await listening(server)).port, '1');
  const wrong = await run(t, ['--dist', dist], { PORT: '80x' }).exit;
  assert.deepEqual([wrong.code, wrong.err], [1, 'PORT=80x: expected 0 to 65535.\n']);
});

test('serve.js reports a port that is taken in one line', async (t) => {
  const port = await listen(t, net.createServer());
  const { code, err, out } = await run(t, ['--dist', await makeDist(t)], { PORT: String(port) }).exit;
  assert.equal(code, 1);
  assert.equal(out, '');
  assert.equal(err, `Port ${port} is taken. Set PORT to choose another, for example PORT=${port + 1}.\n`);
});

test('serve.js reports a wrong command line in one line', async (t) => {
  const dist = await makeDist(t);
  for (const [args, message] of /** @type {Array<[string[], RegExp]>} */ ([
    [[], /^Usage: /],
    [['--dist', path.join(dist, 'none')], /has no index\.html: build it first/],
    [['--dist', dist, '--port', '65536'], /^--port=65536: expected/],
    [
      ['--dist', dist, '--upstream', 'http://example.com'],
      /^--upstream http:\/\/example\.com: expected an https URL/,
    ],
    [['--dist', dist, '--what'], /--what/],
  ])) {
    const { code, err } = await run(t, args).exit;
    assert.equal(code, 1);
    assert.match(err, message);
    assert.equal(err.trim().split('\n').length, 1, err);
  }
});
