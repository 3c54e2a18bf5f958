import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { COLUMNS } from '../../web/report/state/columns.js';
import { FilteredRows, nextSort, sortOf, withoutEmpty } from '../../web/report/state/filtered-rows.js';
import { findGroup, groupReasons, keyOf, partsOf } from '../../web/report/state/reason-groups.js';
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

describe('FilteredRows', () => {
  it('request one view of the report, with the search, the filter and the order', () => {
    const { report, asked, closed } = fakeReport();
    const groups = groupReasons(report);
    const rows = new FilteredRows(report, groups, { reason: keyOf(groups[0]), sort: '-desc' });
    assert.deepEqual([rows.count, rows.count, rows.isFiltered], [7, 7, true]);
    assert.deepEqual(asked, [{ reasons: [0, 2], sortBy: 'desc', descending: true }]);
    rows.close();
    assert.equal(closed(), 1);
  });

  it('request rows without a reason by the value null', () => {
    const { report, asked } = fakeReport();
    assert.equal(new FilteredRows(report, groupReasons(report), { reason: 'none' }).count, 7);
    assert.deepEqual(asked, [{ reason: null, sortBy: 'position', descending: false }]);
  });

  it('are not filtered by a reason that is not in the report', () => {
    const { report } = fakeReport();
    assert.equal(new FilteredRows(report, groupReasons(report), { reason: 'rnonsense' }).isFiltered, false);
  });
});

describe('the order of rows', () => {
  it('is parsed from the state for each column and direction, and defaults to the order of the answer', () => {
    for (const { name } of COLUMNS) {
      assert.deepEqual(sortOf({ sort: name }), { column: name, descending: false });
      assert.deepEqual(sortOf({ sort: `-${name}` }), { column: name, descending: true });
    }
    for (const sort of [undefined, '', '-', 'nonsense', '--desc'])
      assert.deepEqual(sortOf({ sort }), { column: 'position', descending: false });
  });

  it('cycles through ascending, descending and the order of the answer when a heading is pressed', () => {
    assert.equal(nextSort({}, 'desc'), 'desc');
    assert.equal(nextSort({ sort: 'desc' }, 'desc'), '-desc');
    assert.equal(nextSort({ sort: '-desc' }, 'desc'), undefined);
    assert.equal(nextSort({ sort: '-desc' }, 'userName'), 'userName');
    assert.equal(nextSort({}, 'position'), '-position');
    assert.equal(nextSort({ sort: 'desc' }, 'position'), undefined);
  });
});

describe('withoutEmpty', () => {
  it('keeps only known members with a value', () => {
    const state = /** @type {object} */ ({ search: '', reason: 'none', sort: undefined, token: 'x' });
    assert.deepEqual(withoutEmpty(state), { reason: 'none' });
  });
});

describe('Selection', () => {
  /** A view whose rows are in the reverse order of the answer. @param {number} length */
  const reversed = (length) =>
    /** @type {ReportView} */ (
      /** @type {unknown} */ ({
        length,
        rows: (/** @type {number} */ offset, /** @type {number} */ count) =>
          Array.from({ length: count }, (_, at) => ({ position: length - 1 - offset - at })),
      })
    );

  it('extends from the last selected row in both directions', () => {
    const selection = new Selection();
    selection.choose(reversed(10), 5, true, false);
    selection.choose(reversed(10), 3, true, true);
    assert.deepEqual(selection.positions, [4, 5, 6]);
    selection.choose(reversed(10), 4, false, true);
    assert.deepEqual(selection.positions, [4]);
  });

  it('remains unchanged when too many rows would be selected', () => {
    const selection = new Selection();
    const view = reversed(MAX_SELECTED + 1);
    assert.equal(selection.choose(view, 0, true, false), true);
    assert.equal(selection.chooseRange(view, 0, view.length, true), false);
    assert.equal(selection.chooseRange(view, 1, view.length, true), false);
    assert.deepEqual([selection.size, selection.has(MAX_SELECTED)], [1, true]);
    selection.clear();
    assert.equal(selection.size, 0);
  });
});
