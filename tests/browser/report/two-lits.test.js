import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { rolldown } from '../../../web/node_modules/rolldown/dist/index.mjs';
import { securityHeaders } from '../../../web/dev/security-headers.js';
import { closeAll } from '../support/client-page.js';
import { openEngine } from '../support/shared-browsers.js';
import { startSite } from '../support/site.js';
import { openWitnessedPage } from '../support/witness.js';

const LIT = fileURLToPath(new URL('../../../web/node_modules/lit/index.js', import.meta.url));

const OWN_ELEMENT = `import { LitElement, html } from './lit.js';
customElements.define('portal-card', class extends LitElement { render() { return html\`<p>Portal</p>\`; } });`;

/** @param {readonly string[]} scripts in the order in which they run */
const portal = (scripts) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Portal</title>
${scripts.map((src) => `<script type="module" src="/${src}"></script>`).join('\n')}</head>
<body><portal-card></portal-card><koodrive-import-report locale="en-US"></koodrive-import-report></body></html>`;

/** Both create a Trusted Types policy of this name, as each Lit does. */
const policies = "trusted-types lit-html 'allow-duplicates'";

// Chromium is the one of the tested browsers that has Trusted Types.
describe(`a portal with a Lit of its own, under ${policies}`, { timeout: 60_000 }, () => {
  /** @type {import('puppeteer-core').BrowserContext} */
  let browser;
  /** @type {Awaited<ReturnType<typeof startSite>>} */
  let site;
  before(async () => {
    const bundle = await rolldown({ input: LIT });
    const [{ code }] = (await bundle.generate({ format: 'es', codeSplitting: false })).output;
    const { 'Content-Security-Policy': policy } = securityHeaders();
    const pages = {
      '/lit.js': code,
      '/portal.js': OWN_ELEMENT,
      '/element-last.html': portal(['portal.js', 'koodrive-import-report.js']),
      '/element-first.html': portal(['koodrive-import-report.js', 'portal.js']),
    };
    const headers = { 'Content-Security-Policy': `${policy}; ${policies}` };
    [browser, site] = await Promise.all([
      openEngine('chromium'),
      startSite(undefined, undefined, pages, headers),
    ]);
  });
  after(() => closeAll(browser, site));

  for (const order of ['element-first', 'element-last'])
    it(`shows the portal's elements and the report (${order})`, async () => {
      const witness = await openWitnessedPage(browser);
      await witness.page.goto(`${site.origin}/${order}.html`);
      const shown = await witness.page.evaluate(async () => {
        const names = ['portal-card', 'koodrive-import-report'];
        await Promise.all(names.map((name) => customElements.whenDefined(name)));
        return Promise.all(
          names.map(async (name) => {
            const element = /** @type {any} */ (document.querySelector(name));
            await element.updateComplete;
            return element.shadowRoot.textContent.replace(/\s+/g, ' ').trim();
          }),
        );
      });
      assert.equal(shown[0], 'Portal');
      assert.match(shown[1], /No report is shown yet/);
      await witness.close();
    });
});
