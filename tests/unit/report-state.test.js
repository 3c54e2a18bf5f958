import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AddedColumns } from '../../web/report/state/added-columns.js';
import { COLUMNS } from '../../web/report/state/columns.js';
import { FilteredRows, nextSort } from '../../web/report/state/filtered-rows.js';
import { findGroup, groupReasons, keyOf, partsOf } from '../../web/report/state/reason-groups.js';
import { normalizedView } from '../../web/report/element/view-state.js';
import { MAX_SELECTED, Selection } from '../../web/report/state/selection.js';

/** @typedef {import('../../web/client/koodrive-client.js').ImportReport} ImportReport */
/** @typedef {import('../../web/client/koodrive-client.js').ReportView} ReportView */

const REASONS = [
  { desc: 'Name "a" exists', count: 3 },
  { desc: 'Invalid email', count: 4 },
  { desc: 'Name "b" exists', count: 2 },
  { desc: undefined, count: 1 },
];

/** A fake report with four reasons, two of which form a pattern. It records the options of each requested view. */
function fakeReport() {
  /** @type {object[]} */
  const asked = [];
  let closed = 0;
  const report = {
    reasons: REASONS,
    reasonPatterns: [{ pattern: 'Name "…" exists', count: 5, reasons: [0, 2] }],
    view: (/** @type {object} */ options) => {
      asked.push(options);
      return { length: 7, close: () => (closed += 1) };
    },
  };
  return {
    report: /** @type {ImportReport} */ (/** @type {unknown} */ (report)),
    asked,
    closed: () => closed,
  };
}

describe('reason groups', () => {
  const { report } = fakeReport();
  const groups = groupReasons(report);

  it('rank the reasons of a pattern as one entry, the most frequent entry first', () => {
    assert.deepEqual(
      groups.map(({ text, count, isPattern }) => [text, count, isPattern]),
      [
        ['Name "…" exists', 5, true],
        ['Invalid email', 4, false],
        [undefined, 1, false],
      ],
    );
  });

  it('are found by keys that do not contain their text', () => {
    const keys = groups.map(keyOf);
    assert.equal(new Set(keys).size, groups.length);
    for (const [at, key] of keys.entries()) {
      assert.match(key, /^(?:none|[pr][0-9a-z]{1,7})$/);
      assert.equal(findGroup(report, groups, key), groups[at]);
    }
    assert.equal(keyOf(groups[2]), 'none');
  });

  it('keep the same keys across versions, because shared URLs contain them', () => {
    assert.equal(keyOf({ text: 'Invalid email', count: 0, reasons: [], isPattern: false }), 'r1fx19tk');
  });

  it('are also found by the key of a single reason of a pattern', () => {
    const [, second] = partsOf(report, groups[0]);
    assert.deepEqual(findGroup(report, groups, keyOf(second)), second);
    assert.equal(findGroup(report, groups, 'rnonsense'), undefined);
    assert.equal(findGroup(report, groups, undefined), undefined);
  });
});

/** @param {{ report: ImportReport }} fake @param {import('../../web/report/element/view-state.js').ViewState} state */
const rowsOf = ({ report }, state, added = new AddedColumns(() => {})) =>
  new FilteredRows(report, groupReasons(report), state, added);

/**
 * @param {'line' | 'change'} name
 * @param {object} source
 */
function addedColumn(name, source) {
  const added = new AddedColumns(() => {});
  const texts = { heading: () => name, show: () => '', sheetValue: () => undefined };
  added.set({ name, sheetWidth: 8, source, ...texts });
  return added;
}

describe('FilteredRows', () => {
  it('request one view of the report, with the search, the filter and the order', () => {
    const fake = fakeReport();
    const rows = rowsOf(fake, { reason: keyOf(groupReasons(fake.report)[0]), sort: '-desc' });
    assert.deepEqual([rows.count, rows.count, rows.isFiltered], [7, 7, true]);
    assert.deepEqual(fake.asked, [{ reasons: [0, 2], sortBy: 'desc', descending: true }]);
    rows.close();
    assert.equal(fake.closed(), 1);
  });

  it('request rows without a reason by the value null', () => {
    const fake = fakeReport();
    assert.equal(rowsOf(fake, { reason: 'none' }).count, 7);
    assert.deepEqual(fake.asked, [{ reason: null, sortBy: 'position', descending: false }]);
  });

  it('are not filtered by a reason that is not in the report', () => {
    assert.equal(rowsOf(fakeReport(), { reason: 'rnonsense' }).isFiltered, false);
  });

  it('are sorted by the line in the import file once there is a column of lines, and never before', () => {
    const fake = fakeReport();
    const match = {};
    assert.deepEqual(rowsOf(fake, { sort: 'line' }).sort, { column: 'position', descending: false });
    assert.equal(rowsOf(fake, { sort: '-line' }, addedColumn('line', { match })).count, 7);
    assert.deepEqual(fake.asked, [{ sortBy: 'line', descending: true, match }]);
  });

  it('are filtered by what has changed once there is a comparison, and never before', () => {
    const fake = fakeReport();
    assert.equal(rowsOf(fake, { change: 'new' }).isFiltered, false);
    const added = addedColumn('change', { comparison: { newFailures: [4] } });
    assert.equal(rowsOf(fake, { change: 'nonsense' }, added).isFiltered, false);
    const rows = rowsOf(fake, { change: 'new' }, added);
    assert.deepEqual([rows.isFiltered, rows.count], [true, 7]);
    assert.deepEqual(fake.asked, [{ positions: [4], sortBy: 'position', descending: false }]);
  });
});

