import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../src/cmake/ninja-in-turn.py', import.meta.url));

/**
 * A clone with a stand-in for Ninja that runs a shell script.
 * @param {import('node:test').TestContext} t
 * @param {string} ninja the script, whose $TURN is the program under test
 */
async function cloneWith(t, ninja) {
  const folder = await mkdtemp(path.join(tmpdir(), 'koodrive turn (&)-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const turn = path.join(folder, 'src/cmake/ninja-in-turn.py');
  await mkdir(path.dirname(turn), { recursive: true });
  await copyFile(script, turn);
  await mkdir(path.join(folder, 'bin'));
  await writeFile(path.join(folder, 'bin/ninja'), `#!/bin/sh\ncd '${folder}'\n${ninja}\n`);
  await chmod(path.join(folder, 'bin/ninja'), 0o755);
  const env = { ...process.env, PATH: `${folder}/bin:${process.env.PATH}`, TURN: turn };
  /** @param {string[]} args */
  const run = async (...args) => {
    const child = spawn(turn, args, { env, stdio: ['ignore', 'ignore', 'pipe'], timeout: 20_000 });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text) => (said += text));
    const [status] = await once(child, 'close');
    return { status, said };
  };
  return { run, log: () => readFile(path.join(folder, 'log'), 'utf8').catch(() => '') };
}

test('two builds of one clone at once take turns, and the second says what it waits for', async (t) => {
  const { run, log } = await cloneWith(t, 'printf "(" >>log; sleep 0.5; printf ")" >>log');
  const builds = await Promise.all([run('dist'), run('dist')]);
  assert.equal(await log(), '()()');
  assert.deepEqual(
    builds.map(({ status }) => status),
    [0, 0],
  );
  assert.equal(builds.filter(({ said }) => said.includes('Waiting for another build')).length, 1);
});

test('a build that another one starts does not wait for it', async (t) => {
  const { run, log } = await cloneWith(
    t,
    'printf "%s " "$1" >>log; if [ "$1" = outer ]; then "$TURN" inner; fi',
  );
  assert.equal((await run('outer')).status, 0);
  assert.equal(await log(), 'outer inner ');
});

test('what CMake does to the log of Ninja after it has configured is left out while a build runs', async (t) => {
  const { run, log } = await cloneWith(t, 'printf "(" >>log; sleep 2; printf ")" >>log');
  const build = run('dist');
  while (!(await log())) await setTimeout(10);
  assert.deepEqual(await run('-C', 'folder', '-t', 'restat', 'build.ninja'), { status: 0, said: '' });
  assert.equal((await build).status, 0);
  assert.equal(await log(), '()');
});

test('a build step that serves lets the next build go', async (t) => {
  const { run, log } = await cloneWith(
    t,
    `if [ "$1" = demo ]; then exec "$TURN" --end-turn sh -c 'for i in 1 2 3 4 5 6 7 8 9; do grep -sq built log && exit; sleep 1; done; exit 1'; fi
printf built >>log`,
  );
  const demo = run('demo');
  await setTimeout(200);
  assert.equal((await run('dist')).status, 0);
  assert.equal((await demo).status, 0);
  assert.equal(await log(), 'built');
});

test('a build that fails is a failure, and the next one gets its turn', async (t) => {
  const { run } = await cloneWith(t, 'exit 7');
  assert.equal((await run('dist')).status, 7);
  assert.equal((await run('dist')).status, 7);
});
