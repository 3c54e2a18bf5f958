import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { rolldown } from '../../web/node_modules/rolldown/dist/index.mjs';
import { translations } from '../structure/repository.js';
import { createPortalApp } from './portal-app.js';

const PORTAL = {
  'classic.js': `import { createClient } from 'koodrive-import-report/client';
createClient().catch(({ reason, message }) => console.log(reason, message));
`,
  'package.json': '{ "type": "module" }',
  'server.js': `const before = Object.keys(globalThis);
const { KooDriveImportReport } = await import('koodrive-import-report');
const added = Object.keys(globalThis).filter((name) => !before.includes(name) && globalThis[name] !== undefined);
console.log(typeof KooDriveImportReport, typeof customElements, typeof document, added.filter((name) => !name.startsWith('lit') && !name.startsWith('reactive')));
`,
  'without-layout.js': `const defined = new Map();
globalThis.HTMLElement = class extends EventTarget {};
globalThis.customElements = { get: (name) => defined.get(name), define: (name, type) => defined.set(name, type) };
globalThis.document = { createTreeWalker: () => ({}), createComment: () => ({}) };
delete globalThis.navigator;
const { KooDriveImportReport } = await import('koodrive-import-report');
const element = new (defined.get('koodrive-import-report'))();
element.userId = '1';
element.addEventListener('koodrive-report', ({ type, detail }) => console.log(type, detail.report.failCount));
await element.open(new Blob(['{ "code": 0, "data": { "successCount": 2, "failCount": 0, "failInfoList": [] } }']));
console.log(element instanceof KooDriveImportReport, element.userId, element.state);
`,
};

/** How bundlers expect a module to name a file beside it. They replace any other `import.meta.url` by a path of the builder. */
const FILE_BESIDE = /new URL\(([`"'])[\w.-]+\1,\s*import\.meta\.url\)/g;

describe('a portal that takes the npm package', () => {
  /** @type {Awaited<ReturnType<typeof createPortalApp>>} */
  let portal;
  before(async () => {
    portal = await createPortalApp(PORTAL);
  });
  after(() => portal?.remove());

  /** @returns {Promise<[name: string, code: string][]>} the package's modules */
  async function modules() {
    const folder = path.join(portal.app, 'node_modules/koodrive-import-report');
    const names = (await readdir(folder)).filter((name) => name.endsWith('.js'));
    return Promise.all(
      names.map(
        /** @returns {Promise<[string, string]>} */ async (name) => [
          name,
          await readFile(path.join(folder, name), 'utf8'),
        ],
      ),
    );
  }

  it('can import the element on a server, where nothing is registered and no global is added', async () => {
    assert.equal(await portal.node('server.js'), 'function undefined undefined []\n');
  });

  it('can create the element and hear its events in a test without CSS.registerProperty, ResizeObserver and navigator', async () => {
    assert.equal(await portal.node('without-layout.js'), 'koodrive-report 0\ntrue 1 report\n');
  });

  it('is given no path of the builder by its bundler: import.meta names files beside the module only', async () => {
    const all = await modules();
    assert.ok(all.some(([, code]) => code.match(FILE_BESIDE)));
    for (const [name, code] of all)
      assert.equal(code.replaceAll(FILE_BESIDE, '').indexOf('import.meta'), -1, name);
  });

  it('gets no module of which a part is a helper of the bundler that built it', async () => {
    for (const [name, code] of await modules())
      for (const trace of ['modulepreload', 'vite:', '__vite'])
        assert.ok(!code.includes(trace), `${name}: ${trace}`);
  });

  it('gets with the client no text of the element or the page, in any language', async () => {
    const all = new Map(await modules());
    const names = new Set(['koodrive-client.js']);
    for (const name of names)
      for (const [, imported] of (all.get(name) ?? '').matchAll(/["'`]\.\/(koodrive-[\w-]+\.js)["'`]/g))
        names.add(imported);
    assert.ok(names.has('koodrive-core.js') && names.size > 2, [...names].join());
    for (const locale of ['en-US', ...translations]) {
      const { ui, page } = await import(`../../web/locales/${locale}.js`);
      const own = JSON.stringify(await import(`../../web/locales/errors/${locale}.js`));
      const sentences = Object.values({ ...ui, ...page }).filter(
        (text) => text.length > 15 && !own.includes(text),
      );
      assert.ok(sentences.length > 20, locale);
      for (const name of names) {
        const brought = sentences.filter((sentence) => all.get(name)?.includes(sentence));
        assert.deepEqual(brought, [], name);
      }
    }
  });

  it('is told to give wasmUrl where a bundler makes a classic script of it', async () => {
    const bundle = await rolldown({ input: path.join(portal.app, 'classic.js'), logLevel: 'silent' });
    await bundle.write({ file: path.join(portal.app, 'classic.cjs'), format: 'iife', codeSplitting: false });
    assert.match(await portal.node('classic.cjs'), /^wasm-unavailable .*wasmUrl/);
  });
});
