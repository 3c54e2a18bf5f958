import { visibleValue } from '../text/blanks.js';
import { fileClient } from './element/element-client.js';
import { LateDisplay } from './late-display.js';
import { elementEvent, outcomeEvent } from './element/events.js';
import { QueryingElement } from './element/querying-element.js';
import { ReportSession } from './element/report-session.js';

/** @typedef {import('../client/koodrive-client.js').ImportReport} ImportReport */
/** @typedef {import('../client/koodrive-client.js').Task} Task */
/** @typedef {import('./element/view-state.js').ViewState} ViewState */
/** @typedef {import('./element/outcome.js').Outcome} Outcome */
/** @typedef {import('./element/outcome.js').Source} Source */
/** @typedef {import('./koodrive-import-report.d.ts').KooDriveImportReport} Declared */

/**
 * Shows the result of a batch import: the reasons, and the users who failed. Sends no request until `load()` is called.
 *
 * @element koodrive-import-report
 * @implements {Declared}
 * @attr {string} task-id - The task that `load()` asks for
 * @fires {KooDriveProgressEvent} koodrive-progress - While a query runs
 * @fires {KooDriveReportEvent} koodrive-report - A report is shown; the element closes it when it shows something else
 * @fires {KooDriveErrorEvent} koodrive-error - A query or file gave no report; `preventDefault()` keeps the element from showing the error
 * @fires {KooDriveViewEvent} koodrive-view - The user searched, filtered or sorted
 *
 * @csspart idle - Shown before anything was asked for
 * @csspart loading - Shown while a query runs
 * @csspart running - Shown while a task is followed that is not finished
 * @csspart error - Shown where there is no report
 * @csspart report - The whole report
 * @csspart facts - Task, time and trace ID
 * @csspart summary - The summary: sentence, picture and figures
 * @csspart summary-text - The sentence that sums it up
 * @csspart proportion - The bar that shows the proportion of failed users
 * @csspart figure - One of the four numbers
 * @csspart succeeded - The number of imported users
 * @csspart failed - The number of failed users
 * @csspart total - The number of all users
 * @csspart rate - The success rate
 * @csspart warnings - Inconsistencies of the answer
 * @csspart reasons - The list of reasons
 * @csspart reason - One reason or pattern
 * @csspart failures - The section with the failed users
 * @csspart toolbar - Search, mode and export
 * @csspart search - The search box
 * @csspart export - The export menu
 * @csspart export-panel - What the export menu opens
 * @csspart correction - Where the import file is chosen, and what was found in it
 * @csspart comparison - Where an earlier report is chosen, and what has changed since
 * @csspart shown - How many rows are shown, and by which filter
 * @csspart selection - The actions for the selected rows
 * @csspart table-frame - The box in which the table scrolls
 * @csspart table - The table
 * @csspart row - A row of the table
 * @csspart mark - A match of the search
 * @csspart oddity - A character that cannot be seen or looks like another one
 * @csspart pager - The pagination
 * @csspart notice - A short message about what was just done
 * @csspart code - A code for support, such as the trace ID
 *
 * @cssprop --koodrive-font - Font of all texts
 * @cssprop --koodrive-font-mono - Font of codes
 * @cssprop --koodrive-text-xs - Size of shares, hints and captions
 * @cssprop --koodrive-text-sm - Size of facts and notes
 * @cssprop --koodrive-text-md - Size of ordinary text
 * @cssprop --koodrive-text-lg - Size of section titles
 * @cssprop --koodrive-text-xl - Size of the title and the figures
 * @cssprop --koodrive-space-1 - Smallest distance
 * @cssprop --koodrive-space-2 - Distance within a part
 * @cssprop --koodrive-space-3 - Usual distance
 * @cssprop --koodrive-space-4 - Distance around panels
 * @cssprop --koodrive-space-5 - Distance between parts
 * @cssprop --koodrive-space-6 - Greatest distance
 * @cssprop --koodrive-radius - Corners
 * @cssprop --koodrive-canvas - Background of the page around the element; the element itself is transparent
 * @cssprop --koodrive-surface - Background of panels and table
 * @cssprop --koodrive-surface-raised - Background of the table’s header and of hovered rows and buttons
 * @cssprop --koodrive-line - Lines
 * @cssprop --koodrive-line-strong - Edges of controls
 * @cssprop --koodrive-text - Text
 * @cssprop --koodrive-text-muted - Text that is less important
 * @cssprop --koodrive-accent - Links, focus and selected items
 * @cssprop --koodrive-accent-hover - Hovered links
 * @cssprop --koodrive-on-accent - Text on the accent
 * @cssprop --koodrive-success - Imported users
 * @cssprop --koodrive-failure - Failed users
 * @cssprop --koodrive-caution - Edge and icon of warnings
 * @cssprop --koodrive-chosen-surface - Background of selected items
 * @cssprop --koodrive-mark - Background of a search match
 * @cssprop --koodrive-caution-surface - Background of warnings
 * @cssprop --koodrive-failure-surface - Background of an invalid field’s message
 * @cssprop --koodrive-table-height - Greatest height of the scrolling table
 */
