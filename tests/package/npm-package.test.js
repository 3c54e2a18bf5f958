import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build, createServer } from '../../web/node_modules/vite/dist/node/index.js';
import { openBrowser } from '../browser/support/shared-browsers.js';
import { testedBlock } from '../browser/support/readme.js';
import { USER_ID, readReport, untilState } from '../browser/support/report-page.js';
import { distFolder, startSite } from '../browser/support/site.js';
import { TOKEN, openWitnessedPage } from '../browser/support/witness.js';
import { read, readJson, translations } from '../structure/repository.js';
import { createPortalApp } from './portal-app.js';

const FILES = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'THIRD-PARTY-LICENSES.md',
  'client/package.json',
  'custom-elements.json',
  'html-custom-data.json',
  'koodrive-client.d.ts',
  'koodrive-client.js',
  'koodrive-controls.js',
  'koodrive-core.js',
  'koodrive-comparison-panel.js',
  'koodrive-correction-panel.js',
  'koodrive-exports.js',
  'koodrive-file-panel.js',
  'koodrive-credentials.d.ts',
  'koodrive-element.js',
  'koodrive-error-reasons.d.ts',
  'koodrive-import-file.d.ts',
  'koodrive-import-file.js',
  'koodrive-tasks.d.ts',
  'koodrive-tasks.js',
  'koodrive-frameworks.d.ts',
  'koodrive-import-list.d.ts',
  'koodrive-import-list.js',
  'koodrive-import-report.d.ts',
  'koodrive-import-report.js',
  'koodrive-marking.js',
  'koodrive-report-display.js',
  'koodrive-running-view.js',
  'koodrive-task-texts.js',
  'koodrive-warnings.d.ts',
  'koodrive-xlsx.js',
  ...translations.flatMap((locale) =>
    ['', 'errors-', 'correction-', 'comparison-', 'tasks-'].map((kind) => `koodrive-${kind}${locale}.js`),
  ),
  'koodrive.wasm',
  'koodrive.wasm.d.ts',
  'list/package.json',
  'package.json',
  'screenshots/second-import-light.png',
  'web-types.json',
];

/** Folders of the package: for whoever does not read `exports`, and the picture of its page. */
const FOLDERS = ['client', 'list', 'screenshots'];

/** An import file in which four of the five failures of the saved answer stand. */
const IMPORT_FILE =
  'Department;User account\r\nSales;wang.fang\r\nSales;chen.jie\r\n研发;张伟\r\nIT;zhang.wei\r\nIT;Li.Na\r\n';
/** One for each script that does more than export again what another one exports. */
const SOURCE_MAPS = FILES.filter(
  (name) => name.endsWith('.js') && !['koodrive-client.js', 'koodrive-import-report.js'].includes(name),
).map((name) => `${name}.map`);

/** Members of package.json that name a file, beside `exports`. */
const ENTRIES = ['main', 'types', 'customElements', 'web-types'];

const PORTAL = {
  'package.json': '{ "type": "module" }',
  'index.html': `<!doctype html>
<html lang="en">
  <head><title>Portal</title><link rel="icon" href="data:," /></head>
  <body>
    <koodrive-import-report user-id="${USER_ID}"></koodrive-import-report>
    <script type="module" src="/main.js"></script>
  </body>
</html>`,
  'main.js': testedBlock('package.js'),
  'node.js': testedBlock('node.js'),
  'import-again.js': testedBlock('import-again.js'),
  'users.csv': IMPORT_FILE,
  'saved.json': read('tests/fixtures/several-reasons.json'),
  'query.js': `import { KooDriveError, createClient } from 'koodrive-import-report/client';
const client = await createClient({ userId: '1', credentials: { accessToken: 't' } });
try {
  await client.queryTaskResult({ taskId: '1' });
} catch (error) {
  console.log(error instanceof KooDriveError, error.kind, error.reason, error.attempts, error.message);
}
`,
  'consumer.ts': `${read('tests/types/element.ts')
    .replaceAll('../../dist/koodrive-client.js', 'koodrive-import-report/client')
    .replaceAll('../../dist/koodrive-import-report.js', 'koodrive-import-report')}
import 'koodrive-import-report';
import { createClient } from 'koodrive-import-report/client';
const client = await createClient({ locale: 'zh-CN' });
check<Same<Awaited<ReturnType<typeof client.openTaskResult>>, ImportReport>>(true);
`,
};

