import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { USER_ID, untilState } from '../support/report-page.js';
import { TOKEN } from '../support/witness.js';
import { MIXED_TASK, inside, load, reportSuite, settled, textOf } from '../support/report-suite.js';

const PORTAL = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Portal</title>
<link rel="stylesheet" href="/portal.css"><script type="module" src="/koodrive-import-report.js"></script></head>
<body><h2 class="panel">Portal</h2><p class="summary">Of the portal</p><div id="one"></div><div id="two"></div></body></html>`;

// What a careless portal does to everything on it.
const PORTAL_STYLES = `* { color: rgb(255, 0, 255); font-size: 40px; letter-spacing: 5px; text-transform: uppercase; }
body { line-height: 3; text-align: right; direction: rtl; word-spacing: 1em; cursor: wait; font-family: fantasy; }
h2, h3, p, table, td, th, button, input, ul, li, dl, dd { border: 7px solid lime !important; margin: 50px !important; padding: 50px !important; }
.panel, .summary, .reason, .button { display: none !important; background: lime !important; }
koodrive-import-report { font-style: italic; }`;

describe('the element in a portal', () => {
  const suite = reportSuite({
    path: '/portal.html',
    pages: { '/portal.html': PORTAL, '/portal.css': PORTAL_STYLES },
  });

  /** How an element of the report looks, whatever its position. */
  const look = (/** @type {string} */ selector) =>
    suite.page.$eval(inside(selector), (element) => {
      const style = getComputedStyle(element);
      const names = [
        'color',
        'fontSize',
        'fontFamily',
        'fontStyle',
        'letterSpacing',
        'lineHeight',
        'textTransform',
        'wordSpacing',
        'cursor',
        'borderTopWidth',
        'marginTop',
        'paddingTop',
        'display',
        'backgroundColor',
        'textAlign',
      ];
      return Object.fromEntries(
        names.map((name) => [
          name,
          style.getPropertyValue(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)),
        ]),
      );
    });

  /** Puts an element into the page. @param {string} [place] */
  const put = (place = '#one') =>
    suite.page.$eval(place, (parent) => {
      const element = document.createElement('koodrive-import-report');
      element.setAttribute('locale', 'en-US');
      parent.append(element);
    });

  const looked = [
    '.summary',
    '.summary-text',
    '.reason',
    '.figure dd',
    'thead th',
    'tbody td.desc',
    '.button',
    '.section-title',
    '.search',
  ];

  it("is not touched by the page's styles", async () => {
    await put();
    await load(suite.page, MIXED_TASK);
    const inPortal = await Promise.all(looked.map(look));
    await suite.page.goto(`${suite.site.origin}/?language=en-US`);
    await load(suite.page, MIXED_TASK);
    const inPage = await Promise.all(looked.map(look));
    inPortal.forEach((style, at) => assert.deepEqual(style, inPage[at], looked[at]));
  });

  it("does not touch the page's styles", async () => {
    const before = await suite.page.$eval('body > h2', (title) =>
      JSON.stringify({ ...getComputedStyle(title) }),
    );
    await put();
    await load(suite.page, MIXED_TASK);
    assert.equal(
      await suite.page.$eval('body > h2', (title) => JSON.stringify({ ...getComputedStyle(title) })),
      before,
    );
    assert.equal(
      await suite.page.evaluate(
        () => document.adoptedStyleSheets.length + document.querySelectorAll('style').length,
      ),
      0,
    );
  });

  it('is styled by custom properties, parts and color-scheme alone', async () => {
    await put();
    await load(suite.page, MIXED_TASK);
    const style = await suite.page.$eval('koodrive-import-report', async (element) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`koodrive-import-report { color-scheme: dark; --koodrive-accent: rgb(1, 2, 3); --koodrive-table-height: 200px; }
        koodrive-import-report::part(summary) { border-top-color: rgb(4, 5, 6); }`);
      document.adoptedStyleSheets = [sheet];
      const of = (/** @type {string} */ selector) =>
        getComputedStyle(/** @type {Element} */ (element.shadowRoot?.querySelector(selector)));
      const dark = of('.summary').backgroundColor;
      const values = {
        link: of('.link').color,
        border: of('.summary').borderTopColor,
        height: of('.table-frame').height,
        dark,
      };
      document.adoptedStyleSheets = [];
      return { ...values, light: of('.summary').backgroundColor };
    });
    assert.deepEqual([style.link, style.border, style.height], ['rgb(1, 2, 3)', 'rgb(4, 5, 6)', '200px']);
    assert.notEqual(style.dark, style.light);
  });

  it('can be created, moved, removed and added again', async () => {
    await put();
    await load(suite.page, MIXED_TASK);
    await suite.page.evaluate(() =>
      document
        .querySelector('#two')
        ?.append(/** @type {Element} */ (document.querySelector('koodrive-import-report'))),
    );
    await settled(suite.page);
    assert.equal(await textOf(suite.page, '.shown-count'), '250 of 250 rows', 'moving keeps the report');
    await suite.page.$eval(inside('.table-frame'), (frame) => (frame.scrollTop = 4000));
    await suite.page.waitForFunction(
      () =>
        Number(
          document
            .querySelector('koodrive-import-report')
            ?.shadowRoot?.querySelector('tbody tr')
            ?.getAttribute('data-index'),
        ) > 20,
    );
    const states = await suite.page.evaluate(async () => {
      const element = /** @type {any} */ (document.querySelector('koodrive-import-report'));
      const { report } = element;
      element.remove();
      await Promise.resolve();
      const removed = [element.state, String(element.report)];
      let isClosed = false;
      try {
        report.view();
      } catch {
        isClosed = true;
      }
      document.querySelector('#one')?.append(element);
      await element.updateComplete;
      return { removed, isClosed, added: element.state };
    });
    assert.deepEqual(states, { removed: ['idle', 'undefined'], isClosed: true, added: 'idle' });
    await load(suite.page, MIXED_TASK);
    assert.equal(await textOf(suite.page, '.shown-count'), '250 of 250 rows');
  });

  it('can stand twice on a page, each for itself', async () => {
    await put('#one');
    await put('#two');
    const shown = await suite.page.evaluate(
      async (userId, accessToken) => {
        const [one, two] = /** @type {any[]} */ ([...document.querySelectorAll('koodrive-import-report')]);
        two.setAttribute('locale', 'zh-CN');
        for (const element of [one, two]) Object.assign(element, { userId, credentials: { accessToken } });
        await Promise.all([one.load('1534087020903704703'), two.load('1534087020903704709')]);
        one.view = { search: 'wei' };
        await Promise.all([one.updateComplete, two.updateComplete]);
        const text = (/** @type {any} */ element) =>
          element.shadowRoot.querySelector('.shown-count').textContent;
        const both = [text(one), text(two), one.view.search, two.view.search ?? 'none'];
        one.remove();
        await Promise.resolve();
        return [...both, two.state, two.report.view({ search: 'a' }).length > 0];
      },
      USER_ID,
      TOKEN,
    );
    assert.match(shown[0], /^\d\d of 250 rows$/);
    assert.deepEqual(shown.slice(1), ['显示 10 行，共 10 行', 'wei', 'none', 'report', true]);
  });

  it('may be registered twice', async () => {
    await put();
    const isSame = await suite.page.evaluate(async () => {
      const before = customElements.get('koodrive-import-report');
      await import(new URL('koodrive-import-report.js?again', document.baseURI).href);
      return before === customElements.get('koodrive-import-report');
    });
    assert.ok(isSame);
    await load(suite.page, MIXED_TASK);
  });

  it('aborts and frees everything when it is removed while it loads', async () => {
    await put();
    await suite.page.evaluate(
      (userId, accessToken) => {
        const element = /** @type {any} */ (document.querySelector('koodrive-import-report'));
        Object.assign(element, { userId, credentials: { accessToken } });
        Object.assign(window, { loading: element.load('fault-stalled-body~removed') });
      },
      USER_ID,
      TOKEN,
    );
    await suite.page.waitForFunction(() =>
      /Receiving/.test(
        document.querySelector('koodrive-import-report')?.shadowRoot?.querySelector('.loading-phase')
          ?.textContent ?? '',
      ),
    );
    const left = await suite.page.evaluate(async () => {
      const { createClient } = await import(new URL('koodrive-client.js', document.baseURI).href);
      const client = await createClient();
      const during = client.diagnostics();
      const element = /** @type {any} */ (document.querySelector('koodrive-import-report'));
      element.remove();
      const report = await /** @type {any} */ (window).loading;
      const { liveReports, liveViews, liveQueries } = client.diagnostics();
      return {
        during: during.liveQueries,
        report: String(report),
        state: element.state,
        liveReports,
        liveViews,
        liveQueries,
      };
    });
    assert.deepEqual(left, {
      during: 1,
      report: 'undefined',
      state: 'idle',
      liveReports: 0,
      liveViews: 0,
      liveQueries: 0,
    });
  });

  it('holds one report and one view, however often it is loaded, searched and sorted', async () => {
    await put();
    for (let round = 0; round < 3; round += 1) await load(suite.page, MIXED_TASK);
    const live = await suite.page.evaluate(async () => {
      const { createClient } = await import(new URL('koodrive-client.js', document.baseURI).href);
      const client = await createClient();
      const element = /** @type {any} */ (document.querySelector('koodrive-import-report'));
      for (const search of ['a', 'b', 'c', 'd']) {
        element.view = { search, sort: '-userName' };
        await element.updateComplete;
      }
      const during = client.diagnostics();
      element.remove();
      await Promise.resolve();
      const after = client.diagnostics();
      return [during.liveReports, during.liveViews, after.liveReports, after.liveViews];
    });
    assert.deepEqual(live, [1, 1, 0, 0]);
  });

  it('dispatches events that leave shadow trees', async () => {
    await put();
    const told = await suite.page.evaluate(
      async (userId, accessToken) => {
        const element = /** @type {any} */ (document.querySelector('koodrive-import-report'));
        Object.assign(element, { userId, credentials: { accessToken } });
        /** @type {any[]} */
        const events = [];
        for (const name of ['koodrive-progress', 'koodrive-report', 'koodrive-error', 'koodrive-view']) {
          document.addEventListener(name, (event) => {
            const { bubbles, composed, cancelable, detail } = /** @type {CustomEvent} */ (event);
            events.push([name, bubbles, composed, cancelable, Object.keys(detail).join()]);
            if (name === 'koodrive-error') event.preventDefault();
          });
        }
        await element.load('1534087020903704703');
        await element.updateComplete;
        element.shadowRoot.querySelector('.reason').click();
        await element.load('1534087020903704707');
        await element.updateComplete;
        return { events: [...new Set(events.map((event) => event.join(' ')))], state: element.state };
      },
      USER_ID,
      TOKEN,
    );
    assert.deepEqual(told.events.sort(), [
      'koodrive-error true true true taskId,error',
      'koodrive-progress true true false taskId,progress',
      'koodrive-report true true false taskId,report',
      'koodrive-view true true false view',
    ]);
    assert.equal(told.state, 'idle', 'a prevented error is not shown');
  });

  it('follows changes of its attributes, hidden included', async () => {
    await put();
    const seen = await suite.page.$eval('koodrive-import-report', async (element) => {
      const report = /** @type {any} */ (element);
      report.setAttribute('task-id', '7');
      report.setAttribute('user-id', 'u');
      report.setAttribute('language', 'zh-CN');
      report.setAttribute('endpoint', '/x');
      report.setAttribute('wasm-url', '/y');
      report.hidden = true;
      await report.updateComplete;
      return [
        report.taskId,
        report.userId,
        report.language,
        report.endpoint,
        report.wasmUrl,
        getComputedStyle(report).display,
      ];
    });
    assert.deepEqual(seen, ['7', 'u', 'zh-CN', '/x', '/y', 'none']);
    await suite.page.$eval('koodrive-import-report', (element) => {
      element.removeAttribute('endpoint');
      element.removeAttribute('language');
      element.removeAttribute('wasm-url');
      /** @type {any} */ (element).taskId = '1534087020903704703';
      /** @type {HTMLElement} */ (element).hidden = false;
    });
    await suite.page.$eval(
      'koodrive-import-report',
      (element, userId, accessToken) => {
        Object.assign(element, { userId, credentials: { accessToken } });
        void (/** @type {any} */ (element).load());
      },
      USER_ID,
      TOKEN,
    );
    await untilState(suite.page, 'report');
    assert.equal(suite.site.requestsOf('1534087020903704703').at(-1)?.userId, USER_ID);
  });
});
