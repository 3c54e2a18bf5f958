import { LitElement, html, unsafeCSS } from 'lit';
import { createClient } from '../client/koodrive-client.js';
import { chooseLocale } from '../locales/index.js';
import { copyToClipboard } from './copyable.js';
import { errorTitle, errorView } from './error-view.js';
import { factsView } from './facts-view.js';
import { failuresView, pageCount } from './failures-view.js';
import { idleView } from './idle-view.js';
import { loadingView, phaseText } from './loading-view.js';
import { ReportSession } from './report-session.js';
import { summaryText, summaryView } from './summary-view.js';
import { textsFor } from './texts.js';
import { warningsView } from './warnings-view.js';
import tokens from './tokens.css?inline';
import controls from './controls.css?inline';
import layout from './koodrive-import-report.css?inline';
import panels from './panels.css?inline';
import summary from './summary-view.css?inline';
import failures from './failures-view.css?inline';

/** @typedef {import('../client/koodrive-client.js').ImportReport} ImportReport */
/** @typedef {import('../client/koodrive-client.js').KooDriveClient} KooDriveClient */
/** @typedef {import('../client/koodrive-client.js').Credentials} Credentials */
/** @typedef {import('./report-session.js').Outcome} Outcome */
/** @typedef {import('./report-session.js').Source} Source */
/** @typedef {import('./texts.js').Texts} Texts */

/**
 * Shows how a batch import went. It never asks KooDrive by itself: `load()` does.
 *
 * @fires koodrive-progress - `detail: { taskId, progress }` while a query runs
 * @fires koodrive-report - `detail: { taskId, report }`; the element closes the report when it shows something else
 * @fires koodrive-error - `detail: { taskId, error }`; `preventDefault()` keeps the element from showing the error
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
    _page: { state: true },
    _announcement: { state: true },
  };

  static styles = [tokens, controls, layout, panels, summary, failures].map((text) => unsafeCSS(text));

  #session = new ReportSession((outcome) => this.#show(outcome));
  #hadFocus = false;

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
    this._page = 0;
    this._announcement = '';
  }

  /** What is shown: `idle`, `loading`, `report`, `no-result` or `error`. */
  get state() {
    return this._outcome.status;
  }

  /** The report that is shown. The element closes it when it shows something else. @returns {ImportReport | undefined} */
  get report() {
    return this._outcome.status === 'report' ? this._outcome.report : undefined;
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

  disconnectedCallback() {
    super.disconnectedCallback();
    // An element that is moved is removed and added again before this runs.
    queueMicrotask(() => this.isConnected || this.#session.reset());
  }

  willUpdate() {
    this.#hadFocus = Boolean(this.shadowRoot?.activeElement);
  }

  updated() {
    // What held the focus is gone with the former state: the title of the new one is the next best place.
    if (this.#hadFocus && !this.shadowRoot?.activeElement) {
      /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('h2'))?.focus();
    }
  }

  render() {
    return html`<div class="visually-hidden" role="status">${this._announcement}</div>
      <div class="frame" lang=${this.#locale}>${this.#renderOutcome(this._outcome)}</div>`;
  }

  /** @param {Outcome} outcome */
  #renderOutcome(outcome) {
    const texts = this.#texts;
    const onCopy = (/** @type {string} */ text) => this.#copy(text);
    switch (outcome.status) {
      case 'loading':
        return loadingView({ texts, progress: outcome.progress, onCancel: () => this.abort() });
      case 'report':
        return this.#renderReport(outcome, onCopy);
      case 'idle':
        return idleView(texts);
      default:
        return errorView({ texts, error: outcome.error, onCopy, onRetry: this.#retry(outcome.source) });
    }
  }

  /**
   * @param {Extract<Outcome, { status: 'report' }>} outcome
   * @param {(text: string) => void} onCopy
   */
  #renderReport({ report, source }, onCopy) {
    const texts = this.#texts;
    const onPage = (/** @type {number} */ page) => {
      this._page = page;
      this.#announce(texts.say('page.of', { page: page + 1, pages: pageCount(report) }));
    };
    return html`<article class="report" part="report" aria-labelledby="report-title">
      <h2 id="report-title" class="report-title" tabindex="-1">${texts.say('title')}</h2>
      ${summaryView(texts, report)} ${warningsView(texts, report.warnings)}
      ${factsView({ texts, report, source, onCopy })}
      ${failuresView({ texts, report, page: this._page, onPage })}
    </article>`;
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
   * @param {import('./report-session.js').Work} work
   */
  async #run(source, work) {
    const ended = await this.#session.start(source, work);
    return ended?.status === 'report' ? ended.report : undefined;
  }

  /** @param {Outcome} outcome */
  #show(outcome) {
    const texts = this.#texts;
    this._outcome = outcome;
    if (outcome.status === 'idle') {
      this._announcement = '';
      return;
    }
    const { taskId } = outcome.source;
    switch (outcome.status) {
      case 'loading':
        this._announcement = `${texts.say('loading')}. ${phaseText(texts, outcome.progress)}`;
        if (outcome.progress) this.#tell('koodrive-progress', { taskId, progress: outcome.progress });
        break;
      case 'report':
        this._page = 0;
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

  /** @param {string} text */
  #announce(text) {
    // The same words twice would not be read twice: the no-break space makes them differ.
    this._announcement = text === this._announcement ? `${text}\u00a0` : text;
  }

  /** @param {string} text */
  async #copy(text) {
    this.#announce(this.#texts.say((await copyToClipboard(text)) ? 'copied' : 'copy.failed'));
  }
}