describe('the npm package', () => {
  /** @type {Awaited<ReturnType<typeof createPortalApp>>} */
  let portal;
  /** @type {Record<string, any>} */
  let manifest;
  /** @type {string} */
  let installed;

  before(async () => {
    portal = await createPortalApp(PORTAL);
    installed = path.join(portal.app, 'node_modules/koodrive-import-report');
    manifest = JSON.parse(await readFile(path.join(installed, 'package.json'), 'utf8'));
  });
  after(() => portal?.remove());

  it('holds exactly the files that a portal needs', async () => {
    const packed = execFileSync('tar', ['-tzf', portal.tarball], { encoding: 'utf8' }).trim().split('\n');
    const expected = [...FILES, ...SOURCE_MAPS].sort();
    assert.deepEqual(packed.sort(), expected.map((name) => `package/${name}`).sort());
    const files = await readdir(installed, { recursive: true });
    assert.deepEqual(files.filter((name) => !FOLDERS.includes(name)).sort(), expected);
  });

  it('has the version of web/package.json, a licence, and nothing to install or run', () => {
    for (const member of ['name', 'version', 'license', 'homepage', 'repository', 'bugs'])
      assert.deepEqual(manifest[member], readJson('web/package.json')[member], member);
    for (const framework of Object.keys(manifest.peerDependencies))
      assert.deepEqual(manifest.peerDependenciesMeta[framework], { optional: true });
    for (const member of ['private', 'scripts', 'dependencies', 'devDependencies', 'optionalDependencies'])
      assert.equal(manifest[member], undefined, member);
  });

  it('holds the notices of the packages, the C++ library and the compiler that its code comes from', async () => {
    const notices = await readFile(path.join(installed, 'THIRD-PARTY-LICENSES.md'), 'utf8');
    assert.equal(notices, await readFile(path.join(distFolder, 'THIRD-PARTY-LICENSES.md'), 'utf8'));
    for (const name of ['lit', 'lit-html', 'write-excel-file', 'fflate', 'nlohmann/json', 'Emscripten'])
      assert.ok(notices.includes(name), name);
  });

  it('exports only files that it holds', () => {
    const targets = Object.values(manifest.exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target),
    );
    assert.ok(targets.length >= 7);
    for (const target of [...targets, ...ENTRIES.map((name) => manifest[name]), ...manifest.sideEffects])
      assert.ok(FILES.includes(target.replace(/^\.\//, '')), target);
  });

  it('shows web/README.md on its page, as it is in the repository', async () => {
    assert.equal(await readFile(path.join(installed, 'README.md'), 'utf8'), read('web/README.md'));
  });

  it('opens a saved answer under Node.js, as web/README.md has it', async () => {
    assert.equal(await portal.node('node.js'), '2 5\n');
  });

  it('gives the rows to import again under Node.js, as web/README.md has it', async () => {
    assert.equal(
      await portal.node('import-again.js'),
      '4 found by the column User account\n1 not found, 0 not clear\n',
    );
    assert.equal(
      await readFile(path.join(portal.app, 'users-failed.csv'), 'utf8'),
      IMPORT_FILE.replace('Sales;chen.jie\r\n', ''),
    );
  });

  it('says under Node.js that a query needs a browser', async () => {
    assert.match(await portal.node('query.js'), /^true invalid-request browser-needed 0 .*needs a browser/);
  });

  for (const lib of ['es2022,dom', 'es2024,dom,dom.iterable', 'esnext,dom,dom.iterable']) {
    for (const resolution of /** @type {const} */ (['bundler', 'nodenext'])) {
      it(`declares its types to a portal in TypeScript that checks them, too (${resolution}, ${lib})`, async () => {
        const complaints = await portal.typeCheck(
          ...['--strict', '--exactOptionalPropertyTypes', '--noEmit', '--skipLibCheck', 'false'],
          ...['--target', 'es2022', '--lib', lib, '--types', ''],
          ...['--module', resolution === 'bundler' ? 'esnext' : 'nodenext', '--moduleResolution', resolution],
          'consumer.ts',
        );
        assert.equal(complaints, '');
      });
    }
  }
});

describe('a portal built with Vite', () => {
  /** @type {Awaited<ReturnType<typeof createPortalApp>>} */
  let portal;
  /** @type {import('puppeteer-core').BrowserContext} */
  let browser;
  before(async () => {
    [portal, browser] = await Promise.all([createPortalApp(PORTAL), openBrowser('chromium')]);
  });
  after(async () => {
    await browser?.close();
    await portal?.remove();
  });

  /**
   * Starts a simulated KooDrive that also serves the portal's token.
   * @param {Parameters<typeof startSite>[1]} [options]
   */
  const startPortalSite = (options) => startSite(undefined, options, { '/portal/token': TOKEN });

  /** @param {string} url @returns {Promise<string[]>} paths of the wasm files that were loaded */
  async function seeReport(url) {
    const witness = await openWitnessedPage(browser);
    /** @type {string[]} */
    const requested = [];
    witness.page.on('request', (request) => requested.push(new URL(request.url()).pathname));
    await witness.page.goto(url);
    assert.equal(await untilState(witness.page, 'report', 'error'), 'report');
    assert.equal((await readReport(witness.page)).rate, '50%');
    await witness.close();
    return requested.filter((name) => name.endsWith('.wasm'));
  }

  it('shows the report under the strict policy, from the wasm that the build emitted', async (t) => {
    // Fails on an import of anything that is not in the package.
    await build({ root: portal.app, configFile: false, logLevel: 'warn' });
    const assets = await readdir(path.join(portal.app, 'dist/assets'));
    const wasm = assets.filter((name) => name.endsWith('.wasm'));
    assert.equal(wasm.length, 1);
    const site = await startPortalSite({ dist: path.join(portal.app, 'dist') });
    t.after(() => site.close());
    assert.deepEqual(await seeReport(site.origin), [`/assets/${wasm[0]}`]);
  });

  it('shows the report while it is being developed', async (t) => {
    const site = await startPortalSite();
    t.after(() => site.close());
    const server = await createServer({
      root: portal.app,
      configFile: false,
      logLevel: 'error',
      server: { host: '127.0.0.1', port: 0, proxy: { '/koodrive/': site.origin, '/portal/': site.origin } },
    });
    t.after(() => server.close());
    await server.listen();
    const [url] = server.resolvedUrls?.local ?? [];
    assert.equal((await seeReport(url)).length, 1);
  });
});
