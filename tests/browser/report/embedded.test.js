import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { securityHeaders } from '../../../web/dev/security-headers.js';
import { EVERY_BROWSER } from '../support/browsers.js';
import { USER_ID } from '../support/report-page.js';
import { MIXED_TASK, failures, inside, open, reportSuite, settled, textOf } from '../support/report-suite.js';
import { TOKEN } from '../support/witness.js';

/** @typedef {import('../../../web/report/koodrive-import-report.js').KooDriveImportReport} KooDriveImportReport */

const { 'Content-Security-Policy': policy } = securityHeaders();
const HEAD = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Portal</title>';
/** A portal that has the tag before the module. */
const BEFORE = `${HEAD}</head><body><koodrive-import-report user-id="of the markup"></koodrive-import-report></body></html>`;
const PORTAL = `${HEAD}<script type="module" src="/koodrive-import-report.js"></script></head>
<body><div id="place"><koodrive-import-report locale="en-US"></koodrive-import-report></div><iframe src="/inner.html" width="900" height="700"></iframe></body></html>`;
const INNER = `${HEAD}</head><body></body></html>`;

for (const browser of EVERY_BROWSER) {
  describe(`an element that a portal prepares, scales or moves, in ${browser}`, () => {
    const suite = reportSuite({
      browser,
      path: '/portal.html',
      pages: { '/before.html': BEFORE, '/portal.html': PORTAL, '/inner.html': INNER },
      pageHeaders: { 'Content-Security-Policy': `${policy}; frame-src 'self'` },
    });

    it('has every property that was set before its module was loaded', async () => {
      await suite.page.goto(`${suite.site.origin}/before.html`);
      const left = await suite.page.evaluate(async () => {
        const element = /** @type {any} */ (document.querySelector('koodrive-import-report'));
        const early = {
          endpoint: '/early',
          taskId: '7',
          userId: 'early',
          language: 'en-GB',
          locale: 'zh-CN',
          wasmUrl: '/early.wasm',
          credentials: { accessToken: () => '' },
          client: {},
          view: { search: 'wei' },
          tasks: [{ taskId: '7' }],
        };
        Object.assign(element, early);
        await import(new URL('koodrive-import-report.js', document.baseURI).href);
        /** @type {string[]} */
        const settable = [];
        for (let type = element.constructor; type !== HTMLElement; type = Object.getPrototypeOf(type)) {
          for (const [name, { set }] of Object.entries(Object.getOwnPropertyDescriptors(type.prototype)))
            if (set && !name.startsWith('_')) settable.push(name);
        }
        const same = settable.filter(
          (name) =>
            JSON.stringify(element[name]) === JSON.stringify(/** @type {any} */ (early)[name]) &&
            !Object.hasOwn(element, name),
        );
        return { settable: settable.sort(), same: same.sort(), early: Object.keys(early).sort() };
      });
      assert.deepEqual(left.same, left.early);
      assert.deepEqual(left.settable, left.early, 'no other property can be set');
    });

    for (const locale of ['en-US', 'zh-CN']) {
      it(`loads at once with what was set before its module, in ${locale}`, async () => {
        await suite.page.goto(`${suite.site.origin}/before.html`);
        const shown = await suite.page.evaluate(
          async (values, taskId) => {
            const element = /** @type {any} */ (document.querySelector('koodrive-import-report'));
            Object.assign(element, values, { view: { search: 'wei' } });
            await import(new URL('koodrive-import-report.js', document.baseURI).href);
            await element.load(taskId);
            await element.updateComplete;
            return [element.state, element.view.search, element.shadowRoot.querySelector('.search')?.value];
          },
          { locale, userId: USER_ID, credentials: { accessToken: TOKEN } },
          MIXED_TASK,
        );
        assert.deepEqual(shown, ['report', 'wei', 'wei']);
        assert.equal(suite.site.requestsOf(MIXED_TASK).at(-1)?.userId, USER_ID);
      });
    }

    it('prefers a value that is set after its module was loaded', async () => {
      await suite.page.goto(`${suite.site.origin}/before.html`);
      const values = await suite.page.evaluate(async () => {
        const element = /** @type {any} */ (document.querySelector('koodrive-import-report'));
        Object.assign(element, { locale: 'zh-CN', userId: 'early', view: { search: 'early' } });
        await import(new URL('koodrive-import-report.js', document.baseURI).href);
        Object.assign(element, { userId: 'late', view: { search: 'late' } });
        await element.updateComplete;
        return [element.userId, element.view.search];
      });
      assert.deepEqual(values, ['late', 'late']);
    });

    it('shows with its styles what was loaded before it was put into the page', async () => {
      const display = await suite.page.evaluate(
        async (file) => {
          const element = /** @type {any} */ (document.createElement('koodrive-import-report'));
          await element.open(new Blob([file]));
          document.body.append(element);
          await element.updateComplete;
          return getComputedStyle(element.shadowRoot.querySelector('.report')).display;
        },
        JSON.stringify({ code: 0, data: failures(3) }),
      );
      assert.equal(display, 'grid');
    });

    it('is as wide as its content needs in a dialog, and overflows no narrow row', async () => {
      const { page } = suite;
      const widths = await page.evaluate(async () => {
        const element = /** @type {any} */ (document.querySelector('koodrive-import-report'));
        await element.updateComplete;
        const dialog = document.createElement('dialog');
        document.body.append(dialog);
        dialog.append(element);
        dialog.showModal();
        const inDialog = element.getBoundingClientRect().width;
        dialog.close();
        const [row, part] = [document.createElement('div'), document.createElement('div')];
        row.style.cssText = 'display: flex; inline-size: 300px; white-space: nowrap';
        document.body.append(row);
        row.append(part);
        part.append(element);
        return { inDialog: Math.round(inDialog / 10) * 10, inRow: element.getBoundingClientRect().width };
      });
      assert.deepEqual(widths, { inDialog: 960, inRow: 300 });
    });

    it('scrolls the same rows under a transform as without one', async () => {
      const { page } = suite;
      const rowsAt = async (/** @type {number} */ top) => {
        await page.$eval(inside('.table-frame'), (frame, to) => (frame.scrollTop = to), top);
        await page.evaluate(
          () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
        );
        await settled(page);
        return page.$eval('koodrive-import-report', (element) => {
          const rows = [...(element.shadowRoot?.querySelectorAll('tbody tr') ?? [])];
          const extent = /** @type {HTMLElement} */ (element.shadowRoot?.querySelector('.extent'));
          return [extent.offsetHeight, Number(rows[0].getAttribute('data-index')), rows.length];
        });
      };
      const table = failures(2000);
      await open(page, table);
      const plain = [await rowsAt(10_000), await rowsAt(10_000_000)];
      await page.evaluate(() => (document.body.style.transform = 'scale(.5)'));
      await open(page, table);
      assert.deepEqual([await rowsAt(10_000), await rowsAt(10_000_000)], plain);
    });

    it('keeps its styles, printing and menus in the document of a frame that it is moved to, and back', async () => {
      const { page } = suite;
      await open(page, failures(300));
      const before = await page.evaluate(look);
      assert.notEqual(before.border, '0px');
      await page.evaluate(move, true);
      const inFrame = await page.evaluate(look);
      assert.deepEqual(inFrame, { ...before, width: inFrame.width });
      assert.deepEqual(await page.evaluate(print), { printed: 300, after: true });
      assert.deepEqual(await page.evaluate(openFileOfFrame), ['report', 'of the frame.json']);
      await page.evaluate(move, false);
      assert.deepEqual(await page.evaluate(look), before);
      assert.equal(await textOf(page, '.shown-count'), '40 of 40 rows');
    });
  });
}

