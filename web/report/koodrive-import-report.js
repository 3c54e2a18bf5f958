import { LitElement, html } from 'lit';
import { createClient } from '../client/koodrive-client.js';
import { chooseLocale, loadLocale } from '../locales/index.js';
import { copyToClipboard } from './controls/copyable.js';
import { errorTitle, errorView } from './views/error-view.js';
import { Exporter } from './export/exporter.js';
import { idleView } from './views/idle-view.js';
import { loadingView, phaseText } from './views/loading-view.js';
import { ReportExplorer } from './state/report-explorer.js';
import { ReportSession } from './state/report-session.js';
import { reportView } from './views/report-view.js';
import { styles } from './styles.js';
import { summaryText } from './views/summary-view.js';
import { textsFor } from './texts/texts.js';

/** @typedef {import('../client/koodrive-client.js').ImportReport} ImportReport */
/** @typedef {import('../client/koodrive-client.js').KooDriveClient} KooDriveClient */
/** @typedef {import('../client/koodrive-client.js').Credentials} Credentials */
/** @typedef {import('./state/report-query.js').ViewState} ViewState */
/** @typedef {import('./state/report-session.js').Outcome} Outcome */
/** @typedef {import('./state/report-session.js').Source} Source */
/** @typedef {import('./texts/texts.js').Texts} Texts */
/** @typedef {import('./koodrive-import-report.d.ts').KooDriveImportReport} Declared */

/** How long a notice stays, in milliseconds. */
const NOTICE_TIME = 6000;

/**
 * Shows how a batch import went: at a glance, why some failed, and who. It never asks KooDrive by itself: `load()` does.
 *
 * @element koodrive-import-report
 * @implements {Declared}
 * @attr {string} endpoint - URL of KooDrive or of a forwarder; without one, the page's own origin
 * @attr {string} task-id - The task that `load()` asks for
 * @attr {string} user-id - X-User-Id
 * @attr {string} language - Language of KooDrive's texts, BCP 47; without one, that of `locale`
 * @attr {string} locale - Language of the element, BCP 47; without one, the browser's
 * @attr {string} wasm-url - Where koodrive.wasm lies; without one, beside the module
 *
 * @fires {KooDriveProgressEvent} koodrive-progress - While a query runs
 * @fires {KooDriveReportEvent} koodrive-report - A report is shown; the element closes it when it shows something else
 * @fires {KooDriveErrorEvent} koodrive-error - There is no report; `preventDefault()` keeps the element from showing why
 * @fires {KooDriveViewEvent} koodrive-view - The reader searched, filtered or sorted
 *
 * @csspart idle - Shown before anything was asked for
 * @csspart loading - Shown while a query runs
 * @csspart error - Shown where there is no report
 * @csspart report - The whole report
 * @csspart facts - Task, time and trace ID
 * @csspart summary - The import at a glance
 * @csspart summary-text - The sentence that sums it up
 * @csspart proportion - The picture of the proportion
 * @csspart figure - One of the four numbers
 * @csspart succeeded - How many went in
 * @csspart failed - How many did not
 * @csspart total - Both together
 * @csspart rate - The success rate
 * @csspart warnings - What is odd about the answer
 * @csspart reasons - Why they failed
 * @csspart reason - One reason or pattern
 * @csspart failures - Who failed
 * @csspart toolbar - Search, mode and export
 * @csspart search - The search box
 * @csspart export - The export menu
 * @csspart export-panel - What the export menu opens
 * @csspart shown - How many rows are shown, and by which filter
 * @csspart selection - What can be done with the selected rows
 * @csspart table-frame - The box in which the table scrolls
 * @csspart table - The table
 * @csspart row - A row of the table
 * @csspart mark - A match of the search
 * @csspart pager - The pages' buttons
 * @csspart notice - A short message about what was just done
 * @csspart code - A code to hand on, such as the trace ID
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
 * @cssprop --koodrive-canvas - Ground of the page around the element; the element itself is transparent
 * @cssprop --koodrive-surface - Ground of panels and table
 * @cssprop --koodrive-surface-raised - Ground of the table’s header and of what is pointed at
 * @cssprop --koodrive-line - Lines
 * @cssprop --koodrive-line-strong - Edges of controls
 * @cssprop --koodrive-text - Text
 * @cssprop --koodrive-text-muted - Text that is less important
 * @cssprop --koodrive-accent - Links, focus and the chosen
 * @cssprop --koodrive-accent-hover - Links that are pointed at
 * @cssprop --koodrive-on-accent - Text on the accent
 * @cssprop --koodrive-success - Those who went in
 * @cssprop --koodrive-failure - Those who did not
 * @cssprop --koodrive-caution - Edge and icon of warnings
 * @cssprop --koodrive-chosen-surface - Ground of the chosen
 * @cssprop --koodrive-mark - Ground of a match
 * @cssprop --koodrive-caution-surface - Ground of warnings
 * @cssprop --koodrive-failure-surface - Ground of a field’s problem
 * @cssprop --koodrive-table-height - Greatest height of the scrolling table
 */
