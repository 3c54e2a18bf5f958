import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { CONFIG_PATH } from '../../../web/simulator/simulator.js';
import { openBrowser } from '../support/shared-browsers.js';
import { closeAll } from '../support/client-page.js';
import { USER_ID, readReport, untilState } from '../support/report-page.js';
import { headerOf, startSite } from '../support/site.js';
import { SECRET_MARK, TOKEN, openWitnessedPage } from '../support/witness.js';

/** A task that the demo has, so that its page fills in user and token by itself. */
const DEMO_TASK = '1534087020903704703';

/** All that the sender of a link may try. */
const CRAFTED = new URLSearchParams({
  taskId: DEMO_TASK,
  'task-id': DEMO_TASK,
  endpoint: 'https://evil.example',
  wasmUrl: 'https://evil.example/koodrive.wasm',
  'wasm-url': 'https://evil.example/koodrive.wasm',
  userId: '7',
  'user-id': '7',
  accessToken: 'x',
  credentials: '{"accessToken":"x"}',
  load: '1',
  autoload: 'true',
  language: '__proto__',
  search: '__proto__',
  reason: 'constructor',
  sort: 'toString',
});
const LINK = `?${CRAFTED}&__proto__=x&__proto__[endpoint]=https://evil.example#${CRAFTED}`;

