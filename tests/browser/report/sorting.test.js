import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  drawnRows,
  inside,
  open,
  press,
  reportSuite,
  search,
  textsOf,
  untilText,
} from '../support/report-suite.js';

describe('sorting the table', () => {
  const suite = reportSuite({ sharesPage: true });

  const rows = {
    successCount: 0,
    failCount: 5,
    failInfoList: [
      { userName: 'user 10', desc: 'b 2' },
      { userName: 'user 9', desc: 'é' },
      { userName: 'Zoe', desc: 'b 10' },
      { desc: 'z' },
      { userName: 'zoe', desc: 'f' },
    ],
  };
  const order = async () => (await drawnRows(suite.page)).map(({ position }) => position).join('');
  const sorted = () =>
    suite.page.$$eval(inside('th[aria-sort]'), (headers) =>
      headers.map((header) => header.getAttribute('aria-sort')).join(' '),
    );

  it('works by each column in both directions, and returns to the answer’s order', async () => {
    await open(suite.page, rows);
    assert.deepEqual([await order(), await sorted()], ['12345', 'ascending none none']);
    await press(suite.page, '.sort', 'No.');
    assert.deepEqual([await order(), await sorted()], ['54321', 'descending none none']);
    await press(suite.page, '.sort', 'No.');
    assert.deepEqual([await order(), await sorted()], ['12345', 'ascending none none']);
    await press(suite.page, '.sort', 'User name');
    assert.deepEqual([await order(), await sorted()], ['32154', 'none ascending none']);
    await untilText(suite.page, '[role=status]', /Sorted by User name, ascending\./);
    await press(suite.page, '.sort', 'User name');
    assert.deepEqual([await order(), await sorted()], ['51234', 'none descending none']);
    await untilText(suite.page, '[role=status]', /Sorted by User name, descending\./);
    await press(suite.page, '.sort', 'User name');
    assert.deepEqual([await order(), await sorted()], ['12345', 'ascending none none']);
    await press(suite.page, '.sort', 'Reason');
    assert.deepEqual([await order(), await sorted()], ['13254', 'none none ascending']);
    await press(suite.page, '.sort', 'Reason');
    assert.deepEqual([await order(), await sorted()], ['45231', 'none none descending']);
  });

  it('explains in the interface how names are ordered', async () => {
    await open(suite.page, rows);
    await press(suite.page, '.sort', 'User name');
    assert.match(
      (await textsOf(suite.page, '.failures .hint')).join(),
      /character code.*user 9 stands before user 10/,
    );
  });

  it('leaves search and selection unchanged', async () => {
    await open(suite.page, rows);
    await search(suite.page, 'zoe');
    await press(suite.page, 'tbody .select input');
    await press(suite.page, '.sort', 'User name');
    await press(suite.page, '.sort', 'User name');
    const shown = await drawnRows(suite.page);
    assert.deepEqual(
      shown.map(({ name, chosen }) => [name, chosen]),
      [
        ['zoe', false],
        ['Zoe', true],
      ],
    );
  });
});
