import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  chord,
  drawnRows,
  failures,
  fixture,
  inside,
  load,
  open,
  pasted,
  press,
  reportSuite,
  settled,
  textOf,
  untilText,
} from '../support/report-suite.js';

describe('the list of failures', () => {
  const suite = reportSuite({ sharesPage: true });

  /** @param {number} index place in the list */
  const focusRow = (index) => suite.page.focus(inside(`tr[data-index="${index}"] input`));

  /** The place of the row that the keyboard is on. */
  const focusedRow = () =>
    suite.page.$eval('koodrive-import-report', (element) =>
      Number(element.shadowRoot?.activeElement?.closest('tr')?.getAttribute('data-index')),
    );

  describe('the table', () => {
    it('is a native table that states its full row count and each row’s place', async () => {
      await load(suite.page, 'rows-1000');
      const table = await suite.page.$eval(inside('table'), (node) => ({
        role: node.getAttribute('role'),
        rowcount: node.getAttribute('aria-rowcount'),
        headers: [...node.querySelectorAll('thead th')].map((cell) => cell.getAttribute('scope')),
        rowHeaders: node.querySelectorAll('tbody tr > th[scope=row]').length,
        rows: node.querySelectorAll('tbody tr').length,
      }));
      assert.deepEqual([table.role, table.rowcount], [null, '1001']);
      assert.deepEqual(table.headers, ['col', 'col', 'col', 'col']);
      assert.equal(table.rowHeaders, table.rows);
      assert.ok(table.rows < 100, `${table.rows} rows are drawn`);
      const rows = await drawnRows(suite.page);
      rows.forEach(({ index, position }, at) => assert.deepEqual([index, position], [at + 2, `${at + 1}`]));
    });

    it('draws the rows in sight while it is scrolled, under a fixed header', async () => {
      await load(suite.page, 'rows-1000');
      const frame = /** @type {import('puppeteer-core').ElementHandle} */ (
        await suite.page.$(inside('.table-frame'))
      );
      await frame.evaluate((node) => node.scrollIntoView({ block: 'center' }));
      const headerTop = () =>
        frame.evaluate(
          (node) =>
            (node.querySelector('thead')?.getBoundingClientRect().top ?? 0) -
            node.getBoundingClientRect().top,
        );
      const before = await headerTop();
      await frame.hover();
      await suite.page.mouse.wheel({ deltaY: 5000 });
      await suite.page.waitForFunction(
        (node) => Number(node?.querySelector('tbody tr')?.getAttribute('data-index')) > 50,
        {},
        frame,
      );
      await settled(suite.page);
      assert.equal(await headerTop(), before);
      const covered = await frame.evaluate((node) => {
        const box = node.getBoundingClientRect();
        const tops = [...node.querySelectorAll('tbody tr')].map((row) => row.getBoundingClientRect());
        return tops[0].top <= box.top + 40 && (tops.at(-1)?.bottom ?? 0) >= box.bottom - 20;
      });
      assert.ok(covered, 'rows fill the frame');
      const rows = await drawnRows(suite.page);
      for (const { index, position } of rows) assert.equal(Number(position), index - 1);
    });

    it('does not jump when rows turn out to have other heights than estimated', async () => {
      await open(
        suite.page,
        failures(400, (n) => ({
          userName: `user ${n}`,
          desc: n % 3 ? 'short' : 'a much longer reason '.repeat(12),
        })),
      );
      await suite.page.$eval(inside('.table-frame'), (node) => (node.scrollTop = 3000));
      await settled(suite.page);
      const topRow = () =>
        suite.page.$eval(inside('.table-frame'), (node) => {
          const edge = /** @type {HTMLElement} */ (node.querySelector('thead')).getBoundingClientRect()
            .bottom;
          const rows = [...node.querySelectorAll('tbody tr')];
          return rows
            .find((row) => row.getBoundingClientRect().bottom > edge + 1)
            ?.getAttribute('data-index');
        });
      const first = await topRow();
      await settled(suite.page);
      assert.equal(await topRow(), first);
      await suite.page.$eval(inside('.table-frame'), (node) => (node.scrollTop = node.scrollHeight));
      await suite.page.waitForFunction(() =>
        document.querySelector('koodrive-import-report')?.shadowRoot?.querySelector('tr[data-index="399"]'),
      );
      await settled(suite.page);
      const isWhole = await suite.page.$eval(
        inside('tr[data-index="399"]'),
        (row) =>
          row.getBoundingClientRect().bottom <=
          /** @type {Element} */ (row.closest('.table-frame')).getBoundingClientRect().bottom + 1,
      );
      assert.ok(isWhole, 'the last row is wholly visible');
    });

    it('shows long names and reasons in full after one step, and isolates the direction of each', async () => {
      const name = 'very-long-name-'.repeat(40);
      await open(suite.page, {
        successCount: 0,
        failCount: 2,
        failInfoList: [
          { userName: name, desc: 'مرحبا (1)' },
          { userName: 'b', desc: 'c' },
        ],
      });
      assert.equal(
        await suite.page.$eval(inside('.userName .long'), (node) => node.scrollHeight > node.clientHeight),
        true,
      );
      assert.match(await textOf(suite.page, '.userName .link'), /^Show all 600 characters$/);
      await press(suite.page, '.userName .link');
      assert.equal(
        await suite.page.$eval(inside('.userName .long'), (node) => node.scrollHeight > node.clientHeight),
        false,
      );
      assert.equal(await textOf(suite.page, '.userName bdi'), name);
      await press(suite.page, '.userName .link', 'Show less');
      assert.equal(
        await suite.page.$eval(inside('.userName .long'), (node) => node.scrollHeight > node.clientHeight),
        true,
      );
      const directions = await suite.page.$$eval(inside('td.desc bdi'), (nodes) =>
        nodes.map((node) => getComputedStyle(node).direction),
      );
      assert.deepEqual(directions, ['rtl', 'ltr']);
    });

    it('shows an absent value and an empty one differently', async () => {
      await open(suite.page, await fixture('absent-and-null-texts'));
      const rows = await drawnRows(suite.page);
      assert.deepEqual(
        rows.map(({ name, reason }) => [name, reason]),
        [
          ['no.reason', '—not given'],
          ['—not given', 'No name is given.'],
          ['null.reason', '—not given'],
          ['—not given', '—not given'],
          ['empty', 'empty'],
        ],
      );
    });
  });

  describe('selecting rows', () => {
    it('works by mouse, with Shift for a range, and copies the rows for a spreadsheet', async () => {
      await open(
        suite.page,
        failures(30, (n) => ({
          userName: n === 3 ? '=1+1' : `user ${n}`,
          ...(n === 4 ? {} : { desc: `reason\t${n}` }),
        })),
      );
      await suite.page.$eval(inside('.table-frame'), (frame) => frame.scrollIntoView());
      await press(suite.page, 'tr[data-index="1"] .select input');
      await suite.page.keyboard.down('Shift');
      await press(suite.page, 'tr[data-index="4"] .select input');
      await suite.page.keyboard.up('Shift');
      assert.match(await textOf(suite.page, '.selection'), /^4 rows selected/);
      assert.match(await textOf(suite.page, '[role=status]'), /^4 rows selected/);
      await press(suite.page, '.selection .button');
      await untilText(suite.page, '[role=status]', /^4 rows copied\./);
      assert.equal(
        (await suite.page.$eval(inside('.notice'), (node) => node.textContent))?.trim(),
        '4 rows copied.',
      );
      const text = await pasted(suite.page);
      assert.equal(text.trimEnd(), "user 2\treason 2\n'=1+1\treason 3\nuser 4\t\nuser 5\treason 5");
      await press(suite.page, '.selection .link');
      assert.equal(await suite.page.$(inside('.selection')), null);
    });

    it('works by keyboard: one stop for Tab, arrows, Shift, Ctrl+A and Ctrl+C', async () => {
      await open(suite.page, failures(300));
      assert.deepEqual(
        await suite.page.$$eval(
          inside('tbody input'),
          (boxes) => boxes.filter((box) => /** @type {HTMLElement} */ (box).tabIndex === 0).length,
        ),
        1,
      );
      await focusRow(0);
      await suite.page.keyboard.press('Space');
      await chord(suite.page, 'Shift', 'ArrowDown');
      await chord(suite.page, 'Shift', 'ArrowDown');
      assert.equal(await focusedRow(), 2);
      assert.match(await textOf(suite.page, '.selection'), /^3 rows selected/);
      await chord(suite.page, 'Control', 'KeyC');
      await untilText(suite.page, '[role=status]', /^3 rows copied\./);
      await suite.page.keyboard.press('End');
      await settled(suite.page);
      assert.equal(await focusedRow(), 299);
      await suite.page.keyboard.press('PageUp');
      await settled(suite.page);
      const row = await focusedRow();
      assert.ok(row > 200 && row < 299, `${row}`);
      await suite.page.keyboard.press('Home');
      await settled(suite.page);
      assert.equal(await focusedRow(), 0);
      await chord(suite.page, 'Control', 'KeyA');
      assert.match(await textOf(suite.page, '.selection'), /^300 rows selected/);
      assert.equal(
        await suite.page.$eval(inside('thead input'), (box) => /** @type {HTMLInputElement} */ (box).checked),
        true,
      );
      await press(suite.page, 'thead .select input');
      assert.equal(await suite.page.$(inside('.selection')), null);
    });

    it('leaves every row where it is on the screen', async () => {
      await load(suite.page, '1534087020903704703');
      await press(suite.page, '.reason');
      const top = () =>
        suite.page.$eval('koodrive-import-report', (element) => {
          const { top: start } = element.getBoundingClientRect();
          const row = element.shadowRoot?.querySelector('tbody tr');
          return (row?.getBoundingClientRect().top ?? 0) - start;
        });
      const before = await top();
      await press(suite.page, 'tbody .select input');
      assert.equal(await top(), before);
    });

    it('is refused with a message where there are too many rows', async () => {
      await load(suite.page, 'rows-100001');
      await focusRow(0);
      await chord(suite.page, 'Control', 'KeyA');
      await untilText(suite.page, '.notice', /At most 100,000 rows can be selected/);
      assert.equal(
        await suite.page.$eval(
          inside('thead input'),
          (box) => /** @type {HTMLInputElement} */ (box).disabled,
        ),
        true,
      );
    });
  });
});
