import { COLUMNS } from './columns.js';
import { filterOf, findGroup } from './reason-groups.js';

/** @typedef {import('../../client/koodrive-client.js').ImportReport} ImportReport */
/** @typedef {import('../../client/koodrive-client.js').ReportView} ReportView */
/** @typedef {import('../../client/koodrive-client.js').NotedRows} NotedRows */
/** @typedef {import('./columns.js').ColumnName} ColumnName */
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

/** The rows of a report that match a search and a reason, sorted. Computed lazily, when first read. */
export class FilteredRows {
  #report;
  #groups;
  #state;
  /** @type {ReportView | undefined} */
  #view;
  /** Undefined before the lookup; null when the report has no such reason. @type {ReasonGroup | null | undefined} */
  #chosenGroup;

  /**
   * @param {ImportReport} report
   * @param {readonly ReasonGroup[]} groups
   * @param {ViewState} state
   */
  constructor(report, groups, state) {
    this.#report = report;
    this.#groups = groups;
    this.#state = state;
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

  get isFiltered() {
    return Boolean(this.search || this.chosenGroup || this.noted);
  }

  get sort() {
    return sortOf(this.#state);
  }

  /** The number of matching rows. */
  get count() {
    return this.view.length;
  }

  /** The client's view of these rows. */
  get view() {
    this.#view ??= this.#report.view({
      ...(this.search && { search: this.search }),
      ...filterOf(this.chosenGroup),
      ...(this.noted && { noted: this.noted }),
      sortBy: this.sort.column,
      descending: this.sort.descending,
    });
    return this.#view;
  }

  /** Frees the client's view. These rows must not be read afterwards. */
  close() {
    this.#view?.close();
  }
}

/**
 * @param {ViewState} state
 * @returns {{ column: ColumnName, descending: boolean }} by default, the order of the answer
 */
export function sortOf({ sort = '' }) {
  const descending = sort.startsWith('-');
  const column = COLUMNS.find(({ name }) => name === sort.slice(descending ? 1 : 0));
  return column ? { column: column.name, descending } : { column: 'position', descending: false };
}

/**
 * The order after a press on a column's heading: ascending, then descending, then that of the answer again.
 * @param {ViewState} state
 * @param {ColumnName} column
 * @returns {string | undefined} the next `sort` of the state
 */
export function nextSort(state, column) {
  const { column: former, descending } = sortOf(state);
  const next = column !== former ? column : descending ? undefined : `-${column}`;
  return next === 'position' ? undefined : next;
}
