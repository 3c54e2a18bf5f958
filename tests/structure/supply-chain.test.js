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

/** Licences that ask only for their notice to be kept. */
const PERMISSIVE = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'Unlicense', 'Zlib'];

const locks = ['web', 'tests'].flatMap(filesUnder).filter((file) => file.endsWith('/package-lock.json'));

/** @param {string} file @returns {[string, LockedPackage][]} */
function packagesOf(file) {
  const packages = Object.entries(readJson(file).packages).filter(([where]) => where !== '');
  assert.ok(packages.length > 0, `${file} locks no package`);
  return /** @type {[string, LockedPackage][]} */ (packages);
}

/** The packages that Vite bundled, by the notices that it wrote beside the bundle. */
function bundledPackages() {
  const headings = read('dist/THIRD-PARTY-LICENSES.md').matchAll(/^## (\S+) - (\S+) \((.+)\)$/gm);
  return [...headings].map(([, name, version, license]) => ({ name, version, license }));
}

describe('the supply chain', () => {
  it('has a lock file beside every package.json that names a package', () => {
    const manifests = ['web', 'tests'].flatMap(filesUnder).filter((file) => file.endsWith('/package.json'));
    const needed = manifests.filter((manifest) => {
      const { dependencies = {}, devDependencies = {} } = readJson(manifest);
      return Object.keys({ ...dependencies, ...devDependencies }).length > 0;
    });
    assert.deepEqual(locks.sort(), needed.map((file) => file.replace('.json', '-lock.json')).sort());
  });

  for (const file of locks) {
    it(`pins every package of ${file} by its content and names no registry`, () => {
      for (const [where, { version, integrity, resolved, link }] of packagesOf(file)) {
        assert.match(integrity ?? '', /^sha512-/, where);
        assert.match(version, /^\d+\.\d+\.\d+/, where);
        assert.equal(link, undefined, where);
        assert.equal(resolved, undefined, `${where} names a registry`);
      }
    });

    it(`knows the licence of every package of ${file}`, () => {
      for (const [where, { license }] of packagesOf(file)) assert.ok(license, where);
    });
  }

  it('bundles only packages whose licences ask for no more than their notice', () => {
    const bundled = bundledPackages();
    const locked = readJson('web/package-lock.json').packages;
    assert.ok(bundled.length >= 5, `${bundled.length} packages are bundled`);
    for (const { name, version, license } of bundled) {
      assert.ok(PERMISSIVE.includes(license), `${name}: ${license}`);
      assert.equal(version, locked[`node_modules/${name}`]?.version, name);
    }
  });

  // What emsdk-setup.sh runs is tested in tests/setup.
  for (const build of ['build/native', 'build/wasm']) {
    it(`runs no script of a package that ${build} installs`, () => {
      const commands = read(`${build}/build.ninja`).match(/\bnpm\S* (?:ci|install)\b[^&]*/g) ?? [];
      assert.ok(commands.length > 0, `${build} installs nothing`);
      for (const command of commands) assert.match(command, /\s--ignore-scripts\b/, command);
    });
  }
});
