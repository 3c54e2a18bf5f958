import assert from 'node:assert/strict';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { listTasks } from '../../web/simulator/tasks.js';
import { SHIPPED_FOLDERS, filesUnder, read, readJson, readmeSection, root, tableRows } from './repository.js';

const readme = read('README.md');
const setupScript = read('emsdk-setup.sh');

/** The two commands, without what the shell does not read. */
const commands = (/```sh\n(.*?)```/s.exec(readme)?.[1] ?? '')
  .trim()
  .split('\n')
  .map((line) => line.split(' #')[0].trim());

describe("README.md's commands", () => {
  it('are the first thing after what the project is', () => {
    const [title, sentence, fence] = readme.split('\n').filter((line) => line !== '');
    assert.match(title, /^# /);
    assert.match(sentence, /^\w/);
    assert.equal(fence, '```sh');
    assert.equal(commands.length, 2);
  });

  it('are what the machine runs that checks every change', () => {
    assert.ok(read('.ci/run').split('\n').includes(commands[1]));
  });

  it('exist', () => {
    const { workflowPresets } = readJson('CMakePresets.json');
    const names = workflowPresets.map((/** @type {{ name: string }} */ { name }) => name);
    accessSync(path.join(root, 'emsdk-setup.sh'), constants.X_OK);
    for (const command of commands) {
      const [, options, preset] =
        /^\.\/emsdk-setup\.sh( --\S+)? && cmake --workflow --preset (\w+)$/.exec(command) ?? [];
      assert.ok(names.includes(preset), command);
      if (options) assert.ok(setupScript.includes(options.trim()), command);
    }
    for (const [, preset] of readme.matchAll(/cmake --workflow --preset (\w+)/g))
      assert.ok(names.includes(preset), preset);
  });
});

describe("README.md's links", () => {
  it('lead to files and headings that exist', () => {
    const anchors = [...readme.matchAll(/^#+ (.+)$/gm)].map(
      ([, heading]) => `#${heading.toLowerCase().replaceAll(' ', '-')}`,
    );
    const targets = [...readme.matchAll(/\]\(([^)]+)\)|(?:src|srcset)="([^"]+)"/g)]
      .map(([, link, image]) => link ?? image)
      .filter((target) => !target.startsWith('https://') && target !== 'portal.js');
    assert.ok(targets.length > 5);
    for (const target of targets) {
      if (target.startsWith('#')) assert.ok(anchors.includes(target), target);
      else assert.ok(existsSync(path.join(root, target)), target);
    }
  });
});

describe("README.md's demo tasks", () => {
  it('are those that the simulator offers', () => {
    assert.deepEqual(
      tableRows(readmeSection('Demo tasks')),
      listTasks().map(({ taskId, title }) => [`\`${taskId}\``, title['en-US']]),
    );
  });
});

describe("README.md's dependencies", () => {
  const rows = tableRows(readmeSection('Dependencies'));

  /** @param {string} what the first cell; a package of npm stands in backticks at its end */
  const packageName = (what) => /\(`(.+)`\)$/.exec(what)?.[1];

  it('give a version, a licence and a reason each', () => {
    for (const row of rows) {
      assert.equal(row.length, 4);
      for (const cell of row) assert.ok(cell, row.join(' | '));
    }
  });

  it('are the packages that npm installs', () => {
    const folders = ['web', 'tests', 'web/examples/react', 'web/examples/vue'];
    const installed = folders.flatMap((folder) => {
      const { dependencies, devDependencies } = readJson(`${folder}/package.json`);
      return Object.entries({ ...dependencies, ...devDependencies }).map(([name, version]) => {
        assert.match(String(version), /^\d+\.\d+\.\d+$/, `${name} is not pinned`);
        // The lock file repeats what the registry says of the licence, which need not be what the package says.
        const { license } = readJson(`${folder}/node_modules/${name}/package.json`);
        return `${name} ${version} ${license}`;
      });
    });
    // Only who measures installs these.
    const { packages } = readJson('tests/bench/package-lock.json');
    for (const [name, pinned] of Object.entries(packages[''].devDependencies)) {
      const { version, license } = packages[`node_modules/${name}`];
      assert.equal(pinned, version, `${name} is not pinned`);
      installed.push(`${name} ${version} ${license}`);
    }
    const listed = rows.flatMap(([what, version, licence]) => {
      const name = packageName(what);
      return name === undefined ? [] : `${name} ${version} ${licence}`;
    });
    assert.deepEqual(listed.sort(), [...new Set(installed)].sort());
  });

  /** @param {string} file */
  const packagesImportedBy = (file) =>
    [...read(file).matchAll(/(?:\bfrom|^import) '(?!koodrive-module)([a-z@][^']*)';$/gm)].map(
      ([, specifier]) => specifier.split('/')[0],
    );

  it('name those first that are shipped', () => {
    const shipped = new Set(SHIPPED_FOLDERS.flatMap(filesUnder).flatMap(packagesImportedBy));
    assert.match(readmeSection('Dependencies'), /^The first four are part of what is shipped\.$/m);
    const [library, ...packages] = rows.slice(0, 4).map(([what]) => packageName(what) ?? what);
    assert.match(library, /^\[nlohmann\/json\]/);
    assert.deepEqual(packages.sort(), [...shipped].sort());
  });

  /** @param {string} name */
  const versionOf = (name) => rows.find(([what]) => what.startsWith(`[${name}]`))?.[1];

  it('are the C++ libraries that CMake and the set-up script bring', () => {
    const cmake = read('src/cmake/dependencies.cmake');
    for (const [name, repository, variable] of [
      ['nlohmann/json', 'nlohmann/json', 'JSON_VERSION'],
      ['Catch2', 'catchorg/Catch2', 'CATCH2_VERSION'],
    ]) {
      const version = versionOf(name);
      const [, pinned] = new RegExp(`${repository}/\\S*?/v(\\d+\\.\\d+\\.\\d+)[./]`).exec(cmake) ?? [];
      assert.equal(pinned, version, name);
      assert.match(setupScript, new RegExp(`\\b${variable}=${version?.replaceAll('.', '\\.')}(\\s|$)`, 'm'));
    }
    const declared = [...cmake.matchAll(/FetchContent_Declare\((?!oldest_)(\w+)/g)];
    assert.equal(declared.length, 2, 'a library that README.md does not list');
  });

  it('are the compilers and tools that the set-up script brings', () => {
    const [, emscripten] = /\bEMSCRIPTEN_VERSION=(\S+)/.exec(setupScript) ?? [];
    assert.equal(versionOf('Emscripten'), `≥ ${emscripten}`);
    const clang = versionOf('clang-tidy, clang-format');
    for (const tool of ['clang-tidy', 'clang-format']) assert.ok(setupScript.includes(`${tool}-${clang}`));
  });
});
