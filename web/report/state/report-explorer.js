import { copyToClipboard } from '../controls/copyable.js';
import { groupReasons, keyOf } from './reason-groups.js';
import { ReportQuery, withoutEmpty } from './report-query.js';
import { RowWindow } from '../scrolling/row-window.js';
import { MAX_SELECTED, Selection } from './selection.js';

/** @typedef {import('../../client/koodrive-client.js').ImportReport} ImportReport */
/** @typedef {import('./reason-groups.js').ReasonGroup} ReasonGroup */
/** @typedef {import('./report-query.js').SortColumn} SortColumn */
/** @typedef {import('./report-query.js').ViewState} ViewState */
/** @typedef {import('./report-session.js').Source} Source */
/** @typedef {import('../texts/texts.js').Texts} Texts */

/**
 * How the explorer speaks: `announce` to those who listen, `notify` to all.
 * @typedef {object} Voice
 * @property {(tell: (texts: Texts) => string) => void} announce
 * @property {(tell: (texts: Texts) => string) => void} notify
 */

/** Rows of a page in the paged mode. */
export const PAGE_SIZE = 100;

/** Reasons that are listed at first, and how many more are listed on request. */
const REASONS = { first: 10, more: 100 };

/** How long the search waits for the next key, in milliseconds. */
const TYPING_PAUSE = 150;

/** Everything about how a shown report is looked at: the one place of that state, and what can be done to it. */
export class ReportExplorer {
  rows;
  selection = new Selection();
  /** Rows whose long texts are shown in full, by position. @type {Set<number>} */
  unfolded = new Set();
  /** Patterns whose exact texts are shown, by key. @type {Set<string>} */
  openPatterns = new Set();
  reasonsShown = REASONS.first;
  /** @type {'scroll' | 'pages'} */
  mode = 'scroll';
  page = 0;
  /** The row that the keyboard is on. */
  activeIndex = 0;
  isPrinting = false;
  /** What stands in the search box, at times ahead of what is searched for. */
  typed = '';

  /** @type {{ report: ImportReport, source: Source, groups: ReasonGroup[] } | undefined} */
  #shown;
  /** @type {ReportQuery | undefined} */
  #query;
  /** @type {ViewState} */
  #state = {};
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #typing;
  #host;
  #voice;
  #onChange;

  /**
   * @param {import('lit').LitElement} host
   * @param {Voice} voice
   * @param {(state: ViewState) => void} onChange called when the reader looks at something else
   */
  constructor(host, voice, onChange) {
    this.#host = host;
    this.#voice = voice;
    this.#onChange = onChange;
    this.rows = new RowWindow(host);
  }

  /**
   * Shows a report; where it comes from elsewhere than the one before, all of it.
   * @param {ImportReport} report
   * @param {Source} source
   */
  show(report, source) {
    const former = this.#shown?.source;
    this.#shown = { report, source, groups: groupReasons(report) };
    this.selection.clear();
    this.unfolded.clear();
    this.openPatterns.clear();
    this.reasonsShown = REASONS.first;
    const isOther = former && (former.taskId !== source.taskId || former.file !== source.file);
    this.state = isOther ? {} : this.#state;
    if (isOther) this.#onChange(this.#state);
  }

  /** The report is no longer shown: nothing may be asked of it any more. */
  hide() {
    this.#forgetQuery();
  }

  #forgetQuery() {
    clearTimeout(this.#typing);
    this.#query?.close();
    this.#query = undefined;
  }

  get #now() {
    if (!this.#shown) throw new Error('No report is shown.');
    return this.#shown;
  }

  get report() {
    return this.#now.report;
  }

  get source() {
    return this.#now.source;
  }

  get groups() {
    return this.#now.groups;
  }

  get query() {
    this.#query ??= new ReportQuery(this.report, this.groups, this.#state);
    return this.#query;
  }

  get view() {
    return this.query.view;
  }

  get state() {
    return this.#state;
  }

  set state(state) {
    this.#forgetQuery();
    this.#state = withoutEmpty(state);
    this.typed = this.#state.search ?? '';
    this.#toStart();
  }

  get pages() {
    return Math.max(1, Math.ceil(this.view.length / PAGE_SIZE));
  }

  /** @param {string} search what is typed so far */
  typeSearch(search) {
    this.typed = search;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#change({ search }), TYPING_PAUSE);
  }

