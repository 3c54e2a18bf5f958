import { filterOf, findGroup } from './reason-groups.js';

/** @typedef {import('../../client/koodrive-client.js').ImportReport} ImportReport */
/** @typedef {import('../../client/koodrive-client.js').ReportView} ReportView */
/** @typedef {import('./reason-groups.js').ReasonGroup} ReasonGroup */
/** @typedef {'position' | 'userName' | 'desc'} SortColumn */

/**
 * What of a report is looked at, in words fit for an address.
 * @typedef {object} ViewState
 * @property {string} [search]
 * @property {string} [reason] key of a reason or pattern, never its text
 * @property {string} [sort] a column, after `-` in descending order
 */

/** @type {readonly SortColumn[]} */
const COLUMNS = ['position', 'userName', 'desc'];

/** Which rows of a report are looked at, and in which order: a value, worked out where it is read. */
export class ReportQuery {
  state;
  #report;
  #groups;
  /** @type {ReportView | undefined} */
  #view;
  /** Undefined while it was not looked for, null where there is none. @type {ReasonGroup | null | undefined} */
  #chosenGroup;

  /**
   * @param {ImportReport} report
   * @param {readonly ReasonGroup[]} groups
   * @param {ViewState} state
   */
  constructor(report, groups, state) {
    this.#report = report;
    this.#groups = groups;
    this.state = state;
  }

  get search() {
    return this.state.search ?? '';
  }

  /** The reason or pattern that the rows are filtered by; undefined too where no such reason is in the report. */
  get chosenGroup() {
    if (this.#chosenGroup === undefined) {
      this.#chosenGroup = findGroup(this.#report, this.#groups, this.state.reason) ?? null;
    }
    return this.#chosenGroup ?? undefined;
  }

  get isFiltered() {
    return Boolean(this.search || this.chosenGroup);
  }

  /** @returns {{ column: SortColumn, descending: boolean }} */
  get sort() {
    const [, minus, name] = /^(-?)(.*)$/.exec(this.state.sort ?? '') ?? [];
    const column = COLUMNS.find((known) => known === name);
    return column ? { column, descending: minus === '-' } : { column: 'position', descending: false };
  }

  /** The rows, in their order. */
  get view() {
    this.#view ??= this.#report.view({
      ...(this.search && { search: this.search }),
      ...filterOf(this.chosenGroup),
      sortBy: this.sort.column,
      descending: this.sort.descending,
    });
    return this.#view;
  }

  /** Frees the view; the query is not to be read any more. */
  close() {
    this.#view?.close();
  }
}

/**
 * @param {ViewState} state
 * @returns {ViewState}
 */
export function withoutEmpty({ search, reason, sort }) {
  return { ...(search && { search }), ...(reason && { reason }), ...(sort && { sort }) };
}
