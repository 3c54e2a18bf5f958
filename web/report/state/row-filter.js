import { FilteredRows, nextSort } from './filtered-rows.js';
import { keyOf } from './reason-groups.js';
import { normalizedView } from '../element/view-state.js';

/** @typedef {import('../../client/koodrive-client.js').ImportReport} ImportReport */
/** @typedef {import('./added-columns.js').AddedColumns} AddedColumns */
/** @typedef {import('./columns.js').SortKey} SortKey */
/** @typedef {import('../element/view-state.js').ViewState} ViewState */
/** @typedef {import('./reason-groups.js').ReasonGroup} ReasonGroup */

/** @typedef {import('../texts/texts.js').Texts} Texts */

/** Debounce time of the search box, in milliseconds. */
const TYPING_PAUSE = 150;

/** The search text, the chosen reason and the order of the table. */
export class RowFilter {
  /** The text in the search box, as typed, which is applied after the debounce time or with the next change. */
  typed = '';
  /** @type {{ report: ImportReport, groups: readonly ReasonGroup[] } | undefined} */
  #shown;
  /** @type {FilteredRows | undefined} */
  #rows;
  /** @type {ViewState} */
  #state = {};
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #typing;
  #announcer;
  #added;
  #listeners;

  /**
   * @param {import('./announcer.js').Announcer} announcer
   * @param {AddedColumns} added
   * @param {object} listeners
   * @param {() => void} listeners.onReplace called when the rows change, by the user or by the portal's code
   * @param {(state: ViewState) => void} listeners.onReaderChange called when the user changes them
   */
  constructor(announcer, added, listeners) {
    this.#announcer = announcer;
    this.#added = added;
    this.#listeners = listeners;
  }

  /**
   * @param {ImportReport} report
   * @param {readonly ReasonGroup[]} groups its reasons
   * @param {ViewState} state
   */
  show(report, groups, state) {
    this.#shown = { report, groups };
    this.state = state;
  }

  /** Drops the report, which is about to be closed and must not be read any more. */
  hide() {
    clearTimeout(this.#typing);
    this.#rows?.close();
    this.#rows = undefined;
  }

  /** The matching rows. */
  get rows() {
    if (!this.#shown) throw new Error('No report is shown.');
    this.#rows ??= new FilteredRows(this.#shown.report, this.#shown.groups, this.#state, this.#added);
    return this.#rows;
  }

  get state() {
    return this.#state;
  }

  set state(state) {
    this.#apply(state);
    this.typed = this.#state.search ?? '';
  }

  /** @param {string} search the text in the search box */
  typeSearch(search) {
    this.typed = search;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#change({}), TYPING_PAUSE);
  }

  /** @param {ReasonGroup | undefined} group choosing the same one again removes the filter */
  chooseReason(group) {
    const key = group && keyOf(group);
    this.#change({ reason: key === this.#state.reason ? undefined : key });
  }

  /** @param {import('../../client/koodrive-client.js').NotedRows | undefined} noted choosing the same one again removes the filter */
  chooseNoted(noted) {
    this.#change({ noted: noted === this.#state.noted ? undefined : noted });
  }

  /** @param {import('../../client/koodrive-client.js').FailureChange | undefined} change choosing the same one again removes the filter */
  chooseChange(change) {
    this.#change({ change: change === this.#state.change ? undefined : change });
  }

  showAllRows() {
    this.typed = '';
    this.#change({ reason: undefined, noted: undefined, change: undefined });
  }

  /** @param {SortKey} column */
  sortBy(column) {
    this.#change({ sort: nextSort(this.rows.sort, column) });
    const { sort } = this.rows;
    const heading = (/** @type {Texts} */ texts) =>
      sort.column === 'line' ? this.#added.line?.heading(texts) : texts.say(`column.${sort.column}`);
    this.#announcer.announceAfterRows((texts) =>
      texts.say(sort.descending ? 'sorted.descending' : 'sorted.ascending', { column: heading(texts) }),
    );
  }

  /** Reads the rows anew, after columns were added or removed by which they may be filtered or sorted. */
  refresh() {
    if (this.#shown) this.#apply(this.#state);
  }

  /** @param {ViewState} state */
  #apply(state) {
    this.hide();
    this.#state = normalizedView(state);
    this.#listeners.onReplace();
  }

  /** A change by the user, together with what is in the search box by now. @param {ViewState} change */
  #change(change) {
    this.#apply({ ...this.#state, search: this.typed, ...change });
    const shown = this.rows.count;
    const count = this.#shown?.report.failInfoList.length;
    this.#announcer.announceAfterRows((texts) => texts.say('rows.shown', { shown, count }));
    this.#listeners.onReaderChange(this.#state);
  }
}
