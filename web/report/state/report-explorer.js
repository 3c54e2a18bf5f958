import { partError } from '../../client/koodrive-client.js';
import { RowWindow } from '../scrolling/row-window.js';
import { AddedColumns } from './added-columns.js';
import { Disclosure } from './disclosure.js';
import { Paging } from './paging.js';
import { Printing } from './printing.js';
import { groupReasons } from './reason-groups.js';
import { RowCursor } from './row-cursor.js';
import { RowFilter } from './row-filter.js';
import { RowSelection } from './row-selection.js';

/** @typedef {import('../../client/koodrive-client.js').ImportReport} ImportReport */
/** @typedef {import('../element/view-state.js').ViewState} ViewState */
/** @typedef {import('./reason-groups.js').ReasonGroup} ReasonGroup */
/** @typedef {import('../element/outcome.js').Source} Source */

/** The state of a shown report: filter, selection, mode, cursor and expanded parts, each in a class of its own. */
export class ReportExplorer {
  added;
  filter;
  paging;
  cursor;
  selection;
  disclosure;
  printing;
  rowWindow;

  /** @type {{ report: ImportReport, source: Source, groups: ReasonGroup[] } | undefined} */
  #shown;
  #host;
  #announcer;
  #onChange;

  /**
   * @param {import('lit').LitElement} host
   * @param {import('./announcer.js').Announcer} announcer
   * @param {(state: ViewState) => void} onChange called when the user searches, filters or sorts
   */
  constructor(host, announcer, onChange) {
    this.#host = host;
    this.#announcer = announcer;
    this.#onChange = onChange;
    this.rowWindow = new RowWindow(host);
    this.added = new AddedColumns(() => this.filter.refresh());
    this.filter = new RowFilter(announcer, this.added, {
      onReplace: () => this.#toStart(),
      onReaderChange: onChange,
    });
    this.paging = new Paging(announcer, () => this.rows.count, {
      onMode: () => this.#toStart(),
      onPage: () => void this.cursor.goToPageStart(),
    });
    this.cursor = new RowCursor(host, this.paging, this.rowWindow);
    this.selection = new RowSelection(host, announcer, this);
    this.disclosure = new Disclosure(host);
    this.printing = new Printing(host);
  }

  /**
   * Shows a report. Search and filter are cleared if the previous report had another source.
   * @param {ImportReport} report
   * @param {Source} source
   */
  show(report, source) {
    const former = this.#shown?.source;
    this.#shown = { report, source, groups: groupReasons(report) };
    this.selection.reset();
    this.disclosure.reset();
    const isOther = former && (former.taskId !== source.taskId || former.file !== source.file);
    this.filter.show(report, this.groups, isOther ? {} : this.filter.state);
    if (isOther) this.#onChange(this.filter.state);
  }

  /** Drops the report, which is about to be closed and must not be read any more. */
  hide() {
    this.filter.hide();
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

  /** The rows that match the filter. */
  get rows() {
    return this.filter.rows;
  }

  /** The report for which odd characters are marked, and what is done when they can be, or cannot. */
  get marked() {
    const onMarking = (/** @type {Parameters<typeof partError>[0] | undefined} */ cause) => {
      if (cause) this.#announcer.notify((texts) => partError(cause, texts.locale).message);
      else this.#host.requestUpdate();
    };
    return { report: this.report, onMarking };
  }

  /** The client's view of these rows. */
  get view() {
    return this.rows.view;
  }

  #toStart() {
    this.paging.page = 0;
    this.cursor.index = 0;
    this.rowWindow.toStart();
    this.#host.requestUpdate();
  }
}
