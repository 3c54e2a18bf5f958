import { html } from 'lit';
import { chooseLocale, loadLocale } from '../locales/index.js';
import { visibleValue } from '../text/blanks.js';
import { Correction } from './correction/correction.js';
import { fileClient, queryClient } from './element-client.js';
import { Exporter } from './export/exporter.js';
import { PortalElement } from './portal-element.js';
import { Announcer } from './state/announcer.js';
import { copyToClipboard } from './state/clipboard.js';
import { elementEvent, outcomeEvent } from './state/events.js';
import { FocusKeeper } from './state/focus-keeper.js';
import { ReportExplorer } from './state/report-explorer.js';
import { ReportSession } from './state/report-session.js';
import { styles } from './styles.js';
import { textsFor } from './texts/texts.js';
import { outcomeText, outcomeView } from './views/outcome-view.js';
import { statusView } from './views/status-view.js';

/** @typedef {import('../client/koodrive-client.js').ImportReport} ImportReport */
/** @typedef {import('../client/koodrive-client.js').KooDriveClient} KooDriveClient */
/** @typedef {import('../client/koodrive-client.js').Credentials} Credentials */
/** @typedef {import('./state/filtered-rows.js').ViewState} ViewState */
/** @typedef {import('./state/report-session.js').Outcome} Outcome */
/** @typedef {import('./state/report-session.js').Source} Source */
/** @typedef {import('./texts/texts.js').Texts} Texts */
/** @typedef {import('./koodrive-import-report.d.ts').KooDriveImportReport} Declared */

