import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { filesUnder, read, root } from './repository.js';

const BUILD = 'build/native';

/** The command lines of the tests that the test command runs. @returns {string[][]} */
function testCommands() {
  const cache = path.join(root, BUILD, 'CMakeCache.txt');
  assert.ok(existsSync(cache), `${BUILD} is not there: run cmake --workflow --preset test`);
  const [, ctest = 'ctest'] =
    /^CMAKE_CTEST_COMMAND:INTERNAL=(.+)$/m.exec(read(`${BUILD}/CMakeCache.txt`)) ?? [];
  const output = execFileSync(ctest, ['--test-dir', BUILD, '--show-only=json-v1'], {
    cwd: root,
    encoding: 'utf8',
  });
  return JSON.parse(output).tests.map((/** @type {{ command?: string[] }} */ { command = [] }) => command);
}

describe('the test command', () => {
  it('runs every test file of tests/', () => {
    const files = filesUnder('tests').filter((file) => file.endsWith('.test.js'));
    assert.ok(files.length > 50);
    const run = new Set(testCommands().flat());
    const forgotten = files.filter((file) => !run.has(path.join(root, file)));
    assert.deepEqual(forgotten, [], 'tests/CMakeLists.txt does not run these');
  });
});
