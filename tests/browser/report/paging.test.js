import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  drawnNames,
  drawnRows,
  failures,
  inside,
  open,
  press,
  reportSuite,
  search,
  settled,
  textOf,
  untilText,
} from '../support/report-suite.js';

describe('the paged mode', () => {
  const suite = reportSuite({ sharesPage: true });

  it('shows a hundred rows at a time, each reached by button or number', async () => {
    await open(suite.page, failures(250));
    await press(suite.page, '.segment', 'Pages');
    assert.equal((await drawnRows(suite.page)).length, 100);
    assert.equal(
      await suite.page.$eval(inside('table'), (table) => table.getAttribute('aria-rowcount')),
      '251',
    );
    assert.match(await textOf(suite.page, '.pages'), /^Rows 1 to 100 of 250/);
    await press(suite.page, '.pager button[aria-label="Next page"]');
    assert.equal((await drawnNames(suite.page))[0], 'user 101');
    await untilText(suite.page, '[role=status]', /^Page 2 of 3/);
    await press(suite.page, '.pager button[aria-label="Last page"]');
    assert.deepEqual((await drawnNames(suite.page)).slice(-1), ['user 250']);
    assert.equal((await drawnRows(suite.page))[0].index, 202);
    await press(suite.page, '.pager button[aria-label="First page"]');
    assert.equal((await drawnNames(suite.page))[0], 'user 1');
    await suite.page.$eval(inside('.pager input'), (box) => /** @type {HTMLInputElement} */ (box).select());
    await suite.page.type(inside('.pager input'), '3\n');
    await settled(suite.page);
    assert.equal((await drawnNames(suite.page))[0], 'user 201');
    assert.equal(
      await suite.page.$eval(inside('.pager button[aria-label="Next page"]'), (button) =>
        button.getAttribute('aria-disabled'),
      ),
      'true',
    );
  });

  it('stays on while the rows change, and for the next report', async () => {
    await open(suite.page, failures(250));
    await press(suite.page, '.segment', 'Pages');
    await search(suite.page, 'user 2');
    assert.equal(
      await suite.page.$eval(inside('.segment[aria-pressed=true]'), (button) => button.textContent?.trim()),
      'Pages',
    );
    await open(suite.page, failures(150));
    assert.match(await textOf(suite.page, '.pages'), /^Rows 1 to 100 of 150/);
    await press(suite.page, '.segment', 'Scroll');
    assert.equal(await suite.page.$(inside('.pages')), null);
  });
});
