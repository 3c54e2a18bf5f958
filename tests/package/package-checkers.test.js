import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { createPortalApp } from './portal-app.js';

/** How attw resolves for `require()`, which no ES module answers. */
const COMMONJS = 'node16-cjs';

/** Scripts without code, for which Vite writes no map. */
const ONLY_EXPORTS_AGAIN = ['koodrive-client.js', 'koodrive-import-report.js'];

describe('the npm package, for the programs that check packages and read them', () => {
  /** @type {Awaited<ReturnType<typeof createPortalApp>>} */
  let portal;
  /** @type {string} */
  let installed;
  before(async () => {
    portal = await createPortalApp({ 'package.json': '{ "type": "module" }' });
    installed = path.join(portal.app, 'node_modules/koodrive-import-report');
  });
  after(() => portal?.remove());

  it('leaves publint nothing to complain or to suggest', async () => {
    const { messages, pkg } = await publint({ pkgDir: installed, pack: false, strict: true });
    assert.deepEqual(
      messages.map((message) => formatMessage(message, pkg, { color: false })),
      [],
    );
  });

  it('has an answer with types for each entry, in bundlers, in Node.js, and where package exports are off as in Parcel', async () => {
    const checked = await checkPackage(createPackageFromTarballData(await readFile(portal.tarball)));
    assert.ok(checked.types, 'attw finds no types');
    assert.deepEqual(
      checked.problems.filter(
        (problem) => !('resolutionKind' in problem) || problem.resolutionKind !== COMMONJS,
      ),
      [],
    );
    assert.deepEqual(Object.keys(checked.entrypoints).sort(), [
      '.',
      './client',
      './custom-elements.json',
      './html-custom-data.json',
      './koodrive.wasm',
      './list',
      './package.json',
      './web-types.json',
    ]);
  });

  it('has the sources of each script for debuggers, without a path of the machine that built it', async () => {
    const names = await readdir(installed);
    for (const name of names.filter((file) => file.endsWith('.js'))) {
      const script = await readFile(path.join(installed, name), 'utf8');
      const [, named] = /\n\/\/# sourceMappingURL=(\S+)\s*$/.exec(script) ?? [];
      if (!named && ONLY_EXPORTS_AGAIN.includes(name)) continue;
      assert.equal(named, `${name}.map`);
      const map = JSON.parse(await readFile(path.join(installed, named), 'utf8'));
      assert.equal(map.sourcesContent.length, map.sources.length);
      for (const [index, source] of map.sources.entries()) {
        assert.match(source, /^\.\.\/(?:web|build)\//, name);
        assert.ok(map.sourcesContent[index], source);
      }
    }
  });
});
