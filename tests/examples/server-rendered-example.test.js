import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openEngine } from '../browser/support/shared-browsers.js';
import { USER_ID, untilState } from '../browser/support/report-page.js';
import { headerOf, startSite } from '../browser/support/site.js';
import { TOKEN, openWitnessedPage } from '../browser/support/witness.js';
import { createPortalApp } from '../package/portal-app.js';

const NEXT = 'node_modules/next/dist/bin/next';
const TASK = '1534087020903704703';
const example = fileURLToPath(new URL('../../web/examples/next/', import.meta.url));

/** Where a server listens, by what it writes. @param {import('node:stream').Readable} output */
async function addressIn(output) {
  for await (const line of createInterface(output)) {
    const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
    if (address) return address;
  }
  throw new Error('The server has ended before it listened.');
}

describe('the example in Next.js', () => {
  /** @type {Awaited<ReturnType<typeof startSite>>} */
  let site;
  /** @type {Awaited<ReturnType<typeof createPortalApp>>} */
  let portal;
  /** @type {import('puppeteer-core').BrowserContext} */
  let browser;
  /** @type {import('node:child_process').ChildProcessWithoutNullStreams | undefined} */
  let server;
  /** @type {string} */
  let origin;
  before(async () => {
    site = await startSite(undefined, undefined, { '/portal/token': TOKEN });
    const variables = { KOODRIVE_URL: site.origin, NEXT_TELEMETRY_DISABLED: '1' };
    [portal, browser] = await Promise.all([createPortalApp({}, example, variables), openEngine('chromium')]);
    // Renders the page, which imports the element on the server.
    await portal.node(NEXT, 'build').catch(({ stdout, stderr }) => assert.fail(`${stdout}${stderr}`));
    server = portal.serve(NEXT, 'start', '--hostname', '127.0.0.1', '--port', '0');
    origin = await addressIn(server.stdout);
  });
  after(async () => {
    if (server?.kill()) await once(server, 'exit');
    await browser?.close();
    await site?.close();
    await portal?.remove();
  });

  it('sends the tag with its attributes, and nothing of the credentials', async () => {
    const html = await (await fetch(origin)).text();
    assert.match(html, new RegExp(`<koodrive-import-report user-id="${USER_ID}">`));
  });

  it('shows a task in the tag that the server has rendered, and reports its outcome to the portal', async () => {
    const witness = await openWitnessedPage(browser);
    const { page } = witness;
    await page.goto(origin);
    assert.equal(await untilState(page, 'report', 'error'), 'report');
    await page.waitForFunction(() =>
      document.querySelector('[role=status]')?.textContent?.startsWith('250 users'),
    );
    const request = site.requestsOf(TASK).at(-1);
    assert.equal(request?.userId, USER_ID);
    assert.equal(headerOf(request, 'Authorization'), `Bearer+${TOKEN}`);
    await witness.close();
  });
});
