import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { before, describe, it } from 'node:test';
import { askFor, untilState } from '../report-page.js';
import {
  MIXED_TASK,
  fixture,
  inside,
  load,
  open,
  press,
  reportSuite,
  search,
  settled,
  textOf,
  untilText,
} from './report-suite.js';

/** @typedef {import('./report-suite.js').ReportSuite} ReportSuite */

/** Each state of the element. @type {Record<string, (suite: ReportSuite) => Promise<unknown>>} */
const STATES = {
  idle: async () => {},
  loading: async ({ page }) => {
    await load(page, 'fault-stalled-body~axe', 'loading');
    await untilText(page, '.loading-phase', /Receiving|接收/);
  },
  report: ({ page }) => load(page, MIXED_TASK),
  'report in use': async ({ page }) => {
    await load(page, MIXED_TASK);
    await press(page, '.parts');
    await press(page, '.reason');
    await search(page, '138');
    await press(page, 'tbody .select input');
    await press(page, '.segment:last-child');
    await press(page, '.menu summary');
  },
  'nothing found': async ({ page }) => {
    await load(page, MIXED_TASK);
    await search(page, 'nobody');
  },
  'nobody failed': ({ page }) => load(page, '1534087020903704701'),
  warnings: ({ page }) => load(page, '1534087020903704711'),
  'hostile texts': async ({ page }) => open(page, await fixture('hostile-texts')),
  'no result': ({ page }) => load(page, '1534087020903704705', 'no-result'),
  error: ({ page }) => load(page, '1534087020903704707', 'error'),
};

describe('accessibility', () => {
  const suite = reportSuite();
  /** @type {string} */
  let axe;
  before(async () => {
    axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  });

  /**
   * What axe-core finds.
   * @param {object} [options]
   */
  async function violations(options = {}) {
    const found = await suite.page.evaluate(async (settings) => {
      const { violations: list } = await /** @type {any} */ (window).axe.run(document, {
        resultTypes: ['violations'],
        ...settings,
      });
      return list.map(
        (/** @type {any} */ { id, nodes }) =>
          `${id}: ${nodes.map((/** @type {any} */ node) => `${node.target} ${node.failureSummary}`).join(' | ')}`,
      );
    }, options);
    return /** @type {string[]} */ (found);
  }

  for (const locale of ['en-US', 'zh-CN']) {
    for (const [state, reach] of Object.entries(STATES)) {
      it(`leaves axe-core nothing to find: ${state}, ${locale}, light and dark`, async () => {
        if (locale !== 'en-US') {
          await suite.page.select('#language', locale);
          await suite.page.waitForFunction((wanted) => document.documentElement.lang === wanted, {}, locale);
        }
        await reach(suite);
        await suite.page.evaluate(axe);
        assert.deepEqual(await violations(), []);
        await suite.page.emulateMediaFeatures([
          { name: 'prefers-color-scheme', value: 'dark' },
          { name: 'prefers-reduced-motion', value: 'reduce' },
        ]);
        // Colours are all that a theme changes.
        assert.deepEqual(await violations({ runOnly: ['color-contrast'] }), []);
      });
    }
  }

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

  it('lets everything be done by keyboard alone, with the focus in sight', async () => {
    await load(suite.page, MIXED_TASK);
    await suite.page.focus('#access-token');
    const kinds = [];
    for (let steps = 0; steps < 80; steps += 1) {
      await suite.page.keyboard.press('Tab');
      const now = await focused();
      if (!now) break;
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

  it('works through the report without a mouse', async () => {
    await load(suite.page, MIXED_TASK);
    await suite.page.focus(inside('.reason'));
    await suite.page.keyboard.press('Space');
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
    assert.ok(await focused(), 'the focus is not lost with what had it');
    await suite.page.focus(inside('.menu summary'));
    await suite.page.keyboard.press('Enter');
    await suite.page.keyboard.press('Tab');
    assert.match((await focused())?.kind ?? '', /menu-item/);
    await suite.page.keyboard.press('Escape');
    assert.match((await focused())?.kind ?? '', /summary/);
  });

  it('keeps the focus in the element from cancelling to the next try', async () => {
    await load(suite.page, 'fault-stalled-body~focus', 'loading');
    await suite.page.focus(inside('.loading .button'));
    await suite.page.keyboard.press('Enter');
    await untilState(suite.page, 'error');
    await settled(suite.page);
    assert.equal((await focused())?.name, 'Cancelled');
  });

  it('says in one live region what goes on and how it ended', async () => {
    await suite.page.evaluate(() => {
      /** @type {string[]} */
      const said = [];
      Object.assign(window, { said });
      const region = /** @type {Element} */ (
        document.querySelector('koodrive-import-report')?.shadowRoot?.querySelector('[role=status]')
      );
      new MutationObserver(() => said.push(region.textContent?.trim() ?? '')).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
    await askFor(suite.page, { taskId: 'fault-slow-body-300' });
    await untilState(suite.page, 'report');
    await settled(suite.page);
    const said = await suite.page.evaluate(() => /** @type {any} */ (window).said);
    assert.match(
      said.join('\n'),
      /Asking KooDrive …\n(.*\n)*.*Receiving the answer …\n(.*\n)*1 of 2 users were imported, 1 failed\.$/,
    );
    assert.ok(said.length < 8, `it says too much: ${said.join(' / ')}`);
    assert.equal(await suite.page.$$eval(inside('[role=status]'), (regions) => regions.length), 1);
  });

  it('moves less where the reader wants less motion, and keeps its lines in forced colours', async () => {
    await load(suite.page, MIXED_TASK);
    await suite.page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    assert.equal(
      await suite.page.$eval(inside('.button'), (button) => getComputedStyle(button).transitionDuration),
      '0s',
    );
    const session = await suite.page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'forced-colors', value: 'active' }],
    });
    await press(suite.page, '.reason');
    assert.equal(
      await suite.page.$eval(inside('.reason.chosen'), (reason) => getComputedStyle(reason).borderTopWidth),
      '2px',
    );
  });
});