/** A portal that gives the element all it needs before its reader does anything. */
const PORTAL = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Portal</title>
<script type="module" src="/koodrive-import-report.js"></script><script type="module" src="/portal.js"></script></head>
<body><koodrive-import-report user-id="${USER_ID}" task-id="1215215" locale="en-US"></koodrive-import-report></body></html>`;
const PORTAL_SCRIPT = `document.querySelector('koodrive-import-report').credentials = { accessToken: '${TOKEN}' };`;

/** Names that every object has, or that reach its prototype. */
const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '__defineGetter__',
  'valueOf',
];

describe('the element and the page under attack', { timeout: 60_000 }, () => {
  /** @type {import('puppeteer-core').BrowserContext} */
  let browser;
  /** @type {Awaited<ReturnType<typeof startSite>>} */
  let site;
  /** @type {Awaited<ReturnType<typeof openWitnessedPage>>} */
  let witness;
  /** @type {import('puppeteer-core').Page} */
  let page;
  before(async () => {
    browser = await openBrowser('chromium');
    site = await startSite(undefined, undefined, { '/portal.html': PORTAL, '/portal.js': PORTAL_SCRIPT });
  });
  after(() => closeAll(browser, site));
  beforeEach(async () => {
    site.simulator.reset();
    witness = await openWitnessedPage(browser);
    page = witness.page;
  });
  afterEach(() => witness.close());

  /** Lets everything happen that would happen by itself: timers, frames and what the network brings. */
  const settle = () =>
    page.evaluate(async (known) => {
      for (let round = 0; round < 5; round += 1) {
        await (await fetch(known)).text();
        await new Promise((resolve) => requestIdleCallback(resolve));
      }
    }, CONFIG_PATH);

  it('send no request for what a link names, even with user and token filled in', async () => {
    await page.goto(`${site.origin}/${LINK}`);
    await page.waitForFunction(
      () => /** @type {any} */ (document.getElementById('access-token')).value !== '',
    );
    await settle();
    assert.equal(site.simulator.requests.length, 0);
    assert.equal(await untilState(page, 'idle', 'loading', 'report', 'error'), 'idle');
    const typed = await page.$$eval('#query input', (inputs) => inputs.map(({ value }) => value));
    assert.deepEqual([typed[0], typed[1]], [DEMO_TASK, USER_ID]);
    assert.notEqual(typed[2], 'x');
    await page.click('#query button[type=submit]');
    assert.equal(await untilState(page, 'report', 'error'), 'report');
    assert.deepEqual(
      site.simulator.requests.map(({ url, userId }) => [url, userId]),
      [[`/koodrive/ose/v1/task/result?taskId=${DEMO_TASK}`, USER_ID]],
    );
  });

  it('read no address in the element, which asks only when it is told to', async () => {
    /** @type {string[]} */
    const origins = [];
    page.on('request', (request) => origins.push(new URL(request.url()).origin));
    await page.goto(`${site.origin}/portal.html${LINK}`);
    await page.waitForFunction(
      () => /** @type {any} */ (document.querySelector('koodrive-import-report')).credentials,
    );
    await settle();
    assert.equal(site.simulator.requests.length, 0);
    await page.$eval('koodrive-import-report', (element) => /** @type {any} */ (element).load());
    assert.equal(await untilState(page, 'report', 'error'), 'report');
    assert.deepEqual([...new Set(origins)], [site.origin]);
    const request = site.simulator.requests[0];
    assert.deepEqual([request.taskId, request.userId], ['1215215', USER_ID]);
    assert.equal(headerOf(request, 'Authorization'), `Bearer+${TOKEN}`);
  });

  it('are not influenced by messages, window name and history', async () => {
    await page.evaluateOnNewDocument(() => {
      window.name = JSON.stringify({ taskId: '1', endpoint: 'https://evil.example' });
      history.replaceState({ taskId: '1', endpoint: 'https://evil.example', view: { search: 'x' } }, '');
    });
    for (const path of ['/?language=en-US', '/portal.html']) {
      await page.goto(site.origin + path);
      await page.waitForFunction(() => customElements.get('koodrive-import-report'));
      await page.evaluate(() => {
        const message = { type: 'load', taskId: '1', endpoint: 'https://evil.example', accessToken: 'x' };
        for (const target of [window, document.querySelector('koodrive-import-report')])
          target?.dispatchEvent(new MessageEvent('message', { data: message, origin: location.origin }));
        window.postMessage(message, '*');
      });
      await settle();
      const { endpoint, view } = await page.$eval('koodrive-import-report', (element) => {
        const { endpoint, view } = /** @type {any} */ (element);
        return { endpoint: endpoint || '', view };
      });
      assert.deepEqual([endpoint, view], ['', {}]);
    }
    assert.equal(site.simulator.requests.length, 0);
  });

  it('add no global name except those of Lit’s versions and metadata', async () => {
    await page.goto(`${site.origin}/portal.html`);
    await page.waitForFunction(
      () => /** @type {any} */ (document.querySelector('koodrive-import-report')).credentials,
    );
    await page.$eval('koodrive-import-report', (element) =>
      /** @type {any} */ (element).load('1534087020903704703'),
    );
    await untilState(page, 'report');
    const added = await page.evaluate(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const plain = new Set(Object.getOwnPropertyNames(frame.contentWindow));
      frame.remove();
      return Object.getOwnPropertyNames(window).filter((name) => !plain.has(name));
    });
    assert.deepEqual(added.filter((name) => !/^(witnessed|puppeteer|__aria)/.test(name)).sort(), [
      'litElementVersions',
      'litHtmlVersions',
      'litPropertyMetadata',
      'reactiveElementVersions',
    ]);
  });

  it('pass nothing secret to error reporting: no token, no user name, no answer', async () => {
    await page.goto(`${site.origin}/portal.html`);
    await page.waitForFunction(
      () => /** @type {any} */ (document.querySelector('koodrive-import-report')).credentials,
    );
    const reported = await page.evaluate(async () => {
      /** @type {string[]} */
      const told = [];
      addEventListener('error', ({ message }) => told.push(message));
      addEventListener('unhandledrejection', ({ reason }) => told.push(String(reason)));
      const element = /** @type {any} */ (document.querySelector('koodrive-import-report'));
      element.addEventListener('koodrive-error', (/** @type {any} */ { detail: { error } }) => {
        const own = Object.fromEntries(Object.getOwnPropertyNames(error).map((name) => [name, error[name]]));
        told.push(JSON.stringify(own), String(error.cause), error.message);
      });
      await element.load('fault-401-always');
      await element.load('fault-wrong-type');
      await element.open(
        new Blob(['{"code":0,"data":{"failInfoList":[{"userName":"Ada Lovelace","desc":7}]}}']),
      );
      return told;
    });
    assert.equal(reported.length, 9);
    for (const text of reported) assert.doesNotMatch(text, new RegExp(`${SECRET_MARK}|Ada Lovelace`));
  });

  describe('with member names and texts like those of every object', () => {
    /** As JSON, since `__proto__` in a literal would be something else. */
    const hostile = NAMES.map((name) => `"${name}":{"polluted":true,"failCount":9,"userName":"no"}`).join();
    const rows = NAMES.map((name) => `{${hostile},"userName":"${name}","desc":"${name}"}`).join();
    const answer = `{${hostile},"code":0,"data":{${hostile},"successCount":1,"failCount":${NAMES.length},"failInfoList":[${rows}]}}`;

    it('show the rows unchanged and modify no prototype', async () => {
      await page.goto(`${site.origin}/${LINK}`);
      await page.waitForFunction(() => customElements.get('koodrive-import-report'));
      const seen = await page.evaluate(
        async (text, names) => {
          const prototypes = [Object.prototype, Array.prototype, Function.prototype, Map.prototype];
          const spell = () => JSON.stringify(prototypes.map((one) => Reflect.ownKeys(one).map(String)));
          const before = spell();
          const element = /** @type {any} */ (document.querySelector('koodrive-import-report'));
          const report = await element.open(new Blob([text]));
          const view = (/** @type {object} */ wanted) =>
            report
              .view(wanted)
              .rows(0, 99)
              .map((/** @type {any} */ row) => row.userName);
          element.view = { search: '__proto__', reason: '__proto__', sort: '__proto__' };
          await element.updateComplete;
          return {
            names: [...report.failInfoList].map((row) => row.userName),
            reasons: report.reasons.map((/** @type {any} */ { desc, count }) => `${desc} ${count}`).sort(),
            byReason: names.map((name) => view({ reason: name }).join()),
            bySearch: view({ search: '__proto__' }),
            json: JSON.parse(report.toJson()).data.failInfoList.map((/** @type {any} */ row) => row.desc),
            polluted: String(/** @type {any} */ ({}).polluted),
            isSame: spell() === before,
          };
        },
        answer,
        NAMES,
      );
      assert.deepEqual(seen, {
        names: NAMES,
        reasons: NAMES.map((name) => `${name} 1`).sort(),
        byReason: NAMES,
        bySearch: ['__proto__'],
        json: NAMES,
        polluted: 'undefined',
        isSame: true,
      });
      assert.equal((await readReport(page)).rows[0]?.[0], '__proto__');
    });

    it('show a code or message of that name as text', async () => {
      await page.goto(`${site.origin}/portal.html`);
      await page.waitForFunction(() => customElements.get('koodrive-import-report'));
      for (const name of NAMES) {
        const { kind, code } = await page.evaluate(async (text) => {
          const { createClient } = await import(new URL('koodrive-client.js', document.baseURI).href);
          const client = await createClient();
          return client.openTaskResult(text).catch((/** @type {any} */ { kind, code }) => ({ kind, code }));
        }, `{"code":"${name}","msg":"${name}","${name}":1}`);
        assert.deepEqual([kind, code], ['api', name]);
      }
    });
  });
});
