import assert from 'node:assert/strict';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { withFigures } from '../bench/harness/document.js';
import { listTasks } from '../../web/simulator/tasks.js';
import { DOCUMENTS, anchorsOf, commandsOf, linksOf, section, tableRows } from './markdown.js';
import { SHIPPED_FOLDERS, filesUnder, read, readJson, root } from './repository.js';

const CONTRIBUTING = '.github/CONTRIBUTING.md';
/** Bytes of the front page. */
const LONGEST_FRONT_PAGE = 12 * 1024;

const frontPage = read('README.md');
const setupScript = read('emsdk-setup.sh');

/** @param {string} file */
const exists = (file) => existsSync(path.join(root, file));

/** @param {string} folder */
const foldersIn = (folder) =>
  readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
    .map(({ name }) => name);

/** The two commands, without what the shell does not read. */
const twoCommands = (/```sh\n(.*?)```/s.exec(frontPage)?.[1] ?? '')
  .trim()
  .split('\n')
  .map((line) => line.split(' #')[0].trim());

describe('the front page', () => {
  it('is short enough to be read', () => {
    assert.ok(Buffer.byteLength(frontPage) <= LONGEST_FRONT_PAGE, `${Buffer.byteLength(frontPage)} bytes`);
  });

  it('says what the project is, shows a picture and then the two commands', () => {
    const [title, sentence] = frontPage.split('\n').filter((line) => line !== '');
    assert.match(title, /^# /);
    assert.match(sentence, /^\w.*\.$/);
    assert.match(frontPage.slice(0, frontPage.indexOf('\n## ')), /<\/picture>\s+```sh\n/);
    assert.equal(twoCommands.length, 2);
  });

  it('begins with the commands that the machine runs which checks every change', () => {
    assert.ok(read('.ci/run').split('\n').includes(twoCommands[1]));
  });

  it('lists the demo tasks that the simulator offers', () => {
    assert.deepEqual(
      tableRows(section('README.md', 'Demo tasks')),
      listTasks().map(({ taskId, title }) => [`\`${taskId}\``, title['en-US']]),
    );
  });

  it('has a tree of the folders that are there', () => {
    /** @type {string[]} */
    const listed = [];
    let parent = '';
    for (const [, indent, folder] of section('README.md', 'Architecture').matchAll(
      /^( *)([\w/-]+\/) {2,}\S/gm,
    )) {
      if (!indent) parent = folder;
      listed.push(indent ? parent + folder : folder);
    }
    const expected = ['src', 'src/core', 'web']
      .flatMap((folder) => foldersIn(folder).map((name) => `${folder}/${name}/`))
      .concat('tests/');
    assert.deepEqual(listed.sort(), expected.sort());
  });
});

for (const document of DOCUMENTS) {
  describe(document, () => {
    it('links to files and headings that exist', () => {
      for (const link of linksOf(document).filter((target) => !target.startsWith('https://'))) {
        const [file, anchor] = link.split('#');
        const target = file ? path.join(path.dirname(document), file) : document;
        assert.ok(exists(target), link);
        if (anchor) assert.ok(anchorsOf(target).includes(anchor), link);
      }
    });

    it('names paths that exist', () => {
      const spans = [...read(document).matchAll(/`([^`\n]+)`/g)].map(([, span]) => span);
      const paths = spans.filter((span) => /^(src|web|tests)\/[\w./*-]*$/.test(span));
      for (const named of paths) assert.ok(exists(named.split('*')[0]), named);
    });

    it('has commands whose presets, options, scripts and folders exist', () => {
      const presets = readJson('CMakePresets.json');
      /** @param {string} kind */
      const namesOf = (kind) =>
        presets[`${kind}Presets`].map((/** @type {{ name: string }} */ { name }) => name);
      for (const command of commandsOf(document)) {
        const [, step, preset] = /^cmake (--workflow |--build |)--preset (\w+)/.exec(command) ?? [];
        const kind = { '--workflow ': 'workflow', '--build ': 'build', '': 'configure' }[step];
        if (kind) assert.ok(namesOf(kind).includes(preset), command);
        const [, options] = /^\.\/emsdk-setup\.sh((?: --\S+)*)$/.exec(command) ?? [];
        if (options) assert.ok(setupScript.includes(options.trim()), command);
        const [, script] = /^(?:node (?:--test )?|bash )((?:web|tests)\/[\w./-]*\w)/.exec(command) ?? [];
        if (script && !script.includes('*')) assert.ok(exists(script), command);
        const [, folder] = /^npm \w+ --prefix (\S+)/.exec(command) ?? [];
        if (folder) assert.ok(exists(`${folder}/package-lock.json`), command);
      }
    });
  });
}

describe('the set-up script', () => {
  it('can be run as the documents have it', () => {
    accessSync(path.join(root, 'emsdk-setup.sh'), constants.X_OK);
  });
});

describe('the document of the npm package', () => {
  const types = `${read('web/client/koodrive-client.d.ts')}\n${read('web/client/koodrive-error-reasons.d.ts')}`;

  it('links to nothing but itself, its picture and the web, as the files of the repository are not in the package', () => {
    for (const link of linksOf('web/README.md'))
      assert.match(link, /^(#|https:\/\/|screenshots\/second-import-light\.png$)/);
  });

  it('shows code of the examples as it is there', () => {
    const blocks = [...read('web/README.md').matchAll(/<!-- from: (\S+) -->\n\n```\w+\n(.*?)```/gs)];
    assert.equal(blocks.length, 5);
    for (const [, file, code] of blocks) assert.ok(read(`web/${file}`).includes(code), file);
  });

  it('shows the component for React that both of its examples have', () => {
    assert.equal(read('web/examples/next/app/ImportReport.tsx'), read('web/examples/react/ImportReport.tsx'));
  });

  it('explains each kind of error', () => {
    const [, union] = /type KooDriveErrorKind =(.*?);/s.exec(types) ?? [];
    const kinds = [...union.matchAll(/'([\w-]+)'/g)].map(([, kind]) => `\`${kind}\``);
    assert.deepEqual(
      tableRows(section('web/README.md', 'Errors')).map(([kind]) => kind),
      kinds,
    );
  });

  it('explains each option of the client', () => {
    const [, body] = /interface ClientOptions \{(.*?)\n\}/s.exec(types) ?? [];
    const options = [...body.matchAll(/^ {2}(\w+)\?: /gm)].map(([, name]) => `\`${name}\``);
    const listed = tableRows(section('web/README.md', 'Call the client')).map(([name]) => name);
    assert.deepEqual(listed.sort(), options.sort());
  });
});

