import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EVERY_BROWSER } from '../support/browsers.js';
import { failures, inside, open, press, reportSuite, textsOf, untilText } from '../support/report-suite.js';

for (const browser of EVERY_BROWSER) {
  describe(`the search box in ${browser}`, () => {
    const suite = reportSuite({ browser, sharesPage: true });

    /**
     * What the box holds, after a text was put there as pasting does.
     * @param {string} text
     */
    const put = (text) =>
      suite.page.$eval(
        inside('.search'),
        (box, value) => {
          /** @type {HTMLInputElement} */ (box).value = value;
          box.dispatchEvent(new InputEvent('input'));
        },
        text,
      );
    const held = () =>
      suite.page.$eval(inside('.search'), (box) => /** @type {HTMLInputElement} */ (box).value);
    const untilFiltered = () => untilText(suite.page, '.shown-count', /^\d of 10 rows/);

    for (const [title, before, after] of [
      ['a blank before it', ' ', ''],
      ['the tab of a spreadsheet’s cell', '', '\t'],
      ['a no-break space, an ideographic space and zero-width characters', '\u00a0\u200b', '\ufeff\u3000'],
    ]) {
      it(`finds and marks what a name finds: with ${title}`, async () => {
        await open(
          suite.page,
          failures(10, (n) => ({ userName: n === 4 ? 'wei.zhang' : `user ${n}`, desc: 'r' })),
        );
        await put(`${before}wei.zhang${after}`);
        await untilText(suite.page, '.shown-count', /^1 of 10 rows/);
        assert.deepEqual(await textsOf(suite.page, 'mark'), ['wei.zhang']);
        assert.equal(await held(), `${before}wei.zhang${after}`, 'what was typed stays in the box');
        assert.deepEqual(
          await suite.page.$eval('koodrive-import-report', (element) => /** @type {any} */ (element).view),
          { search: 'wei.zhang' },
        );
      });
    }

    it('keeps what was typed when something else changes before the search begins', async () => {
      await open(suite.page, failures(10));
      await suite.page.$eval('koodrive-import-report', (element) => {
        const root = /** @type {ShadowRoot} */ (element.shadowRoot);
        const box = /** @type {HTMLInputElement} */ (root.querySelector('.search'));
        box.value = 'user 3';
        box.dispatchEvent(new InputEvent('input'));
        /** @type {HTMLElement} */ (root.querySelector('.userName .sort')).click();
      });
      await untilFiltered();
      assert.equal(await held(), 'user 3');
    });

    it('is left alone while a word is composed with an input method, and searches for it afterwards', async () => {
      await open(
        suite.page,
        failures(10, (n) => ({ userName: n === 4 ? '王伟' : `user ${n}`, desc: 'r' })),
      );
      await suite.page.focus(inside('.search'));
      await suite.page.type(inside('.search'), 'u');
      await suite.page.$eval(inside('.search'), (box) => {
        box.dispatchEvent(new CompositionEvent('compositionstart'));
        /** @type {HTMLInputElement} */ (box).value = 'uwang';
        box.dispatchEvent(new InputEvent('input', { isComposing: true }));
      });
      // Everything that draws the element again: the search for what was typed before, a portal, a width, a selection.
      await untilText(suite.page, '[role=status]', /^9 of 10 rows/);
      assert.equal(await held(), 'uwang', 'after the search for what was typed before');
      await suite.page.$eval('koodrive-import-report', (element) => {
        /** @type {any} */ (element).locale = 'zh-CN';
      });
      await suite.page.setViewport({ width: 800, height: 700 });
      await suite.page.$eval(inside('tbody input'), (box) => /** @type {HTMLElement} */ (box).click());
      await untilText(suite.page, '.selection', /1/);
      assert.equal(await held(), 'uwang', 'after it was drawn again');
      await suite.page.$eval(inside('.search'), (box) => {
        /** @type {HTMLInputElement} */ (box).value = '王伟';
        box.dispatchEvent(new InputEvent('input', { isComposing: true }));
        box.dispatchEvent(new CompositionEvent('compositionend', { data: '王伟' }));
      });
      await untilText(suite.page, '.shown-count', /1/);
      await untilText(suite.page, 'mark', /^王伟$/);
      assert.equal(await held(), '王伟');
    });

    it('leaves a page number alone while it is typed', async () => {
      await open(suite.page, failures(250));
      await press(suite.page, '.segment', 'Pages');
      await suite.page.$eval(inside('.pager input'), (box) => /** @type {HTMLInputElement} */ (box).select());
      await suite.page.type(inside('.pager input'), '3');
      await suite.page.$eval(inside('tbody input'), (box) => /** @type {HTMLElement} */ (box).click());
      await untilText(suite.page, '.selection', /^\s*1 row selected/);
      const number = () =>
        suite.page.$eval(inside('.pager input'), (box) => /** @type {HTMLInputElement} */ (box).value);
      assert.equal(await number(), '3');
      await suite.page.focus(inside('.pager input'));
      await suite.page.keyboard.press('Enter');
      await untilText(suite.page, '.pages', /Rows 201 to 250 of 250/);
      assert.equal(await number(), '3');
    });
  });
}
