import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { securityHeaders } from '../../../web/dev/security-headers.js';
import { closeAll } from '../support/client-page.js';
import { press, untilText } from '../support/report-suite.js';
import { USER_ID, readReport, untilState } from '../support/report-page.js';
import { headerOf, startSite } from '../support/site.js';
import { TOKEN, openWitnessedPage } from '../support/witness.js';
import { shipped } from './deployment.js';
import { openScene } from './scene.js';
import { EVERY_BROWSER } from '../support/browsers.js';
import { openSiteBrowser } from './site-browser.js';

/** The headers of the one rule in web/deploy/_headers, which some hosts of static files read. */
async function listedHeaders() {
  const [, rule] = (await shipped('_headers')).split('\n/*\n');
  return Object.fromEntries(
    rule
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/: (.*)/)),
  );
}

/** The servers that the portal loads dist/ from. */
const HOSTS = Object.freeze({
  nginx: () => openScene('nginx'),
  Caddy: () => openScene('Caddy'),
  'a host that reads _headers': async () =>
    startSite(undefined, { headers: await listedHeaders(), api: undefined }),
});

/** @param {string} code the origin that the portal loads the element from */
const portal = (code) => ({
  '/portal.html': `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Portal</title>
<script type="module" src="${code}/koodrive-import-report.js"></script><script type="module" src="/portal.js"></script></head>
<body><koodrive-import-report user-id="${USER_ID}" locale="en-US"></koodrive-import-report></body></html>`,
  '/portal.js': `const report = document.querySelector('koodrive-import-report');
report.credentials = { accessToken: '${TOKEN}' };
customElements.whenDefined('koodrive-import-report').then(() => report.load('1534087020903704703'));`,
});

for (const browserName of EVERY_BROWSER) {
  describe(`a portal in ${browserName}`, { timeout: 60_000 }, () => {
    /** @type {import('puppeteer-core').BrowserContext} */
    let browser;
    before(async () => {
      browser = await openSiteBrowser(browserName);
    });
    after(() => closeAll(browser));

    for (const [host, start] of Object.entries(HOSTS)) {
      it(`loads the element and all of its files from ${host} on another origin`, async () => {
        const code = await start();
        const { 'Content-Security-Policy': own } = securityHeaders({ connectSrc: [code.origin] });
        const policy = own.replace("script-src 'self'", `script-src 'self' ${code.origin}`);
        const site = await startSite(undefined, undefined, portal(code.origin), {
          'Content-Security-Policy': policy,
        });
        const witness = await openWitnessedPage(browser);
        const { page } = witness;
        /** @type {string[]} */
        const requests = [];
        page.on('request', (request) => requests.push(request.url()));
        try {
          await page.goto(`${site.origin}/portal.html`);
          assert.equal(await untilState(page, 'report', 'error', 'no-result'), 'report');
          assert.equal((await readReport(page)).rate, '87.5%');
          await page.evaluate(() => (HTMLAnchorElement.prototype.click = () => {}));
          await press(page, '.menu summary');
          await press(page, '.menu-item', /Excel/);
          await untilText(page, '[role=status]', /^Saved as/);
          await page.$eval('koodrive-import-report', (element) => element.setAttribute('locale', 'zh-CN'));
          await untilText(page, '.menu summary', /导出/);
          // All of the element's files come from there, and only they.
          for (const file of ['koodrive-core.js', 'koodrive.wasm', 'koodrive-xlsx.js', 'koodrive-zh-CN.js'])
            assert.ok(requests.includes(`${code.origin}/${file}`), file);
          const asked = requests
            .filter((url) => url.startsWith(site.origin))
            .map((url) => new URL(url).pathname);
          assert.deepEqual(
            asked.filter((path) => path !== '/favicon.ico'),
            ['/portal.html', '/portal.js', '/koodrive/ose/v1/task/result'],
          );
          assert.equal(headerOf(site.requestsOf('1534087020903704703')[0], 'X-User-Id'), USER_ID);
        } finally {
          await closeAll(witness, site, code);
        }
      });
    }
  });
}