describe('the document about hosting', () => {
  it('explains each member of config.json', () => {
    const listed = tableRows(section('web/deploy/README.md', 'Configuration of the page')).map(
      ([name]) => name,
    );
    assert.deepEqual(
      listed,
      Object.keys(readJson('web/config.json')).map((name) => `\`${name}\``),
    );
  });

  it('lists each configuration', () => {
    for (const name of readdirSync(path.join(root, 'web/deploy')).filter((file) => file !== 'README.md'))
      assert.ok(linksOf('web/deploy/README.md').includes(name), name);
  });
});

describe('the document about tests', () => {
  it('has a row for each folder of tests', () => {
    const rows = tableRows(read('tests/README.md')).map(([folder]) => folder.replaceAll('`', ''));
    const folders = foldersIn('tests').flatMap((folder) =>
      folder === 'browser' ? foldersIn('tests/browser').map((name) => `browser/${name}`) : [folder],
    );
    assert.deepEqual(rows.sort(), folders.sort());
  });
});

describe('the document about benchmarks', () => {
  it('has one place for the figures, which a run with --readme replaces', () => {
    const document = read('tests/bench/README.md');
    const replaced = withFigures(document, '| other figures |');
    assert.doesNotMatch(replaced, /÷ JSON\.parse \+ Map/);
    assert.equal(withFigures(replaced, '| x |'), withFigures(document, '| x |'));
    assert.match(replaced, /## Method[^]*\n\| other figures \|\n/);
  });
});

describe('the document about contributing', () => {
  it('says how to look for known vulnerabilities before a release, in every folder with packages', () => {
    const audited = commandsOf(CONTRIBUTING).flatMap(
      (command) => /^npm audit --prefix (\S+)$/.exec(command)?.[1] ?? [],
    );
    const locked = ['web', 'tests']
      .flatMap(filesUnder)
      .filter((file) => file.endsWith('/package-lock.json'))
      .map(path.dirname);
    assert.deepEqual(audited.sort(), locked.sort());
  });
});

describe('the table of dependencies', () => {
  const rows = tableRows(section(CONTRIBUTING, 'Dependencies'));

  /** @param {string} what the first cell; a package of npm stands in backticks at its end */
  const packageName = (what) => /\(`(.+)`\)$/.exec(what)?.[1];

  it('gives a version, a licence and a reason for each one', () => {
    for (const row of rows) {
      assert.equal(row.length, 4);
      for (const cell of row) assert.ok(cell, row.join(' | '));
    }
  });

  it('lists the packages that npm installs, in the pinned version', () => {
    const folders = [
      'web',
      'tests',
      'web/examples/react',
      'web/examples/vue',
      'web/examples/next',
      'web/examples/vitest',
    ];
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

  it('lists those first that are shipped', () => {
    const shipped = new Set(SHIPPED_FOLDERS.flatMap(filesUnder).flatMap(packagesImportedBy));
    assert.match(
      section(CONTRIBUTING, 'Dependencies'),
      /^The first four, and runtime parts of Emscripten, are part of what is shipped\.$/m,
    );
    const [library, ...packages] = rows.slice(0, 4).map(([what]) => packageName(what) ?? what);
    assert.match(library, /^\[nlohmann\/json\]/);
    assert.deepEqual(packages.sort(), [...shipped].sort());
  });

  /** @param {string} name */
  const versionOf = (name) => rows.find(([what]) => what.startsWith(`[${name}]`))?.[1];

  it('lists the C++ libraries in the version that CMake and the set-up script pin', () => {
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
    assert.equal(declared.length, 2, 'a library that the table does not list');
  });

  it('lists the compiler and the tools in the version that the set-up script installs', () => {
    const [, emscripten] = /\bEMSCRIPTEN_VERSION=(\S+)/.exec(setupScript) ?? [];
    assert.equal(versionOf('Emscripten'), `≥ ${emscripten}`);
    const clang = versionOf('clang-tidy, clang-format');
    for (const tool of ['clang-tidy', 'clang-format']) assert.ok(setupScript.includes(`${tool}-${clang}`));
  });
});
