import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { filesUnder, read, readJson } from './repository.js';

/**
 * @typedef {object} LockedPackage
 * @property {string} version
 * @property {string} [integrity]
 * @property {string} [resolved]
 * @property {string} [license]
 * @property {boolean} [link]
 * @property {Record<string, string>} [dependencies]
 */

/** What asks for nothing but that its notice is kept. */
const PERMISSIVE = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'Unlicense', 'Zlib'];

const locks = ['web', 'tests'].flatMap(filesUnder).filter((file) => file.endsWith('/package-lock.json'));

/** @param {string} file @returns {[string, LockedPackage][]} */
const packagesOf = (file) => Object.entries(readJson(file).packages).filter(([where]) => where !== '');

/** The npm packages that are shipped, and all that they depend on. */
function shippedPackages() {
  const packages = Object.fromEntries(packagesOf('web/package-lock.json'));
  const waiting = ['lit', 'write-excel-file', 'fflate'];
  /** @type {Map<string, LockedPackage>} */
  const found = new Map();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    const locked = packages[`node_modules/${name}`];
    found.set(name, locked);
    waiting.push(...Object.keys(locked.dependencies ?? {}));
  }
  return found;
}

describe('the supply chain', () => {
  it('has a lock file beside every package.json', () => {
    const manifests = ['web', 'tests'].flatMap(filesUnder).filter((file) => file.endsWith('/package.json'));
    for (const manifest of manifests) {
      const { dependencies = {}, devDependencies = {} } = readJson(manifest);
      if (Object.keys({ ...dependencies, ...devDependencies }).length > 0)
        assert.ok(locks.includes(manifest.replace('.json', '-lock.json')), manifest);
    }
    assert.ok(locks.length >= 2);
  });

  for (const file of locks) {
    it(`${file} pins every package by its content, wherever it comes from`, () => {
      for (const [where, { version, integrity, resolved, link }] of packagesOf(file)) {
        assert.match(integrity ?? '', /^sha512-/, where);
        assert.match(version, /^\d+\.\d+\.\d+/, where);
        assert.equal(link, undefined, where);
        assert.equal(resolved, undefined, `${where}: names a registry`);
      }
    });

    it(`${file} says the licence of every package`, () => {
      for (const [where, { license }] of packagesOf(file)) assert.ok(license, where);
    });
  }

  it('ships nothing that asks for more than its notice', () => {
    const shipped = shippedPackages();
    assert.ok(shipped.size >= 5);
    for (const [name, { license = '' }] of shipped)
      assert.ok(PERMISSIVE.includes(license), `${name}: ${license}`);
  });

  it('runs no script of a package while it installs', () => {
    const installers = ['web', 'tests'].flatMap(filesUnder).filter((file) => file.endsWith('CMakeLists.txt'));
    const commands = [...installers, 'emsdk-setup.sh'].flatMap(
      (file) => read(file).match(/^.*\bnpm\}?"? (?:ci|install)\b.*$/gm) ?? [],
    );
    assert.ok(commands.length >= 3, commands.join('\n'));
    for (const command of commands) assert.match(command, /--ignore-scripts/, command);
  });
});
