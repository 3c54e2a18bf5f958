import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { EVERY_BROWSER } from '../support/browsers.js';
import { closeAll } from '../support/client-page.js';
import { other, startFaultySite } from '../support/faulty-site.js';
import { askFor, readError, untilState } from '../support/report-page.js';
import { MIXED_TASK, failures, open, press, textOf, untilText } from '../support/report-suite.js';
import { openEngine } from '../support/shared-browsers.js';
import { distFolder } from '../support/site.js';
import { openWitnessedPage } from '../support/witness.js';

/** The name of the build in dist/, which every script holds. */
const [, build] =
  /koodrive_build_([0-9a-f]{16})/.exec(await readFile(path.join(distFolder, 'koodrive-core.js'), 'utf8')) ??
  [];

/** A file as another build has it under the same name. @param {string} name */
const ofOtherBuild = async (name) => {
  const text = await readFile(path.join(distFolder, name), 'latin1');
  assert.ok(text.includes(build), name);
  return Buffer.from(text.replaceAll(build, 'fedcba9876543210'), 'latin1');
};

for (const browserName of EVERY_BROWSER) {
  describe(`a new version on the server, in ${browserName}`, () => {
    /** @type {import('puppeteer-core').BrowserContext} */
    let browser;
    /** @type {Awaited<ReturnType<typeof startFaultySite>>} */
    let site;
    /** @type {Awaited<ReturnType<typeof openWitnessedPage>>} */
    let witness;
    before(async () => {
      browser = await openEngine(browserName);
    });
    after(() => closeAll(browser));
    beforeEach(async () => {
      site = await startFaultySite();
      witness = await openWitnessedPage(browser);
      await witness.page.setViewport({ width: 1280, height: 900 });
    });
    afterEach(() => closeAll(witness, site));

    const start = async (language = 'en-US') => {
      await witness.page.goto(`${site.origin}/?language=${language}`);
      await witness.page.waitForFunction(() => customElements.get('koodrive-import-report'));
    };

    /** @param {...string} names of files that the server has of another build from now on */
    const publish = async (...names) => {
      for (const name of names) site.answer(`/${name}`, other(await ofOtherBuild(name), path.extname(name)));
    };

    it('does not run its koodrive.wasm in the scripts of the old one, and says to reload the page', async () => {
      await publish('koodrive.wasm');
      await start();
      await askFor(witness.page, { taskId: MIXED_TASK });
      assert.equal(await untilState(witness.page, 'report', 'error'), 'error');
      const { message } = await readError(witness.page);
      assert.match(message, /new version.*Reload the page/);
      const reason = await witness.page.evaluate(async () => {
        const { createClient } = await import(new URL('koodrive-client.js', document.baseURI).href);
        return createClient().then(
          () => 'loaded',
          (/** @type {any} */ error) => `${error.kind}: ${error.reason}`,
        );
      });
      assert.equal(reason, 'network: other-build');
    });

    for (const [what, words] of /** @type {const} */ ([
      ['its part for workbooks', /new version.*Reload the page/],
      ['no part for workbooks under the old name', /Try again.*reload the page/],
    ])) {
      it(`has ${what}, and the notice says to reload the page`, async () => {
        const { page } = witness;
        await start();
        await open(page, failures(3));
        if (what.startsWith('its')) await publish('koodrive-xlsx.js');
        else
          site.answer('/koodrive-xlsx.js', (_, response) =>
            response.writeHead(404, { 'Content-Type': 'text/javascript' }).end(),
          );
        await press(page, '.menu summary');
        await press(page, '.menu-item', 'Excel workbook');
        await untilText(page, '[role=status]', words);
        assert.doesNotMatch(await textOf(page, '[role=status]'), /another format|file is there/);
      });
    }

    it('does not lend its language to the old one', async () => {
      await publish('koodrive-zh-CN.js');
      await start('zh-CN');
      await open(witness.page, failures(3));
      assert.equal(await textOf(witness.page, '.shown-count'), '3 of 3 rows');
    });

    it('does not run its client or element in the core of the old one', async () => {
      await start();
      await publish('koodrive-client.js', 'koodrive-element.js');
      const outcomes = await witness.page.evaluate(async () => {
        const run = (/** @type {string} */ url) =>
          import(url).then(
            () => 'runs',
            (/** @type {Error} */ { name }) => name,
          );
        const base = document.baseURI;
        return [
          await run(new URL('koodrive-client.js', base).href),
          await run(new URL('koodrive-element.js?new', base).href),
        ];
      });
      assert.deepEqual(outcomes, ['SyntaxError', 'SyntaxError']);
    });
  });
}
