import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { filesUnder, read, root } from './repository.js';

/**
 * What each room of src/ may include beside its own files: the rooms named here, and what those may include.
 * A room is a folder; a file that stands between folders is one by its name.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const ARROWS = Object.freeze({
  'core/error': [],
  'core/text': ['core/error'],
  'core/request': ['core/text'],
  'core/report': ['core/text'],
  'core/decode': ['core/report'],
  'core/task': ['core/decode'],
  'core/view': ['core/report'],
  'core/export': ['core/view'],
  'core/import_file': ['core/export'],
  'browser/border': ['core'],
  'browser/report': ['browser/border', 'core'],
  'browser/import_file': ['browser/report', 'core'],
  'browser/task': ['browser/border', 'core'],
  'browser/query': ['browser/border', 'core'],
  'browser/bindings': ['browser/import_file', 'core'],
  'browser/query_bindings': ['browser/query', 'browser/task', 'browser/report', 'core'],
});

/** @param {string} folder */
const sources = (folder) => filesUnder(folder).filter((file) => /\.(cpp|hpp|inc)$/.test(file));

/** @param {string} file a source below src/, or what an #include names */
function roomOf(file) {
  const [layer, folder] = file.replace(/^src\//, '').split('/');
  return `${layer}/${folder.replace(/\..*/, '')}`;
}

/** The names in quotes that a source includes. @param {string} file */
const includesOf = (file) =>
  [...read(file).matchAll(/^\s*#\s*include\s+"([^"]+)"/gm)].map(([, included]) => included);

/**
 * The rooms that can be reached from one along the arrows. A way that leads back to where it began is an error.
 * @param {string} room
 * @param {readonly string[]} [way] the rooms on the way here
 * @returns {Set<string>}
 */
function roomsBelow(room, way = []) {
  assert.ok(!way.includes(room), `the arrows go in a circle: ${[...way, room].join(' → ')}`);
  const next = ARROWS[room].flatMap((name) =>
    name === 'core' ? Object.keys(ARROWS).filter((other) => other.startsWith('core/')) : [name],
  );
  return new Set(next.flatMap((name) => [name, ...roomsBelow(name, [...way, room])]));
}

/** What each library of src/core/CMakeLists.txt links to, by room. @returns {Map<string, Set<string>>} */
function linkedRooms() {
  const text = read('src/core/CMakeLists.txt').replace(/^\s*#.*$/gm, '');
  const calls = [...text.matchAll(/^koodrive_core_folder\(([^)]*)\)/gm)];
  return new Map(
    calls.map(([, words]) => [
      `core/${words.split(/\s/)[0]}`,
      new Set([...words.matchAll(/\bkoodrive::core::(\w+)/g)].map(([, name]) => `core/${name}`)),
    ]),
  );
}

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

describe('the layers of src/', () => {
  const files = sources('src');

  it('are known by name to this test, which says what each may include', () => {
    assert.ok(files.length > 60, `${files.length} sources are read`);
    for (const file of files) assert.ok(ARROWS[roomOf(file)], `${file}: give ${roomOf(file)} its arrows`);
  });

  it('include each other without a circle', () => {
    for (const room of Object.keys(ARROWS)) assert.doesNotThrow(() => roomsBelow(room));
  });

  it('name their headers from src/ on, so that an #include shows where it leads', () => {
    for (const file of files)
      for (const included of includesOf(file))
        assert.ok(existsSync(path.join(root, 'src', included)), `${file} includes "${included}"`);
  });

  it('include only what stands below them', () => {
    for (const file of files) {
      const room = roomOf(file);
      const allowed = new Set([room, ...roomsBelow(room)]);
      for (const included of includesOf(file))
        assert.ok(allowed.has(roomOf(included)), `${file} includes ${included}, which is not below ${room}`);
    }
  });

  it('are linked by CMake as they include each other: nothing more, nothing less', () => {
    const linked = linkedRooms();
    const folders = new Set(sources('src/core').map(roomOf));
    folders.delete('core/error');
    assert.deepEqual([...linked.keys()].sort(), [...folders].sort());
    for (const [room, links] of linked) {
      const included = new Set(sources(`src/${room}`).flatMap(includesOf).map(roomOf));
      included.delete(room);
      // CMake links it to every folder.
      included.delete('core/error');
      assert.deepEqual([...links].sort(), [...included].sort(), room);
    }
  });

  it('keep Emscripten out of the core', () => {
    const core = sources('src/core');
    assert.ok(core.length > 30);
    for (const file of core) assert.doesNotMatch(read(file), /[<"]emscripten[/.]|__EM|EM_ASM/, file);
  });

  it('include emscripten/fetch.h in one file only', () => {
    const including = files.filter((file) => read(file).includes('emscripten/fetch.h'));
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
