import { html } from 'lit';
import { loadLocale } from '../../locales/index.js';
import { comparisonPanel } from '../comparison/comparison.js';
import { correctionPanel } from '../correction/correction.js';
import { LateExports } from '../export/late-exports.js';
import { Announcer } from '../state/announcer.js';
import { copyToClipboard } from '../state/clipboard.js';
import { Countdown } from '../state/countdown.js';
import { FocusKeeper } from '../state/focus-keeper.js';
import { ReportExplorer } from '../state/report-explorer.js';
import { adoptStyles } from './styles.js';
import { textsFor } from '../texts/texts.js';
import { outcomeText, outcomeView } from '../views/outcome-view.js';
import { statusView } from '../views/status-view.js';
import { warmUp } from './warm-up.js';

/** @typedef {import('../element/outcome.js').Outcome} Outcome */
/** @typedef {import('../element/outcome.js').Source} Source */
/** @typedef {import('../element/view-state.js').ViewState} ViewState */
/** @typedef {import('../texts/texts.js').Texts} Texts */
/** @typedef {import('../../client/koodrive-client.js').Task} Task */

/**
 * What the display reads from the element, and what it tells it.
 * @typedef {object} DisplayOptions
 * @property {() => Outcome} outcome what is shown
 * @property {() => string} locale of the texts
 * @property {() => Promise<import('../../client/koodrive-client.js').KooDriveClient>} fileClient opens files of this computer
 * @property {() => import('../../client/koodrive-client.js').ImportReport | undefined} shownBefore the report of another task or file that was shown before this one
 * @property {(view: ViewState) => void} onView the user searched, filtered or sorted
 * @property {() => readonly Task[]} tasks those of which the times are known
 * @property {() => void} onCancel
 * @property {(source: Source) => void} onRetry
 * @property {(source: Source) => void} onFollow waits until the task has ended
 */

/** All that the element shows: views, their state, styles and texts. */
export class ReportDisplay {
  #host;
  #options;
  #announcer;
  #explorer;
  #fileExports;
  #countdown;
  #correction;
  #comparison;
  #isPrepared = false;

  /**
   * @param {import('lit').LitElement} host
   * @param {DisplayOptions} options
   */
  constructor(host, options) {
    this.#host = host;
    this.#options = options;
    this.#announcer = new Announcer(host, () => this.#texts);
    this.#explorer = new ReportExplorer(host, this.#announcer, options.onView);
    this.#fileExports = new LateExports(host, this.#announcer);
    this.#countdown = new Countdown(host);
    this.#correction = correctionPanel(host, this.#announcer, options.fileClient, this.#explorer.added);
    this.#comparison = comparisonPanel({
      host,
      announcer: this.#announcer,
      explorer: this.#explorer,
      getClient: options.fileClient,
      shownBefore: options.shownBefore,
    });
    new FocusKeeper(host, () => {
      const outcome = options.outcome();
      return outcome.status === 'report' ? outcome.report : undefined;
    });
  }

  /** @returns {ViewState} */
  get view() {
    return this.#explorer.filter.state;
  }

  set view(view) {
    this.#explorer.filter.state = view;
  }

  /** Loads the texts of the current locale, or ends when English has to do. */
  loadTexts() {
    return loadLocale(this.#options.locale(), () => this.#host.requestUpdate());
  }

  /** @param {ShadowRoot} root the element's */
  adoptStyles(root) {
    adoptStyles(root);
  }

  /** @param {Outcome} outcome */
  show(outcome) {
    this.#correction.reset();
    this.#comparison.reset();
    if (outcome.status === 'report') this.#showReport(outcome);
    else this.#explorer.hide();
    const progress = outcome.status === 'running' ? outcome.progress : undefined;
    this.#countdown.until(progress?.phase === 'waiting' ? progress.nextLookAt : undefined);
    void this.#announce(outcome);
    const isConnecting = outcome.status === 'loading' && outcome.progress?.phase === 'connecting';
    if (isConnecting) this.#prepare();
  }

  render() {
    const outcome = this.#options.outcome();
    return html`<div class="reset">
      <div class="frame" lang=${this.#texts.locale} dir="ltr">
        ${outcomeView({
          texts: this.#texts,
          outcome,
          explorer: this.#explorer,
          fileExports: this.#fileExports,
          correction: this.#correction,
          comparison: this.#comparison,
          onCopy: this.#copy,
          onCancel: this.#options.onCancel,
          tasks: this.#options.tasks(),
          seconds: this.#countdown.seconds,
          ...this.#actions(outcome),
        })}
        ${statusView(this.#announcer)}
      </div>
    </div>`;
  }

  get #texts() {
    return textsFor(this.#options.locale());
  }

  /** @param {Extract<Outcome, { status: 'report' }>} outcome */
  #showReport({ report, source }) {
    this.#explorer.show(report, source);
    this.#fileExports.prepare();
  }

  /** Does what the first report needs while the query waits for the network. */
  #prepare() {
    if (this.#isPrepared) return;
    this.#isPrepared = true;
    const texts = this.#texts;
    texts.prepare();
    setTimeout(() => warmUp(texts));
  }

  /** @param {Outcome} outcome */
  async #announce(outcome) {
    // Screen readers read a change of a live region only.
    if (!this.#host.hasUpdated) await this.#host.updateComplete;
    if (outcome !== this.#options.outcome()) return;
    const compose = (/** @type {Texts} */ texts) => outcomeText(texts, outcome);
    const lasts = outcome.status === 'loading' || outcome.status === 'running';
    if (lasts) this.#announcer.update(compose);
    else this.#announcer.announce(compose);
  }

  /** What a reader can do after an error. @param {Outcome} outcome */
  #actions(outcome) {
    if (outcome.status === 'idle' || outcome.source.file) return {};
    const { source } = outcome;
    return { onRetry: () => this.#options.onRetry(source), onFollow: () => this.#options.onFollow(source) };
  }

  #copy = async (/** @type {string} */ text) => {
    const isCopied = await copyToClipboard(text, this.#host);
    this.#announcer.notify((texts) => texts.say(isCopied ? 'copied' : 'copy.failed'));
  };
}
