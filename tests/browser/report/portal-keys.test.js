import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EVERY_BROWSER } from '../support/browsers.js';
import { failures, inside, open, openMenu, press, reportSuite, settled } from '../support/report-suite.js';

const PORTAL = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Portal</title>
<script type="module" src="/koodrive-import-report.js"></script></head>
<body><dialog><koodrive-import-report locale="en-US"></koodrive-import-report></dialog></body></html>`;

for (const browser of EVERY_BROWSER) {
  describe(`the keys of a portal and of the element in it, in ${browser}`, () => {
    const suite = reportSuite({ browser, path: '/portal.html', pages: { '/portal.html': PORTAL } });

    /** Which keys the portal heard of, as shortcuts that it then keeps for itself. */
    const takeShortcuts = () =>
      suite.page.evaluate(() => {
        /** @type {string[]} */
        const taken = [];
        Object.assign(window, { taken });
        for (const type of /** @type {const} */ (['keydown', 'keypress', 'keyup'])) {
          document.addEventListener(type, (event) => {
            const target = /** @type {Element} */ (event.target);
            if (target.matches('input, textarea')) return;
            taken.push(event.key);
            event.preventDefault();
          });
        }
      });

    /** @param {string} selector in the shadow tree */
    const valueOf = (selector) =>
      suite.page.$eval(inside(selector), (box) => /** @type {HTMLInputElement} */ (box).value);

    const showDialog = async () => {
      await suite.page.$eval('dialog', (dialog) => dialog.showModal());
      await open(suite.page, failures(2000));
    };

    const isOpen = () =>
      suite.page.evaluate(() => {
        const dialog = /** @type {HTMLDialogElement} */ (document.querySelector('dialog'));
        const root = dialog.querySelector('koodrive-import-report')?.shadowRoot;
        return { dialog: dialog.open, menu: root?.querySelector('details')?.open };
      });

    it('close the open menu with Escape and leave the modal dialog around it, which the next Escape closes', async () => {
      await showDialog();
      await openMenu(suite.page);
      assert.deepEqual(await isOpen(), { dialog: true, menu: true });
      await suite.page.keyboard.press('Escape');
      assert.deepEqual(await isOpen(), { dialog: true, menu: false });
      await suite.page.keyboard.press('Escape');
      await suite.page.waitForFunction(() => !document.querySelector('dialog')?.open, { timeout: 5_000 });
    });

    it('do not swallow what is typed into the boxes of the element', async () => {
      await showDialog();
      await takeShortcuts();
      await press(suite.page, '.segment', 'Pages');
      await suite.page.$eval(inside('.pager input'), (box) => /** @type {HTMLInputElement} */ (box).select());
      await suite.page.type(inside('.pager input'), '3');
      await settled(suite.page);
      assert.equal(await valueOf('.pager input'), '3');
      await suite.page.type(inside('.search'), 'user 12/?');
      await suite.page.keyboard.press('ArrowLeft');
      await suite.page.keyboard.press('Backspace');
      assert.equal(await valueOf('.search'), 'user 12?');
      assert.deepEqual(await suite.page.evaluate(() => /** @type {any} */ (window).taken), []);
    });

    it('reach the portal from the boxes where they type nothing, and from the rest of the element', async () => {
      await showDialog();
      await takeShortcuts();
      await suite.page.focus(inside('.search'));
      await suite.page.keyboard.down('Control');
      await suite.page.keyboard.press('KeyK');
      await suite.page.keyboard.up('Control');
      await suite.page.focus(inside('.menu summary'));
      await suite.page.keyboard.press('KeyJ');
      const taken = await suite.page.evaluate(() => /** @type {any} */ (window).taken);
      assert.deepEqual([...new Set(taken)], ['Control', 'k', 'j']);
    });
  });
}