/** Runs in the page: moves the element into the frame, or back. @param {boolean} isInward */
async function move(isInward) {
  const inner = /** @type {Document} */ (document.querySelector('iframe')?.contentDocument);
  const [from, to] = isInward ? [document, inner.body] : [inner, document.querySelector('#place')];
  const element = /** @type {any} */ (from.querySelector('koodrive-import-report'));
  to?.append(element);
  for (let frame = 0; frame < 3; frame += 1) {
    await new Promise((resolve) => setTimeout(resolve, 30));
    await element.updateComplete;
  }
}

/** Runs in the page: how the element looks, wherever it is. */
function look() {
  const inner = document.querySelector('iframe')?.contentDocument;
  const element =
    document.querySelector('koodrive-import-report') ?? inner?.querySelector('koodrive-import-report');
  const root = /** @type {ShadowRoot} */ (element?.shadowRoot);
  const view = /** @type {Window} */ (element?.ownerDocument.defaultView);
  const of = (/** @type {string} */ selector) =>
    view.getComputedStyle(/** @type {Element} */ (root.querySelector(selector)));
  return {
    border: of('.summary').borderTopWidth,
    font: of('h2').fontSize,
    text: of('tbody td').fontSize,
    position: of('thead th').position,
    width: of('.frame').width,
    isDrawn: root.querySelectorAll('tbody tr').length > 10,
  };
}

/** Runs in the page: opens a file that the frame's own code made, of as many rows as fill the table. */
async function openFileOfFrame() {
  const { contentDocument, contentWindow } = /** @type {HTMLIFrameElement} */ (
    document.querySelector('iframe')
  );
  const { File } = /** @type {Window & typeof globalThis} */ (contentWindow);
  const element = /** @type {any} */ (contentDocument?.querySelector('koodrive-import-report'));
  const failInfoList = Array.from({ length: 40 }, (_, n) => ({
    userName: `user ${n}`,
    desc: 'The email address is not valid',
  }));
  const answer = { code: 0, data: { successCount: 0, failCount: 40, failInfoList } };
  await element.open(new File([JSON.stringify(answer)], 'of the frame.json'));
  await element.updateComplete;
  return [element.state, element.shadowRoot.querySelector('.facts dd bdi').textContent];
}

/** Runs in the page: what the frame's document would print, and whether its menu prints that document and closes. */
async function print() {
  const { contentDocument, contentWindow } = /** @type {HTMLIFrameElement} */ (
    document.querySelector('iframe')
  );
  const view = /** @type {Window & typeof globalThis} */ (contentWindow);
  const element = /** @type {any} */ (contentDocument?.querySelector('koodrive-import-report'));
  const root = /** @type {ShadowRoot} */ (element.shadowRoot);
  view.dispatchEvent(new Event('beforeprint'));
  const printed = root.querySelectorAll('tbody tr').length;
  view.dispatchEvent(new Event('afterprint'));
  let isFrames = false;
  view.print = () => (isFrames = true);
  window.print = () => {};
  /** @type {HTMLElement} */ (root.querySelector('.menu summary')).click();
  while (!root.querySelector('.menu-item')) await new Promise((resolve) => setTimeout(resolve, 30));
  const items = [...root.querySelectorAll('.menu-item')];
  /** @type {HTMLElement} */ (items.at(-1)).click();
  await element.updateComplete;
  return { printed, after: isFrames && root.querySelectorAll('tbody tr').length < 100 };
}