  /** @param {ReasonGroup | undefined} group chosen again, it is let go */
  chooseReason(group) {
    const key = group && keyOf(group);
    this.#change({ reason: key === this.#state.reason ? undefined : key });
  }

  showAllRows() {
    this.#change({ search: undefined, reason: undefined });
  }

  /** Ascending, then descending, then the answer's own order again. @param {SortColumn} column */
  sortBy(column) {
    const { column: former, descending } = this.query.sort;
    const next = column !== former ? column : descending ? undefined : `-${column}`;
    this.#change({ sort: next === 'position' ? undefined : next });
    const { sort } = this.query;
    this.#voice.announce((texts) =>
      texts.say(sort.descending ? 'sorted.descending' : 'sorted.ascending', {
        column: texts.say(`column.${sort.column}`),
      }),
    );
  }

  /** @param {'scroll' | 'pages'} mode */
  setMode(mode) {
    this.mode = mode;
    this.#toStart();
  }

  /** @param {number} page 0-based */
  async goToPage(page) {
    this.page = Math.min(Math.max(0, page), this.pages - 1);
    this.activeIndex = this.page * PAGE_SIZE;
    this.#voice.announce((texts) => texts.say('page.of', { page: this.page + 1, pages: this.pages }));
    (await this.#drawn(this.activeIndex))?.scrollIntoView({ block: 'nearest' });
  }

  showMoreReasons() {
    this.reasonsShown += REASONS.more;
    this.#host.requestUpdate();
  }

  /** @param {string} key */
  togglePattern(key) {
    toggle(this.openPatterns, key);
    this.#host.requestUpdate();
  }

  /** @param {number} position */
  toggleUnfolded(position) {
    toggle(this.unfolded, position);
    this.#host.requestUpdate();
  }

  /**
   * Brings the keyboard to a row, wherever it is.
   * @param {number} index place in the view
   */
  async focusRow(index) {
    this.activeIndex = index;
    if (this.mode === 'pages') this.page = Math.floor(index / PAGE_SIZE);
    else this.rows.reveal(index);
    const row = await this.#drawn(index);
    const isScrolling = this.mode === 'scroll';
    row?.querySelector('input')?.focus({ preventScroll: isScrolling });
    // The row is in sight within the frame; the frame itself may not be.
    if (isScrolling) row?.closest('.table-frame')?.scrollIntoView({ block: 'nearest' });
  }

  /**
   * A row of the table, when it is drawn.
   * @param {number} index place in the view
   */
  async #drawn(index) {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    return this.#host.renderRoot.querySelector(`tr[data-index="${index}"]`);
  }

  /**
   * @param {number} index place in the view
   * @param {boolean} chosen
   * @param {boolean} extend whether all rows from the one chosen last are meant
   */
  select(index, chosen, extend) {
    this.activeIndex = index;
    this.#tellSelection(this.selection.choose(this.view, index, chosen, extend));
  }

  /** @param {boolean} chosen */
  selectAll(chosen) {
    this.#tellSelection(this.selection.chooseRange(this.view, 0, this.view.length, chosen));
  }

  clearSelection() {
    this.selection.clear();
    this.#tellSelection(true);
  }

  async copySelection() {
    const { positions } = this.selection;
    const isCopied = await copyToClipboard(this.report.toTsv(positions));
    this.#voice.notify((texts) =>
      isCopied ? texts.say('selection.copied', { count: positions.length }) : texts.say('copy.failed'),
    );
  }

  /** @param {boolean} isDone false: there would be too many rows */
  #tellSelection(isDone) {
    const count = this.selection.size;
    if (isDone) this.#voice.announce((texts) => texts.say('selection.count', { count }));
    else this.#voice.notify((texts) => texts.say('selection.tooMany', { limit: MAX_SELECTED }));
    this.#host.requestUpdate();
  }

  /** @param {ViewState} change */
  #change(change) {
    this.state = { ...this.#state, ...change };
    const shown = this.view.length;
    const count = this.report.failInfoList.length;
    this.#voice.announce((texts) => texts.say('rows.shown', { shown, count }));
    this.#onChange(this.#state);
  }

  #toStart() {
    this.page = 0;
    this.activeIndex = 0;
    this.rows.toStart();
    this.#host.requestUpdate();
  }
}

/**
 * @template T
 * @param {Set<T>} set
 * @param {T} value
 */
function toggle(set, value) {
  if (!set.delete(value)) set.add(value);
}
