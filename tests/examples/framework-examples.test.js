import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openEngine } from '../browser/support/shared-browsers.js';
import { USER_ID, untilState } from '../browser/support/report-page.js';
import { headerOf, startSite } from '../browser/support/site.js';
import { TOKEN, openWitnessedPage } from '../browser/support/witness.js';
import { createPortalApp } from '../package/portal-app.js';
import { read } from '../structure/repository.js';

const TASKS = ['1534087020903704703', '1534087020903704701'];

/** What the compiler of each framework must accept and refuse in templates, beside the files of the example. */
const TEMPLATES = 'tests/types/templates';

for (const { framework, folder, templates, compiler } of [
  {
    framework: 'React',
    folder: 'react',
    templates: 'react.tsx',
    compiler: ['typescript/bin/tsc', '--project', '.'],
  },
  {
    framework: 'Vue',
    folder: 'vue',
    templates: 'Strict.vue',
    compiler: ['vue-tsc/bin/vue-tsc.js', '--noEmit'],
  },
]) {
  describe(`the example in ${framework}`, () => {
    const example = fileURLToPath(new URL(`../../web/examples/${folder}/`, import.meta.url));
    /** @type {Awaited<ReturnType<typeof createPortalApp>>} */
    let portal;
    /** @type {import('puppeteer-core').BrowserContext} */
    let browser;
    /** @type {Awaited<ReturnType<typeof startSite>>} */
    let site;
    before(async () => {
      [portal, browser] = await Promise.all([
        createPortalApp({ [templates]: read(`${TEMPLATES}/${templates}`) }, example),
        openEngine('chromium'),
      ]);
      await portal.node('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn');
      site = await startSite(undefined, { dist: path.join(portal.app, 'dist') }, { '/portal/token': TOKEN });
    });
    after(async () => {
      await browser?.close();
      await site?.close();
      await portal?.remove();
    });

    it('finds the tag, its properties and its events declared where the compiler checks everything', async () => {
      const [script, ...options] = compiler;
      await portal
        .node(`node_modules/${script}`, ...options, '--skipLibCheck', 'false')
        .catch(({ stdout }) => assert.fail(stdout));
    });

    it('shows a task, reports its outcome to the portal, and shows another task after a click in the portal', async () => {
      const witness = await openWitnessedPage(browser);
      const { page } = witness;
      await page.goto(site.origin);
      const saysFailed = (/** @type {string} */ count) =>
        page.waitForFunction(
          (expected) => document.querySelector('[role=status]')?.textContent?.startsWith(`${expected} users`),
          {},
          count,
        );
      await saysFailed('250');
      assert.equal(await untilState(page, 'report', 'error'), 'report');
      const [, other] = await page.$$('button');
      await other.click();
      await saysFailed('0');
      for (const task of TASKS) {
        const request = site.requestsOf(task).at(-1);
        assert.equal(request?.userId, USER_ID);
        assert.equal(headerOf(request, 'Authorization'), `Bearer+${TOKEN}`);
      }
      await witness.close();
    });
  });
}
