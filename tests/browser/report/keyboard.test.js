import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EVERY_BROWSER } from '../support/browsers.js';
import { untilState } from '../support/report-page.js';
import {
  MIXED_TASK,
  chord,
  failures,
  inside,
  load,
  open,
  press,
  reportSuite,
  settled,
  textOf,
  untilText,
} from '../support/report-suite.js';

for (const browser of EVERY_BROWSER) {
  describe(`the keyboard in ${browser}`, () => {
    const suite = reportSuite({ browser });

    /** Whether Tab went on from the last control to the first, as it does where the window has none of its own. */
    const isRound = () =>
      suite.page.$eval('#access-token', (field) =>
        Boolean(
          document.activeElement &&
          field.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_PRECEDING,
        ),
      );

    /** What has the focus, and whether that can be seen. */
    const focused = () =>
      suite.page.evaluate(() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        if (!element || element === document.body) return undefined;
        // The page's file picker is seen by its label.
        if (element.matches('.visually-hidden')) element = /** @type {Element} */ (element.closest('label'));
        const style = getComputedStyle(element);
        const box = element.getBoundingClientRect();
        const root = /** @type {Document | ShadowRoot} */ (element.getRootNode());
        const top = root.elementFromPoint(
          box.left + box.width / 2,
          Math.min(box.top + box.height / 2, innerHeight - 1),
        );
        return {
          name:
            element.getAttribute('aria-label') ??
            element.textContent?.replace(/\s+/g, ' ').trim().slice(0, 40) ??
            '',
          kind: `${element.localName}.${element.className}`,
          isMarked: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
          isUncovered: Boolean(top && (element.contains(top) || top.contains(element))),
          isLargeEnough:
            Math.max(box.height, element.closest('label')?.getBoundingClientRect().height ?? 0) >= 24,
        };
      });

    it('reaches every control, with a visible focus', async () => {
      await load(suite.page, MIXED_TASK);
      await suite.page.focus('#access-token');
      const kinds = [];
      for (let steps = 0; steps < 80; steps += 1) {
        await suite.page.keyboard.press('Tab');
        const now = await focused();
        if (!now || (await isRound())) break;
        kinds.push(now.kind);
        assert.ok(now.isMarked, `no outline: ${now.kind} ${now.name}`);
        assert.ok(now.isUncovered, `covered: ${now.kind} ${now.name}`);
        assert.ok(now.isLargeEnough, `too small: ${now.kind} ${now.name}`);
        assert.ok(now.name, `nameless: ${now.kind}`);
      }
      for (const kind of [
        'button.button icon',
        'button.reason ',
        'button.link parts',
        'input.input search',
        'button.segment',
        'summary.button',
        'div.table-frame scrolling',
        'button.sort',
        'input.',
      ]) {
        assert.ok(kinds.includes(kind), `${kind} is not reached: ${kinds.join(', ')}`);
      }
      assert.ok(kinds.filter((kind) => kind === 'input.').length <= 2, 'the rows are one stop');
    });

    it('keeps its focus while filtering, changing the mode and using the export menu', async () => {
      await load(suite.page, MIXED_TASK);
      await suite.page.focus(inside('.reason'));
      await suite.page.keyboard.press(' ');
      await settled(suite.page);
      assert.equal(await textOf(suite.page, '.shown-count'), '62 of 250 rows');
      assert.match((await focused())?.kind ?? '', /reason/, 'the focus stays');
      await suite.page.focus(inside('.segment:last-child'));
      await suite.page.keyboard.press('Enter');
      await settled(suite.page);
      assert.match((await focused())?.kind ?? '', /segment/);
      await suite.page.focus(inside('.chip'));
      await suite.page.keyboard.press('Enter');
      await settled(suite.page);
      const next = await focused();
      assert.equal(next?.name, 'Who failed', 'the focus is not lost with what had it');
      assert.ok(next?.isUncovered);
      await suite.page.focus(inside('.menu summary'));
      await suite.page.keyboard.press('Enter');
      await suite.page.keyboard.press('Tab');
      assert.match((await focused())?.kind ?? '', /menu-item/);
      await suite.page.keyboard.press('Escape');
      assert.match((await focused())?.kind ?? '', /summary/);
    });

    it('gets from the button of the export menu to its first entry with the next key', async () => {
      await load(suite.page, MIXED_TASK);
      // The last file of what the menu offers.
      await suite.page.waitForFunction(() =>
        performance.getEntriesByType('resource').some(({ name }) => name.endsWith('koodrive-file-panel.js')),
      );
      await settled(suite.page);
      await suite.page.focus(inside('.menu summary'));
      await suite.page.keyboard.press('Enter');
      await suite.page.keyboard.press('Tab');
      assert.match((await focused())?.kind ?? '', /menu-item/);
    });

    it('keeps its focus in the element from cancelling a query to the next try', async () => {
      await load(suite.page, 'fault-stalled-body~focus', 'loading');
      await suite.page.focus(inside('.loading .button'));
      await suite.page.keyboard.press('Enter');
      await untilState(suite.page, 'error');
      await settled(suite.page);
      assert.equal((await focused())?.name, 'Cancelled');
    });

    it('gets its focus moved to the title of the report when the loading panel had it', async () => {
      await load(suite.page, 'fault-slow-body-600', 'loading');
      await suite.page.focus(inside('.loading .button'));
      await untilState(suite.page, 'report');
      await settled(suite.page);
      assert.equal((await focused())?.name, 'Import report');
    });

    it('moves with Tab from the rows to the actions for selected rows', async () => {
      await open(suite.page, failures(300));
      await suite.page.focus(inside('tbody input'));
      await suite.page.keyboard.press(' ');
      await suite.page.keyboard.press('Tab');
      assert.equal((await focused())?.name, 'Copy rows');
      await suite.page.keyboard.press('Enter');
      await untilText(suite.page, '[role=status]', /^1 row copied\./);
    });

    it('keeps the focused row visible in a small window', async () => {
      await suite.page.setViewport({ width: 1280, height: 420 });
      await open(suite.page, failures(300));
      await suite.page.$eval(inside('.toolbar'), (toolbar) => toolbar.scrollIntoView({ block: 'end' }));
      await suite.page.$eval(inside('tbody input'), (box) =>
        /** @type {HTMLElement} */ (box).focus({ preventScroll: true }),
      );
      for (const key of /** @type {const} */ (['End', ' ', 'Home', 'PageDown', 'PageDown'])) {
        await suite.page.keyboard.press(key);
        await settled(suite.page);
        assert.ok((await focused())?.isUncovered, key);
      }
    });

    it('turns pages, each with its first row visible', async () => {
      await open(suite.page, failures(250));
      await press(suite.page, '.segment', 'Pages');
      const next = inside('.pager button[aria-label="Next page"]');
      await suite.page.$eval(inside('tbody tr:last-child'), (row) => row.scrollIntoView({ block: 'end' }));
      await suite.page.focus(next);
      for (const [row, name] of /** @type {const} */ ([
        [100, 'user 101'],
        [200, 'user 201'],
      ])) {
        await suite.page.keyboard.press('Enter');
        await settled(suite.page);
        const seen = await suite.page.$eval(inside(`tr[data-index="${row}"] .userName bdi`), (text) => {
          const { left, top, height } = text.getBoundingClientRect();
          const root = /** @type {ShadowRoot} */ (text.getRootNode());
          return root.elementFromPoint(left + 2, top + height / 2)?.textContent;
        });
        assert.equal(seen, name);
        assert.deepEqual([(await focused())?.name, (await focused())?.isUncovered], ['Next page', true]);
      }
      await suite.page.focus(inside('tr[data-index="249"] input'));
      assert.ok((await focused())?.isUncovered, 'the bar below the rows hides none that has the focus');
      await chord(suite.page, 'Control', 'KeyA');
      assert.match(await textOf(suite.page, '.selection'), /^250 rows selected/);
    });
  });
}
