import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { filesUnder, read, root } from './repository.js';

/** @param {string} folder */
const sources = (folder) => filesUnder(folder).filter((file) => /\.(cpp|hpp|inc)$/.test(file));

/**
 * The headers that each object file was compiled from, as the compiler reported them.
 * @param {string} build a build folder
 * @returns {Map<string, string[]>}
 */
function compiledFrom(build) {
  const cache = path.join(build, 'CMakeCache.txt');
  assert.ok(existsSync(path.join(root, cache)), `${build} is not there: run cmake --workflow --preset test`);
  const [, ninja] = /^CMAKE_MAKE_PROGRAM:[A-Z]+=(.+)$/m.exec(read(cache)) ?? [];
  // -n only reads: a build may be running.
  const output = execFileSync(ninja ?? 'ninja', ['-n', '-C', build, '-t', 'deps'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const blocks = output.split('\n\n').map((block) => block.trim().split('\n'));
  return new Map(
    blocks.map(([head, ...headers]) => [head.split(':')[0], headers.map((header) => header.trim())]),
  );
}

describe('the layers', () => {
  it('keep Emscripten out of the core', () => {
    const core = sources('src/core');
    assert.ok(core.length > 30);
    for (const file of core) assert.doesNotMatch(read(file), /emscripten|__EM/i, file);
  });

  it('let the core depend on nothing of the browser layer', () => {
    for (const file of sources('src/core')) assert.doesNotMatch(read(file), /#include\s+["<]browser\//, file);
  });

  it('include emscripten/fetch.h in one file only', () => {
    const including = sources('src').filter((file) => read(file).includes('emscripten/fetch.h'));
    assert.deepEqual(including, ['src/browser/query/fetch_transport.cpp']);
  });

  it('compile one WebAssembly object with emscripten/fetch.h', () => {
    const objects = [...compiledFrom('build/wasm')];
    assert.ok(objects.length > 30);
    const using = objects.filter(([, headers]) =>
      headers.some((header) => header.endsWith('/emscripten/fetch.h')),
    );
    assert.deepEqual(
      using.map(([object]) => path.basename(object)),
      ['fetch_transport.cpp.o'],
    );
  });

  it('compile the core without any header of Emscripten', () => {
    for (const build of ['build/native', 'build/wasm']) {
      const core = [...compiledFrom(build)].filter(([object]) => object.startsWith('src/core/'));
      assert.ok(core.length > 15, build);
      for (const [object, headers] of core) {
        const found = headers.filter((header) => /\/emscripten\/[^/]+\.h$/.test(header));
        assert.deepEqual(found, [], `${build}: ${object}`);
      }
    }
  });
});