describe('the order of rows', () => {
  const orderOf = (/** @type {string | undefined} */ sort) => rowsOf(fakeReport(), { sort }).sort;

  it('is parsed from the state for each column and direction, and defaults to the order of the answer', () => {
    for (const { name } of COLUMNS) {
      assert.deepEqual(orderOf(name), { column: name, descending: false });
      assert.deepEqual(orderOf(`-${name}`), { column: name, descending: true });
    }
    for (const sort of [undefined, '', '-', 'nonsense', '--desc'])
      assert.deepEqual(orderOf(sort), { column: 'position', descending: false });
  });

  it('cycles through ascending, descending and the order of the answer when a heading is pressed', () => {
    assert.equal(nextSort(orderOf(''), 'desc'), 'desc');
    assert.equal(nextSort(orderOf('desc'), 'desc'), '-desc');
    assert.equal(nextSort(orderOf('-desc'), 'desc'), undefined);
    assert.equal(nextSort(orderOf('-desc'), 'userName'), 'userName');
    assert.equal(nextSort(orderOf(''), 'position'), '-position');
    assert.equal(nextSort(orderOf('desc'), 'position'), undefined);
  });
});

describe('the normalized state of a view', () => {
  it('has only known members with a value', () => {
    const state = /** @type {object} */ ({ search: '', reason: 'none', sort: undefined, token: 'x' });
    assert.deepEqual(normalizedView(state), { reason: 'none' });
  });

  it('has a search text without blanks around it', () => {
    assert.deepEqual(normalizedView({ search: ' wei  zhang\t' }), { search: 'wei  zhang' });
    assert.deepEqual(normalizedView({ search: '\u200b \u3000' }), {});
  });
});

describe('Selection', () => {
  /** A view of rows in this order. @param {readonly number[]} positions */
  const viewOf = (positions) =>
    /** @type {ReportView} */ (
      /** @type {unknown} */ ({
        length: positions.length,
        positions: (/** @type {number} */ offset, /** @type {number} */ count) =>
          Uint32Array.from(positions.slice(offset, offset + count)),
      })
    );
  const answer = Array.from({ length: 10 }, (_, position) => position);
  const reversed = viewOf([...answer].reverse());

  /** @param {Selection} selection */
  const chosen = (selection) => selection.inOrderOf(viewOf(answer));

  it('extends from the row that was last selected to either side, where that row stands in the view', () => {
    const selection = new Selection();
    selection.choose(reversed, 5, true);
    assert.deepEqual([selection.anchorIn(reversed), selection.anchorIn(viewOf(answer))], [5, 4]);
    selection.choose(reversed, 3, true, selection.anchorIn(reversed));
    assert.deepEqual(chosen(selection), [4, 5, 6]);
    selection.choose(viewOf(answer), 5, false, selection.anchorIn(viewOf(answer)));
    assert.deepEqual(chosen(selection), [4]);
  });

  it('has nothing to extend from before a row is selected, after it is cleared, and where the row is hidden', () => {
    const selection = new Selection();
    assert.equal(selection.anchorIn(reversed), undefined);
    selection.choose(reversed, 0, true);
    assert.equal(selection.anchorIn(viewOf([1, 2, 3])), undefined);
    selection.clear();
    assert.equal(selection.anchorIn(reversed), undefined);
  });

  it('counts the selected rows of a view, after every change of either', () => {
    const selection = new Selection();
    const view = viewOf([7, 2, 9]);
    assert.equal(selection.countIn(view), 0);
    selection.chooseRange(viewOf(answer), 0, 5, true);
    assert.deepEqual([selection.size, selection.countIn(view), selection.countIn(reversed)], [5, 1, 5]);
    selection.chooseRange(view, 0, 3, true);
    assert.deepEqual([selection.size, selection.countIn(view)], [7, 3]);
    selection.chooseRange(view, 0, 3, false);
    assert.deepEqual([selection.size, selection.countIn(view)], [4, 0]);
  });

  it('is listed in the order of a view, however long that is', () => {
    const selection = new Selection();
    const long = viewOf(Array.from({ length: 200_000 }, (_, index) => 199_999 - index));
    for (const index of [0, 70_000, 199_999]) selection.choose(long, index, true);
    assert.deepEqual(selection.inOrderOf(long), [199_999, 129_999, 0]);
    assert.equal(selection.anchorIn(long), 199_999);
  });

  it('remains unchanged when too many rows would be selected', () => {
    const selection = new Selection();
    const view = viewOf(Array.from({ length: MAX_SELECTED + 1 }, (_, index) => MAX_SELECTED - index));
    assert.equal(selection.choose(view, 0, true), true);
    assert.equal(selection.chooseRange(view, 0, view.length, true), false);
    assert.equal(selection.chooseRange(view, 1, view.length, true), false);
    assert.deepEqual([selection.size, selection.has(MAX_SELECTED)], [1, true]);
    selection.clear();
    assert.equal(selection.size, 0);
  });
});
