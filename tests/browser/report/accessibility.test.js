import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { before, describe, it } from 'node:test';
import { askFor, untilState } from '../support/report-page.js';
import {
  MIXED_TASK,
  drawnRows,
  failures,
  fixture,
  inside,
  load,
  open,
  openMenu,
  press,
  reportSuite,
  search,
  settled,
  untilText,
} from '../support/report-suite.js';

/** @typedef {import('../support/report-suite.js').ReportSuite} ReportSuite */

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
    await openMenu(page);
  },
  'nothing found': async ({ page }) => {
    await load(page, MIXED_TASK);
    await search(page, 'nobody');
  },
  'nobody failed': ({ page }) => load(page, '1534087020903704701'),
  'import file': async ({ page }) => {
    await open(page, failures(3));
    await press(page, '.toolbar > .button');
    await untilText(page, '.correction', /./);
    await page.$eval(inside('.correction'), (panel) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['name\nuser 1\nuser 1\nUSER 2\n'], 'users.csv'));
      panel.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    });
    await untilText(page, '.found', /users\.csv/);
    await page.$eval('koodrive-import-report', ({ shadowRoot }) =>
      shadowRoot?.querySelectorAll('.panel-list').forEach((list) => list.setAttribute('open', '')),
    );
  },
  'earlier report': async ({ page }) => {
    await load(page, MIXED_TASK);
    await load(page, '1534087020903704721');
    await press(page, '.compare');
    await untilText(page, '.comparison', /./);
    await press(page, '.comparison .button', 'Compare with the report shown before');
    await press(page, '.changes button');
    await page.$eval(inside('.gone'), (list) => list.setAttribute('open', ''));
  },
  warnings: ({ page }) => load(page, '1534087020903704711'),
  'hostile texts': async ({ page }) => open(page, await fixture('hostile-texts')),
  'no result': ({ page }) => load(page, '1534087020903704705', 'no-result'),
  error: ({ page }) => load(page, '1534087020903704707', 'error'),
  'a field to fill in': async ({ page }) => {
    await page.click('#query button[type=submit]');
    await page.waitForSelector('[aria-invalid=true]');
  },
  'a side panel': async ({ page }) => {
    await page.setViewport({ width: 320, height: 700 });
    await load(page, MIXED_TASK);
    await press(page, 'tbody .select input');
  },
};

describe('the element’s accessibility', () => {
  const suite = reportSuite();
  /** @type {string} */
  let axe;
  before(async () => {
    axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  });

  /** What axe-core finds. @returns {Promise<string[]>} */
  async function violations() {
    return suite.page.evaluate(async () => {
      const { violations: list } = await /** @type {any} */ (window).axe.run(document, {
        resultTypes: ['violations'],
      });
      return list.map(
        (/** @type {any} */ { id, nodes }) =>
          `${id}: ${nodes.map((/** @type {any} */ node) => `${node.target} ${node.failureSummary}`).join(' | ')}`,
      );
    });
  }

  // Words do not change with the theme, nor colours with the language: two runs see all four.
  for (const [state, reach] of Object.entries(STATES)) {
    it(`gives axe-core no violation to report: ${state}, in English and light, in Chinese and dark`, async () => {
      await reach(suite);
      await suite.page.evaluate(axe);
      assert.deepEqual(await violations(), []);
      await suite.page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: 'dark' },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ]);
      await suite.page.select('#language', 'zh-CN');
      await suite.page.waitForFunction(() => document.documentElement.lang === 'zh-CN');
      await settled(suite.page);
      assert.deepEqual(await violations(), []);
    });
  }

  it('names to a screen reader the user and the reason of the row that a check box chooses', async () => {
    await load(suite.page, MIXED_TASK);
    const [, second] = await drawnRows(suite.page);
    const box = await suite.page.$(inside('tr[data-index="1"] input'));
    const { nodes } = await (
      await suite.page.createCDPSession()
    ).send('Accessibility.queryAXTree', { backendNodeId: await box?.backendNodeId() });
    const [{ role, name, description }] = nodes;
    assert.deepEqual(
      [role?.value, name?.value, description?.value],
      ['checkbox', 'Select row 2', `${second.name} ${second.reason}`],
    );
  });

  it('names the scrolling box of the rows otherwise than the region around it and the table in it', async () => {
    await load(suite.page, MIXED_TASK);
    const box = await suite.page.$eval(inside('.table-frame'), (frame) => [
      frame.getAttribute('role'),
      frame.getAttribute('aria-label'),
      frame.hasAttribute('aria-labelledby'),
    ]);
    assert.deepEqual(box, ['group', 'Rows', false]);
  });

  it('announces in one live region what goes on and how it ended', async () => {
    await settled(suite.page);
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

  it('stops animations where the reader prefers reduced motion', async () => {
    const page = suite.page;
    await page.setViewport({ width: 400, height: 700 });
    await page.evaluate(() => {
      Element.prototype.scrollIntoView = (options) => Object.assign(window, { scrolled: options });
    });
    for (const [wish, duration, behavior] of /** @type {const} */ ([
      ['no-preference', '0.12s', 'smooth'],
      ['reduce', '0s', 'auto'],
    ])) {
      await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: wish }]);
      await askFor(page, { taskId: '1215215' });
      await untilState(page, 'report');
      const motion = await page.$eval(inside('.button'), (button) => ({
        duration: getComputedStyle(button).transitionDuration.split(',')[0],
        behavior: /** @type {any} */ (window).scrolled?.behavior,
      }));
      assert.deepEqual(motion, { duration, behavior }, wish);
    }
  });

  it('keeps borders visible in forced colours', async () => {
    await load(suite.page, MIXED_TASK);
    const session = await suite.page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'forced-colors', value: 'active' }],
    });
    await press(suite.page, '.reason');
    assert.equal(
      await suite.page.$eval(inside('.reason.chosen'), (reason) => getComputedStyle(reason).borderTopWidth),
      '2px',
    );
    await press(suite.page, 'tbody .select input');
    const lines = await suite.page.$eval('koodrive-import-report', (element) => {
      const style = (/** @type {string} */ selector) =>
        getComputedStyle(/** @type {Element} */ (element.shadowRoot?.querySelector(selector)));
      return {
        row: style('tr.chosen td').outlineStyle,
        mode: style('.segment[aria-pressed=true]').borderTopWidth,
        bar: style('.bar-share').fill !== style('.bar-ground').fill,
        edge: style('.bar-ground').stroke !== 'none',
        picture: style('.succeeded-part').fill !== style('.summary').backgroundColor,
      };
    });
    assert.deepEqual(lines, { row: 'solid', mode: '2px', bar: true, edge: true, picture: true });
  });
});
