import { html, nothing } from 'lit';
import { partError } from '../client/koodrive-client.js';
import { latePart } from '../loading/late-part.js';
import { normalizedView } from './element/view-state.js';
import { loadFollowing } from './following/following.js';

/** @typedef {import('./display/report-display.js').ReportDisplay} ReportDisplay */
/** @typedef {import('./display/report-display.js').DisplayOptions} DisplayOptions */
/** @typedef {import('./element/outcome.js').Outcome} Outcome */
/** @typedef {import('./element/view-state.js').ViewState} ViewState */

/** Views, styles and texts: more than half of the element's code, and none of it is needed to send a request. */
const displayPart = latePart(() => import('./display/report-display.js'));

/** The element's display, which is loaded while its first query waits for the network. Until then it shows nothing. */
export class LateDisplay {
  #element;
  #options;
  /** @type {ReportDisplay | undefined} */
  #display;
  /** @type {Promise<ReportDisplay> | undefined} */
  #loading;
  #hasFailed = false;
  /** Whether a task was followed. */
  #follows = false;
  /** The locale whose texts were asked for since the last query or file. @type {string | undefined} */
  #askedFor;
  /** What the portal has set before the display is there. @type {ViewState} */
  #view = {};

  /**
   * @param {import('lit').LitElement} element
   * @param {DisplayOptions} options
   */
  constructor(element, options) {
    this.#element = element;
    this.#options = options;
  }

  /** Whether it can render now, without waiting for the display or for texts. */
  get isReady() {
    return Boolean(this.#display) && this.#askedFor === this.#options.locale();
  }

  /** Loads the display and the texts of the current locale. Without the display, `render()` says an error only. */
  async prepare() {
    const display = await this.#load().catch(() => undefined);
    if (!display || this.isReady) return;
    this.#askedFor = this.#options.locale();
    await Promise.all([display.loadTexts(), this.#follows && this.#loadFollowing()]);
  }

  /** Loads what shows a task that is followed. Until it is there, and where it cannot be had, the element shows that it loads. */
  async prepareFollowing() {
    this.#follows = true;
    await this.#loadFollowing();
    const outcome = this.#options.outcome();
    // Says how the task stands, if that is known by now.
    if (outcome.status === 'running') this.show(outcome);
    this.#element.requestUpdate();
  }

  /**
   * Waits for the display of a report.
   * @param {{ close(): void }} report closed if it cannot be displayed
   * @throws {KooDriveError} kind `network`
   */
  async loaded(report) {
    try {
      await this.#load();
    } catch (problem) {
      report.close();
      throw problem;
    }
  }

  /** Lets what could not be loaded be asked for again. */
  tryAgain() {
    this.#askedFor = undefined;
    if (this.#hasFailed) this.#loading = undefined;
    this.#hasFailed = false;
  }

  /** @returns {ViewState} */
  get view() {
    return this.#display?.view ?? this.#view;
  }

  set view(view) {
    if (this.#display) this.#display.view = view;
    else this.#view = normalizedView(view);
  }

  /** @param {Outcome} outcome */
  show(outcome) {
    this.#display?.show(outcome);
  }

  /** Gives the element's shadow root its styles, once they are loaded. @param {ShadowRoot} root */
  adoptStyles(root) {
    this.#display?.adoptStyles(root);
  }

  render() {
    const outcome = this.#options.outcome();
    if (this.#display) return this.#display.render();
    return outcome.status === 'error'
      ? html`<p part="error" role="alert">${outcome.error.message}</p>`
      : nothing;
  }

  async #loadFollowing() {
    try {
      await loadFollowing(this.#options.locale(), () => this.#element.requestUpdate());
    } catch (problem) {
      console.warn('What shows a running import could not be loaded; it is followed all the same.', problem);
    }
  }

  /** @returns {Promise<ReportDisplay>} */
  #load() {
    return (this.#loading ??= this.#create());
  }

  async #create() {
    const { ReportDisplay } = await displayPart().catch((problem) => {
      this.#hasFailed = true;
      throw partError(problem, this.#options.locale());
    });
    const display = new ReportDisplay(this.#element, this.#options);
    this.#display = display;
    // Without one, the element has never been in a document.
    const { shadowRoot } = this.#element;
    if (shadowRoot) display.adoptStyles(shadowRoot);
    display.view = this.#view;
    display.show(this.#options.outcome());
    return display;
  }
}