export class KooDriveImportReport extends LitElement {
  static properties = {
    endpoint: {},
    taskId: { attribute: 'task-id' },
    userId: { attribute: 'user-id' },
    language: {},
    locale: {},
    wasmUrl: { attribute: 'wasm-url' },
    credentials: { attribute: false },
    client: { attribute: false },
    _outcome: { state: true },
    _announcement: { state: true },
    _isNotice: { state: true },
  };

  static styles = styles;

  #session = new ReportSession((outcome) => this.#show(outcome));
  /** @type {import('./state/report-explorer.js').Voice} */
  #voice = {
    announce: (tell) => this.#announce(tell(this.#texts)),
    notify: (tell) => this.#notify(tell(this.#texts)),
  };
  #explorer = new ReportExplorer(this, this.#voice, (view) => this.#tell('koodrive-view', { view }));
  #exporter = new Exporter(this, this.#voice);
  /** Where the focus goes when what holds it is gone: to the title of the next best place. @type {string | undefined} */
  #nextFocus;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #noticeTimer;

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
    /** Where koodrive.wasm lies; without one, beside the module. @type {string | null} */
    this.wasmUrl = null;
    /** Held in memory only, never shown. @type {Credentials | undefined} */
    this.credentials = undefined;
    /** Asked instead of a client made from the attributes. @type {KooDriveClient | undefined} */
    this.client = undefined;
    /** @type {Outcome} */
    this._outcome = this.#session.outcome;
    this._announcement = '';
    this._isNotice = false;
  }

  /** What is shown. @type {'idle' | 'loading' | 'report' | 'no-result' | 'error'} */
  get state() {
    return this._outcome.status;
  }

  /** The report that is shown. The element closes it when it shows something else. @type {ImportReport | undefined} */
  get report() {
    return this._outcome.status === 'report' ? this._outcome.report : undefined;
  }

  /** What of the report is looked at, fit for an address: `reason` is a key, never a text of the answer. @type {ViewState} */
  get view() {
    return this.#explorer.state;
  }

  set view(view) {
    this.#explorer.state = view;
  }

  /**
   * Asks KooDrive for the result of a task and shows it. What ran before is aborted.
   * @param {string} [taskId] default: the `task-id` attribute
   * @returns {Promise<ImportReport | undefined>} the report; undefined where there is none, which is shown and told by `koodrive-error`. Never rejects.
   */
  load(taskId = this.taskId ?? undefined) {
    const source = { taskId: taskId || undefined };
    return this.#run(source, async (signal, onProgress) => {
      const language = this.language || this.#locale;
      const client = this.client ?? (await createClient({ ...this.#clientOptions, language }));
      return client.queryTaskResult({ taskId: source.taskId, language, signal, onProgress });
    });
  }

  /**
   * Shows a saved answer. Nothing goes over the network.
   * @param {Blob} file
   * @returns {Promise<ImportReport | undefined>} as `load()`
   */
  open(file) {
    return this.#run({ file }, async () => {
      const { locale, wasmUrl } = this.#clientOptions;
      const client = this.client ?? (await createClient({ locale, wasmUrl }));
      return client.openTaskResult(file);
    });
  }

  /** Ends what is running; it then ends with an error of the kind `aborted`. */
  abort() {
    this.#session.abort();
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('beforeprint', this.#onPrint);
    addEventListener('afterprint', this.#onPrint);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('beforeprint', this.#onPrint);
    removeEventListener('afterprint', this.#onPrint);
    // An element that is moved is removed and added again before this runs.
    queueMicrotask(() => this.isConnected || this.#session.reset());
  }

  /** The first time in a locale, its texts come before anything is drawn. */
  async scheduleUpdate() {
    await loadLocale(this.#locale);
    super.scheduleUpdate();
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    const isSameReport = this.report && !changed.has('_outcome');
    this.#nextFocus = this.shadowRoot?.activeElement ? (isSameReport ? '#failures-title' : 'h2') : undefined;
  }

  updated() {
    if (this.#nextFocus && !this.shadowRoot?.activeElement)
      /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(this.#nextFocus))?.focus();
  }

  render() {
    return html`<div class="reset">
      <div class="frame" lang=${this.#locale} dir="ltr">
        ${this.#renderOutcome(this._outcome)}
        <div class="status">
          <p
            class=${this._isNotice ? 'notice' : 'visually-hidden'}
            part="notice"
            role="status"
            .textContent=${this._announcement}
          ></p>
        </div>
      </div>
    </div>`;
  }

  /** @param {Outcome} outcome */
  #renderOutcome(outcome) {
    const texts = this.#texts;
    const onCopy = (/** @type {string} */ text) => this.#copy(text);
    switch (outcome.status) {
      case 'loading':
        return loadingView({ texts, progress: outcome.progress, onCancel: () => this.abort() });
      case 'report':
        return reportView({ texts, explorer: this.#explorer, exporter: this.#exporter, onCopy });
      case 'idle':
        return idleView(texts);
      default:
        return errorView({ texts, error: outcome.error, onCopy, onRetry: this.#retry(outcome.source) });
    }
  }

  get #locale() {
    return chooseLocale(this.locale, ...(this.locale ? [] : navigator.languages));
  }

  get #texts() {
    return textsFor(this.#locale);
  }

  get #clientOptions() {
    return {
      endpoint: this.endpoint || undefined,
      userId: this.userId || undefined,
      credentials: this.credentials,
      locale: this.#locale,
      wasmUrl: this.wasmUrl || undefined,
    };
  }

  /** @param {Source} source */
  #retry({ taskId, file }) {
    return file ? undefined : () => void this.load(taskId ?? '');
  }

  /**
   * @param {Source} source
   * @param {import('./state/report-session.js').Work} work
   */
  async #run(source, work) {
    const ended = await this.#session.start(source, work);
    return ended?.status === 'report' ? ended.report : undefined;
  }

  /** @param {Outcome} outcome */
  #show(outcome) {
    const texts = this.#texts;
    this._outcome = outcome;
    if (outcome.status !== 'report') this.#explorer.hide();
    if (outcome.status === 'idle') {
      this.#announce('');
      return;
    }
    const { taskId } = outcome.source;
    switch (outcome.status) {
      case 'loading':
        this._announcement = `${texts.say('loading')}. ${phaseText(texts, outcome.progress)}`;
        // Then the answer is on its way, and there is time.
        if (outcome.progress?.phase === 'connecting') setTimeout(texts.prepare);
        if (outcome.progress) this.#tell('koodrive-progress', { taskId, progress: outcome.progress });
        break;
      case 'report':
        this.#explorer.show(outcome.report, outcome.source);
        this.#announce(summaryText(texts, outcome.report));
        this.#tell('koodrive-report', { taskId, report: outcome.report });
        break;
      default:
        this.#announce(`${errorTitle(texts, outcome.error)}. ${outcome.error.message}`);
        if (!this.#tell('koodrive-error', { taskId, error: outcome.error })) this.#session.reset();
    }
  }

  /**
   * @param {string} name
   * @param {object} detail
   * @returns {boolean} false where a listener called preventDefault()
   */
  #tell(name, detail) {
    const cancelable = name === 'koodrive-error';
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }));
  }

  /** Paper has no scroll bar: all rows are drawn before the browser lays the pages out. @param {Event} event */
  #onPrint = ({ type }) => {
    this.#explorer.isPrinting = type === 'beforeprint';
    this.requestUpdate();
    this.performUpdate();
  };

  /** Says something to those who listen to the page. @param {string} text */
  #announce(text) {
    clearTimeout(this.#noticeTimer);
    this._isNotice = false;
    // The same words twice would not be read twice: the no-break space makes them differ.
    this._announcement = text === this._announcement ? `${text}\u00a0` : text;
  }

  /** Says something to all, for a while. @param {string} text */
  #notify(text) {
    this.#announce(text);
    this._isNotice = true;
    this.#noticeTimer = setTimeout(() => (this._isNotice = false), NOTICE_TIME);
  }

  /** @param {string} text */
  async #copy(text) {
    this.#notify(this.#texts.say((await copyToClipboard(text)) ? 'copied' : 'copy.failed'));
  }
}
