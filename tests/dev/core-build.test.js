import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { CoreBuild } from '../../web/dev/vite/core-build.js';

/**
 * A build whose command is a line of JavaScript.
 * @param {string} script
 */
function buildBy(script) {
  /** @type {string[]} */
  const results = [];
  const build = new CoreBuild({
    command: [process.execPath, '--eval', script],
    onSuccess: () => results.push('success'),
    onFailure: (output) => results.push(output.trim()),
  });
  return { build, results };
}

test('a core build that succeeds is reported once', async () => {
  const { build, results } = buildBy('');
  build.start();
  await build.settled();
  assert.deepEqual(results, ['success']);
});

test('a core build that fails is reported with what the compiler wrote, and the next one may succeed', async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'koodrive-core-build-'));
  t.after(() => rm(folder, { recursive: true }));
  const source = path.join(folder, 'answer.cpp');
  await writeFile(source, 'error');
  const { build, results } = buildBy(
    `if (fs.readFileSync(${JSON.stringify(source)}, 'utf8') === 'error') throw 'answer.cpp:7: error'`,
  );
  build.start();
  await build.settled();
  assert.match(results[0], /answer\.cpp:7: error/);
  await writeFile(source, 'mended');
  build.start();
  await build.settled();
  assert.deepEqual(results.slice(1), ['success']);
  assert.equal(build.failure, undefined);
});

test('changes during a core build lead to exactly one more build, which starts after the first has ended', async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'koodrive-core-build-'));
  t.after(() => rm(folder, { recursive: true }));
  const log = JSON.stringify(path.join(folder, 'log'));
  const { build, results } = buildBy(
    `fs.appendFileSync(${log}, '('); setTimeout(() => fs.appendFileSync(${log}, ')'), 100)`,
  );
  build.start();
  build.start();
  build.start();
  await new Promise((resolve) => setImmediate(resolve));
  build.start();
  build.start();
  await build.settled();
  assert.equal(await readFile(path.join(folder, 'log'), 'utf8'), '()()');
  assert.deepEqual(results, ['success']);
});

test('a missing build tool is reported as a failed core build', async () => {
  /** @type {string[]} */
  const failures = [];
  const build = new CoreBuild({
    command: ['/nowhere/cmake'],
    onSuccess: () => assert.fail('there is nothing to build with'),
    onFailure: (output) => failures.push(output),
  });
  build.start();
  await build.settled();
  assert.match(failures.join(), /ENOENT/);
});
