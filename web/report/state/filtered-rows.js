import { COLUMNS } from './columns.js';
import { filterOf, findGroup } from './reason-groups.js';

/** @typedef {import('../../client/koodrive-client.js').ImportReport} ImportReport */
/** @typedef {import('../../client/koodrive-client.js').ReportView} ReportView */
/** @typedef {import('../../client/koodrive-client.js').NotedRows} NotedRows */
/** @typedef {import('../../client/koodrive-client.js').FailureChange} FailureChange */
/** @typedef {import('../../client/koodrive-client.js').RunComparison} RunComparison */
/** @typedef {import('./added-columns.js').AddedColumns} AddedColumns */
/** @typedef {import('./columns.js').SortKey} SortKey */
/** @typedef {import('./reason-groups.js').ReasonGroup} ReasonGroup */
/** @typedef {import('../element/view-state.js').ViewState} ViewState */

/** The warnings that are about single rows. @type {readonly string[]} */
const NOTED = /** @satisfies {readonly NotedRows[]} */ (
  /** @type {const} */ ([
    'without-user-name',
    'without-reason',
    'odd-user-names',
    'odd-reasons',
    'long-user-names',
  ])
);

/** @param {string} kind of a warning @returns {kind is NotedRows} */
export const isAboutRows = (kind) => NOTED.includes(kind);

/** The lists of a comparison by what has become of their failures. @satisfies {Readonly<Record<FailureChange, keyof RunComparison>>} */
const LISTS = Object.freeze(
  /** @type {const} */ ({
    new: 'newFailures',
    'same-reason': 'stillFailing',
    'other-reason': 'failingOtherwise',
    unclear: 'unclear',
  }),
);

/** @param {string | undefined} change @returns {change is FailureChange} */
const isChange = (change) => change !== undefined && Object.hasOwn(LISTS, change);

/**
 * Positions of the failures of which the same has become since the earlier report.
 * @param {RunComparison} comparison
 * @param {FailureChange} change
 */
export const positionsOf = (comparison, change) => comparison[LISTS[change]];

/** The rows of a report that match a search and a reason, sorted. Computed lazily, when first read. */
export class FilteredRows {
  #report;
  #groups;
  #state;
  #added;
  /** @type {ReportView | undefined} */
  #view;
  /** Undefined before the lookup; null when the report has no such reason. @type {ReasonGroup | null | undefined} */
  #chosenGroup;

  /**
   * @param {ImportReport} report
   * @param {readonly ReasonGroup[]} groups
   * @param {ViewState} state
   * @param {AddedColumns} added
   */
  constructor(report, groups, state, added) {
    this.#report = report;
    this.#groups = groups;
    this.#state = state;
    this.#added = added;
  }

  get search() {
    return this.#state.search ?? '';
  }

  /** The reason or pattern that the rows are filtered by; undefined without a filter, or if the report has no such reason. */
  get chosenGroup() {
    if (this.#chosenGroup === undefined) {
      this.#chosenGroup = findGroup(this.#report, this.#groups, this.#state.reason) ?? null;
    }
    return this.#chosenGroup ?? undefined;
  }

  /** The warning whose rows are shown; undefined without one, or if the report has no such warning. */
  get noted() {
    const { noted } = this.#state;
    const isThere = noted && isAboutRows(noted) && this.#report.warnings.some(({ kind }) => kind === noted);
    return isThere ? noted : undefined;
  }

  /** What has become of the rows shown since an earlier report; undefined without such a filter, or without a comparison. */
  get change() {
    const { change } = this.#state;
    return this.#added.change && isChange(change) ? change : undefined;
  }

  get isFiltered() {
    return Boolean(this.search || this.chosenGroup || this.noted || this.change);
  }

  /** @returns {{ column: SortKey, descending: boolean }} by default, and where there is no such column, the order of the answer */
  get sort() {
    const { sort = '' } = this.#state;
    const descending = sort.startsWith('-');
    const name = descending ? sort.slice(1) : sort;
    const isThere = COLUMNS.some((column) => column.name === name) || (name === 'line' && this.#added.line);
    return isThere
      ? { column: /** @type {SortKey} */ (name), descending }
      : { column: 'position', descending: false };
  }

  /** The order as options of the client's view. */
  get order() {
    const { column, descending } = this.sort;
    const { match } = this.#added.source;
    return { sortBy: column, descending, ...(column === 'line' && { match }) };
  }

  /** The number of matching rows. */
  get count() {
    return this.view.length;
  }

  /** The client's view of these rows. */
  get view() {
    const { comparison } = this.#added.source;
    this.#view ??= this.#report.view({
      ...(this.search && { search: this.search }),
      ...filterOf(this.chosenGroup),
      ...(this.noted && { noted: this.noted }),
      ...(comparison && this.change && { positions: positionsOf(comparison, this.change) }),
      ...this.order,
    });
    return this.#view;
  }

  /** Frees the client's view. These rows must not be read afterwards. */
  close() {
    this.#view?.close();
  }
}

/**
 * The order after a press on a column's heading: ascending, then descending, then that of the answer again.
 * @param {{ column: SortKey, descending: boolean }} former
 * @param {SortKey} column
 * @returns {string | undefined} the next `sort` of the state
 */
export function nextSort(former, column) {
  const next = column !== former.column ? column : former.descending ? undefined : `-${column}`;
  return next === 'position' ? undefined : next;
}
