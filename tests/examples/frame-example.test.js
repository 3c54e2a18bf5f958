import assert from 'node:assert/strict';
import http from 'node:http';
import { after, before, describe, it } from 'node:test';
import { startExamples } from '../../web/dev/examples.js';
import { openBrowser } from '../browser/support/shared-browsers.js';
import { headerOf } from '../browser/support/site.js';
import { TOKEN } from '../browser/support/witness.js';
import { listenOnLoopback } from '../browser/support/loopback.js';

/** @typedef {import('puppeteer-core').Page} Page */

const TASK = '1534087020903704703';
const STRANGE_TASK = { type: 'task', taskId: '1215215', userId: '1' };

/** A site that has nothing to do with the portal. */
async function startStranger() {
  const server = http.createServer((_, response) =>
    response
      .writeHead(200, { 'Content-Type': 'text/html' })
      .end('<!doctype html><title>Elsewhere</title><body></body>'),
  );
  return listenOnLoopback(server);
}

/** @param {Page} page @param {string} origin */
const frameAt = (page, origin) => page.waitForFrame((frame) => frame.url().startsWith(origin));

// These functions run inside pages. A page handles messages in order, and this listener was added after the page's own: when
// it receives `end`, the page has handled every message before.
const stateOfReport = () => /** @type {any} */ (document.querySelector('koodrive-import-report'))?.state;
const stateIsReport = () =>
  /** @type {any} */ (document.querySelector('koodrive-import-report'))?.state === 'report';
function listen() {
  /** @type {unknown[]} */
  const messages = [];
  const end = new Promise((resolve) => {
    addEventListener('message', ({ data }) =>
      data.type === 'end' ? resolve(messages) : messages.push(data),
    );
  });
  Object.assign(window, { heardUntilEnd: end });
}
const heard = () => /** @type {any} */ (window).heardUntilEnd;