/**
 * Shows the result of a batch import: the reasons, and the users who failed. Sends no request until `load()` is called.
 *
 * @element koodrive-import-report
 * @implements {Declared}
 * @attr {string} endpoint - URL of KooDrive or of a forwarder; without one, the page's own origin
 * @attr {string} task-id - The task that `load()` asks for
 * @attr {string} user-id - X-User-Id
 * @attr {string} language - Language of KooDrive's texts, BCP 47; without one, that of `locale`
 * @attr {string} locale - Language of the element, BCP 47; without one, the browser's
 * @attr {string} wasm-url - URL of koodrive.wasm; without one, the same folder as the module
 * @fires {KooDriveProgressEvent} koodrive-progress - While a query runs
 * @fires {KooDriveReportEvent} koodrive-report - A report is shown; the element closes it when it shows something else
 * @fires {KooDriveErrorEvent} koodrive-error - A query or file gave no report; `preventDefault()` keeps the element from showing the error
 * @fires {KooDriveViewEvent} koodrive-view - The user searched, filtered or sorted
 *
 * @csspart idle - Shown before anything was asked for
 * @csspart loading - Shown while a query runs
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
 * @csspart shown - How many rows are shown, and by which filter
 * @csspart selection - The actions for the selected rows
 * @csspart table-frame - The box in which the table scrolls
 * @csspart table - The table
 * @csspart row - A row of the table
 * @csspart mark - A match of the search
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
export class KooDriveImportReport extends PortalElement {
  static properties = {
    endpoint: {},
    taskId: { attribute: 'task-id' },
    userId: { attribute: 'user-id' },
    language: {},
    locale: {},
    wasmUrl: { attribute: 'wasm-url' },
    credentials: { attribute: false },
    client: { attribute: false },
    view: { attribute: false },
    _outcome: { state: true },
  };

  static styles = styles;

  #session = new ReportSession(
    (outcome) => this.#show(outcome),
    (outcome) => this.#tell(outcome),
  );
  #announcer = new Announcer(this, () => this.#texts);
  #explorer = new ReportExplorer(this, this.#announcer, (view) =>
    this.dispatchEvent(elementEvent('koodrive-view', { view })),
  );
  #exporter = new Exporter(this, this.#announcer);
  #correction = new Correction(this, this.#announcer, () => fileClient(this, this.#locale));
  /** The locale whose texts were asked for since the last query or file. @type {string | undefined} */
  #askedFor;

  constructor() {
    super();
    /** URL of KooDrive or of a forwarder; without one, the page's own origin. @type {string | null} */
    this.endpoint = null;
    /** The task that `load()` asks for. @type {string | null} */
    this.taskId = null;
    /** X-User-Id. @type {string | null} */
    this.userId = null;
    /** Language of KooDrive's texts; without one, that of `locale`. @type {string | null} */
    this.language = null;
    /** Language of the element, BCP 47; without one, the browser's. @type {string | null} */
    this.locale = null;
    /** URL of koodrive.wasm; without one, the same folder as the module. @type {string | null} */
    this.wasmUrl = null;
    /** Held in memory only, never shown. @type {Credentials | undefined} */
    this.credentials = undefined;
    /** Used instead of a client created from the attributes. @type {KooDriveClient | undefined} */
    this.client = undefined;
    /** @type {Outcome} */
    this._outcome = this.#session.outcome;
    new FocusKeeper(this, () => this.report);
  }

  /** What is shown. @type {'idle' | 'loading' | 'report' | 'no-result' | 'error'} */
  get state() {
    return this.#session.outcome.status;
  }

  /** The report that is shown. The element closes it when it shows something else. @type {ImportReport | undefined} */
  get report() {
    return this._outcome.status === 'report' ? this._outcome.report : undefined;
  }

  /** The search, filter and order of the table, safe to put into a URL: `reason` is a key, never a server text. @type {ViewState} */
  get view() {
    return this.#explorer.filter.state;
  }

  set view(view) {
    this.#explorer.filter.state = view;
  }

  /**
   * Queries the result of a task and shows it. A query that is still running is aborted.
   * @param {string} [taskId] default: the `task-id` attribute
   * @returns {Promise<ImportReport | undefined>} the report; undefined after an error, which is shown and dispatched as `koodrive-error`. Never rejects.
   */
  load(taskId = this.taskId ?? undefined) {
    const source = { taskId: visibleValue(taskId ?? '') || undefined };
    return this.#run(source, async (signal, onProgress) => {
      const language = this.language || this.#locale;
      const client = await queryClient(this, this.#locale, language);
      return client.queryTaskResult({ taskId: source.taskId, language, signal, onProgress });
    });
  }

  /**
   * Shows a saved answer. Nothing goes over the network.
   * @param {Blob} file
   * @returns {Promise<ImportReport | undefined>} as `load()`
   */
  open(file) {
    const opening = async () => (await fileClient(this, this.#locale)).openTaskResult(file);
    return this.#run({ file }, opening);
  }

  /** Aborts the running `load()` or `open()`, which then ends with an error of the kind `aborted`. */
  abort() {
    this.#session.abort();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    // Moving an element in the document disconnects and reconnects it before this microtask runs.
    queueMicrotask(() => this.isConnected || this.#session.reset());
  }

  /** Delays rendering until the texts of a new locale are loaded, or English has to do. */
  async scheduleUpdate() {
    const locale = this.#locale;
    if (locale !== this.#askedFor) {
      this.#askedFor = locale;
      await loadLocale(locale, () => this.requestUpdate());
    }
    super.scheduleUpdate();
  }

  render() {
    return html`<div class="reset">
      <div class="frame" lang=${this.#texts.locale} dir="ltr">
        ${outcomeView({
          texts: this.#texts,
          outcome: this._outcome,
          explorer: this.#explorer,
          exporter: this.#exporter,
          correction: this.#correction,
          onCopy: this.#copy,
          onCancel: () => this.abort(),
          onRetry: this.#retry(this._outcome),
        })}
        ${statusView(this.#announcer)}
      </div>
    </div>`;
  }

  get #locale() {
    return chooseLocale(this.locale, ...(this.locale ? [] : (globalThis.navigator?.languages ?? [])));
  }

  get #texts() {
    return textsFor(this.#locale);
  }

  /** @param {Outcome} outcome */
  #retry(outcome) {
    if (outcome.status === 'idle' || outcome.source.file) return undefined;
    return () => void this.load(outcome.source.taskId ?? '');
  }

  /**
   * @param {Source} source
   * @param {import('./state/report-session.js').Work} work
   */
  async #run(source, work) {
    this.#askedFor = undefined;
    const ended = await this.#session.start(source, work);
    return ended?.status === 'report' ? ended.report : undefined;
  }

  /** @param {Outcome} outcome */
  #show(outcome) {
    this._outcome = outcome;
    this.#correction.reset();
    if (outcome.status === 'report') this.#explorer.show(outcome.report, outcome.source);
    else this.#explorer.hide();
    const compose = (/** @type {Texts} */ texts) => outcomeText(texts, outcome);
    if (outcome.status === 'loading') this.#announcer.update(compose);
    else this.#announcer.announce(compose);
    // Prepare the Intl formatters while the query waits for the network.
    const isConnecting = outcome.status === 'loading' && outcome.progress?.phase === 'connecting';
    if (isConnecting) setTimeout(this.#texts.prepare);
    if (outcome.status === 'loading') this.#tell(outcome);
  }

  /** @param {Outcome} outcome @returns {boolean} false if the page displays the error itself */
  #tell(outcome) {
    const event = outcomeEvent(outcome);
    return !event || this.dispatchEvent(event);
  }

  #copy = async (/** @type {string} */ text) => {
    const isCopied = await copyToClipboard(text, this);
    this.#announcer.notify((texts) => texts.say(isCopied ? 'copied' : 'copy.failed'));
  };
}
