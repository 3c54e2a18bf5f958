import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  drawnRows,
  inside,
  load,
  press,
  reportSuite,
  search,
  settled,
  textOf,
} from '../support/report-suite.js';

describe('the element in a side panel of 320 px', () => {
  const suite = reportSuite({ sharesPage: true, viewport: { width: 320, height: 700 } });

  it('shows in each row number, name and reason, the reason as wide as there is room', async () => {
    await load(suite.page, '1534087020903704703');
    const row = await suite.page.$eval(inside('tbody tr'), (node) => {
      const box = (/** @type {string} */ selector) => {
        const { left, right, top, width } = /** @type {Element} */ (
          node.querySelector(selector)
        ).getBoundingClientRect();
        return { left, right, top, width };
      };
      return {
        row: box('.select').left,
        number: box('.position'),
        name: box('.userName'),
        reason: box('.desc'),
        isWide: document.documentElement.scrollWidth > innerWidth,
      };
    });
    assert.ok(
      row.number.width > 0 && row.number.right <= row.name.left + 1,
      'the number stands before the name',
    );
    assert.ok(row.reason.top > row.name.top, 'the reason stands below');
    assert.ok(row.reason.width > 230, `${row.reason.width} px`);
    assert.equal(row.isWide, false);
  });

  it('can still sort, search, select and scroll to the end', async () => {
    await load(suite.page, 'rows-1000');
    for (const [column, first] of /** @type {const} */ ([
      ['No.', '1000'],
      ['User name', '1'],
      ['Reason', undefined],
    ])) {
      await press(suite.page, '.sort', column);
      const [row] = await drawnRows(suite.page);
      if (first) assert.equal(row.position.replace(',', ''), first);
    }
    await search(suite.page, 'user000000');
    await press(suite.page, 'tbody .select input');
    assert.match(await textOf(suite.page, '.selection'), /^1 row selected/);
    await search(suite.page, '');
    await press(suite.page, '.sort', 'Reason');
    await press(suite.page, '.sort', 'Reason');
    await suite.page.focus(inside('.table-frame'));
    await suite.page.keyboard.press('End');
    await suite.page.waitForFunction(() =>
      document.querySelector('koodrive-import-report')?.shadowRoot?.querySelector('tr[data-index="999"]'),
    );
    await settled(suite.page);
    assert.equal((await drawnRows(suite.page)).at(-1)?.position, '1,000');
  });

  it('keeps the roles of a table for screen readers', async () => {
    await load(suite.page, '1215215');
    const table = await suite.page.$(inside('table'));
    const { nodes } = await (
      await suite.page.createCDPSession()
    ).send('Accessibility.queryAXTree', { backendNodeId: await table?.backendNodeId() });
    const count = (/** @type {string} */ wanted) => nodes.filter(({ role }) => role?.value === wanted).length;
    assert.deepEqual(
      ['table', 'row', 'columnheader', 'rowheader', 'cell'].map(count),
      [1, 2, 4, 1, 3],
      JSON.stringify(nodes.map(({ role }) => role?.value)),
    );
  });
});