for (const name of /** @type {const} */ (['chromium', 'firefox'])) {
  describe(`the frame example in ${name}`, () => {
    /** @type {import('puppeteer-core').BrowserContext} */
    let browser;
    /** The example as it is, and one whose page of reports any site may frame. @type {Awaited<ReturnType<typeof startExamples>>[]} */
    let examples;
    /** A site that frames the reports, and that the portal's frame is navigated to. @type {Awaited<ReturnType<typeof startStranger>>} */
    let stranger;
    before(async () => {
      browser = await openBrowser(name);
      examples = await Promise.all([
        startExamples({ accessToken: TOKEN }),
        startExamples({ accessToken: TOKEN, frameAncestors: '*' }),
      ]);
      stranger = await startStranger();
    });
    after(async () => {
      await browser?.close();
      await Promise.all([...(examples ?? []), stranger].map((site) => site?.close()));
    });

    it('shows the report with the token that the portal posts', async () => {
      const [{ portal, reports, simulator }] = examples;
      const page = await browser.newPage();
      await page.goto(`${portal}/frame/portal/`);
      const frame = await frameAt(page, reports);
      await frame.waitForFunction(stateIsReport);
      const request = simulator.requests.at(-1);
      assert.equal(request?.taskId, TASK);
      assert.equal(headerOf(request, 'Authorization'), `Bearer+${TOKEN}`);
      assert.ok(!frame.url().includes(TOKEN));
      await page.close();
    });

    it('copies rows, with the permission that the portal gives its frame and without', async () => {
      const [{ portal, reports }] = examples;
      const page = await browser.newPage();
      await page.goto(`${portal}/frame/portal/`);
      const given = await page.$eval('iframe', ({ allow }) => allow);
      assert.equal(given, 'clipboard-write');
      for (const allow of [given, "clipboard-write 'none'"]) {
        const frame = await frameAt(page, reports);
        await frame.evaluate(() => Object.assign(window, { isFormer: true }));
        await page.$eval(
          'iframe',
          (owner, permissions) => Object.assign(owner, { allow: permissions, src: owner.src }),
          allow,
        );
        await frame.waitForFunction(
          () =>
            !('isFormer' in window) &&
            /** @type {any} */ (document.querySelector('koodrive-import-report'))?.state === 'report',
        );
        for (const part of ['tbody .select input', '.selection .button'])
          await (
            await frame.waitForSelector(`koodrive-import-report >>> ${part}`, { visible: true })
          )?.click();
        await frame.waitForFunction(() =>
          /^1 row copied/.test(
            document
              .querySelector('koodrive-import-report')
              ?.shadowRoot?.querySelector('[role=status]')
              ?.textContent?.trim() ?? '',
          ),
        );
      }
      await page.close();
    });

    it('is shown in a frame of the portal only', async () => {
      const [{ reports }] = examples;
      const page = await browser.newPage();
      /** @type {string[]} */
      const requested = [];
      page.on('request', (request) => requested.push(request.url()));
      await page.goto(stranger.origin);
      await page.evaluate((source) => {
        const frame = document.createElement('iframe');
        frame.src = source;
        document.body.append(frame);
        return new Promise((resolve) => frame.addEventListener('load', resolve));
      }, `${reports}/`);
      assert.ok(requested.includes(`${reports}/`));
      assert.ok(!requested.includes(`${reports}/reports.js`));
      await page.close();
    });

    it('neither obeys nor sends messages to another site that frames it', async () => {
      const [, { reports, simulator }] = examples;
      const page = await browser.newPage();
      await page.goto(stranger.origin);
      await page.evaluate(listen);
      await page.evaluate((source) => {
        const frame = document.createElement('iframe');
        frame.src = source;
        document.body.prepend(frame);
      }, `${reports}/`);
      const frame = await frameAt(page, reports);
      await frame.waitForFunction(() => customElements.get('koodrive-import-report'));
      await frame.evaluate(listen);
      await page.evaluate((task) => {
        for (const message of [{ type: 'portal-ready' }, task, { type: 'end' }])
          document.querySelector('iframe')?.contentWindow?.postMessage(message, '*');
      }, STRANGE_TASK);
      assert.deepEqual(await frame.evaluate(heard), [{ type: 'portal-ready' }, STRANGE_TASK]);
      assert.equal(await frame.evaluate(stateOfReport), 'idle');
      assert.deepEqual(simulator.requests, []);
      await frame.evaluate(() => parent.postMessage({ type: 'end' }, '*'));
      assert.deepEqual(await page.evaluate(heard), []);
      await page.close();
    });

    it('gives no token to another site that its frame was navigated to', async () => {
      const [{ portal, reports, tokensGiven }] = examples;
      const page = await browser.newPage();
      await page.goto(`${portal}/frame/portal/`);
      const own = await frameAt(page, reports);
      await own.waitForFunction(stateIsReport);
      const given = tokensGiven();
      await page.evaluate(listen);
      await page.$eval(
        '#reports',
        (frame, elsewhere) =>
          void (/** @type {HTMLIFrameElement} */ (frame).contentWindow?.location.replace(elsewhere)),
        `${stranger.origin}/elsewhere.html`,
      );
      const frame = await frameAt(page, stranger.origin);
      await frame.evaluate(listen);
      await frame.evaluate(() => {
        for (const type of ['token-wanted', 'task-wanted', 'end']) parent.postMessage({ type }, '*');
      });
      assert.deepEqual(await page.evaluate(heard), [{ type: 'token-wanted' }, { type: 'task-wanted' }]);
      await page.evaluate(async () => {
        await fetch('portal/token');
        /** @type {HTMLIFrameElement | null} */ (
          document.querySelector('#reports')
        )?.contentWindow?.postMessage({ type: 'end' }, '*');
      });
      assert.deepEqual(await frame.evaluate(heard), []);
      assert.equal(tokensGiven(), given + 1, 'only this test itself fetched a token');
      await page.close();
    });
  });
}
