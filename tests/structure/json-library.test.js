import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { filesUnder, read } from './repository.js';

const sources = ['src', 'tests'].flatMap(filesUnder).filter((file) => /\.(cpp|hpp|inc)$/.test(file));

/** What would depend on how a release of the library is built, not on its documented interface. */
const UNDOCUMENTED = [/\bnlohmann\/detail\b/, /\bdetail\s*::/, /\bnamespace\s+nlohmann\b/];

describe('nlohmann/json', () => {
  it('is used without any name of its namespace detail', () => {
    const users = sources.filter((file) => read(file).includes('nlohmann'));
    assert.ok(users.includes('src/core/decode/json_reader.cpp'));
    for (const file of users)
      for (const pattern of UNDOCUMENTED) assert.doesNotMatch(read(file), pattern, file);
  });

  it('reports faults by their place: no source searches the wording of an exception', () => {
    assert.ok(sources.length > 90);
    for (const file of sources) assert.doesNotMatch(read(file), /\bwhat\s*\(\s*\)/, file);
  });

  it('has the same newest and oldest release in the set-up script and in what CMake downloads', () => {
    const [, newest, oldest] = /JSON_VERSION=(\S+).* JSON_MINIMUM=(\S+)/.exec(read('emsdk-setup.sh')) ?? [];
    const downloads = read('src/cmake/dependencies.cmake').matchAll(
      /nlohmann\/json\/releases\/download\/v([^/]+)\//g,
    );
    assert.deepEqual(
      [...downloads].map(([, version]) => version),
      [newest, oldest],
    );
  });
});