export class KooDriveImportReport extends QueryingElement {
  static properties = {
    taskId: { attribute: 'task-id' },
    view: { attribute: false },
    tasks: { attribute: false },
    _outcome: { state: true },
  };

  #session = new ReportSession(
    (outcome) => this.#show(outcome),
    (outcome) => this.#tell(outcome),
  );
  #display = new LateDisplay(this, {
    outcome: () => this._outcome,
    locale: () => this._locale,
    fileClient: () => fileClient(this, this._locale),
    shownBefore: () => this.#session.shownBefore,
    onView: (view) => this.dispatchEvent(elementEvent('koodrive-view', { view })),
    onCancel: () => this.abort(),
    tasks: () => this.tasks ?? [],
    onRetry: (source) => void this.#ask(source),
    onFollow: (source) => void this.#ask({ ...source, isFollowed: true }),
  });

  constructor() {
    super();
    /** The task that `load()` asks for. @type {string | null} */
    this.taskId = null;
    /** Tasks as `listTasks()` gives them, whose times are shown with the report or the running import. @type {readonly Task[] | undefined} */
    this.tasks = undefined;
    /** @type {Outcome} */
    this._outcome = this.#session.outcome;
  }

  /** What is shown. @type {'idle' | 'loading' | 'running' | 'report' | 'no-result' | 'task-failed' | 'error'} */
  get state() {
    return this.#session.outcome.status;
  }

  /** The report that is shown. The element closes it when it shows something else. @type {ImportReport | undefined} */
  get report() {
    return this._outcome.status === 'report' ? this._outcome.report : undefined;
  }

  /** The search, filter and order of the table, safe to put into a URL: `reason` is a key, never a server text. @type {ViewState} */
  get view() {
    return this.#display.view;
  }

  set view(view) {
    this.#display.view = view;
  }

  /**
   * Queries the result of a task and shows it. A query that is still running is aborted.
   * @param {string} [taskId] default: the `task-id` attribute
   * @returns {Promise<ImportReport | undefined>} the report; undefined after an error, which is shown and dispatched as `koodrive-error`. Never rejects.
   */
  load(taskId = this.taskId ?? undefined) {
    return this.#ask({ taskId: visibleValue(taskId ?? '') || undefined });
  }

  /**
   * Waits until a task has ended, and shows its result. Nothing is sent while the page is hidden.
   * @param {string} [taskId] default: the `task-id` attribute
   * @returns {Promise<ImportReport | undefined>} as `load()`
   */
  follow(taskId = this.taskId ?? undefined) {
    return this.#ask({ taskId: visibleValue(taskId ?? '') || undefined, isFollowed: true });
  }

  /**
   * Shows a saved answer. Nothing goes over the network.
   * @param {Blob} file
   * @returns {Promise<ImportReport | undefined>} as `load()`
   */
  open(file) {
    const opening = async () => (await fileClient(this, this._locale)).openTaskResult(file);
    return this.#run({ file }, opening);
  }

  /** Aborts the running `load()`, `follow()` or `open()`, which then ends with an error of the kind `aborted`. */
  abort() {
    this.#session.abort();
  }

  _reset() {
    this.#session.reset();
  }

  /** Delays rendering until what displays the element is loaded, with the texts of a new locale. */
  async scheduleUpdate() {
    if (!this.#display.isReady) await this.#display.prepare();
    super.scheduleUpdate();
  }

  /** @param {ShadowRoot} root */
  _adoptStyles(root) {
    this.#display.adoptStyles(root);
  }

  render() {
    return this.#display.render();
  }

  /** @param {Source} source */
  #ask(source) {
    if (source.isFollowed) void this.#display.prepareFollowing();
    return this.#run(source, async (signal, onProgress) => {
      const language = this._language;
      const client = await this._queryClient(language);
      const query = { taskId: source.taskId, language, signal, onProgress };
      return source.isFollowed ? client.followTaskResult(query) : client.queryTaskResult(query);
    });
  }

  /**
   * @param {Source} source
   * @param {import('./element/report-session.js').Work} work
   */
  async #run(source, work) {
    this.#display.tryAgain();
    const ended = await this.#session.start(source, async (signal, onProgress) => {
      const report = await work(signal, onProgress);
      await this.#display.loaded(report);
      return report;
    });
    return ended?.status === 'report' ? ended.report : undefined;
  }

  /** @param {Outcome} outcome */
  #show(outcome) {
    this._outcome = outcome;
    this.#display.show(outcome);
    if (outcome.status === 'loading' || outcome.status === 'running') this.#tell(outcome);
  }

  /** @param {Outcome} outcome @returns {boolean} false if the page displays the error itself */
  #tell(outcome) {
    const event = outcomeEvent(outcome);
    return !event || this.dispatchEvent(event);
  }
}
