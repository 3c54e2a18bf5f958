import { copyToClipboard } from './clipboard.js';
import { MAX_SELECTED, Selection } from './selection.js';

/** @typedef {import('../../client/koodrive-client.js').ImportReport} ImportReport */
/** @typedef {import('../../client/koodrive-client.js').ReportView} ReportView */

/** Selects and copies rows, and announces each change to screen readers. */
export class RowSelection {
  #selection = new Selection();
  #host;
  #announcer;
  #shown;

  /**
   * @param {import('lit').LitElement} host
   * @param {import('./announcer.js').Announcer} announcer
   * @param {{ readonly report: ImportReport, readonly view: ReportView }} shown the report and its current view
   */
  constructor(host, announcer, shown) {
    this.#host = host;
    this.#announcer = announcer;
    this.#shown = shown;
  }

  get size() {
    return this.#selection.size;
  }

  /** @param {number} position in the answer */
  has(position) {
    return this.#selection.has(position);
  }

  /**
   * @param {number} index in the view
   * @param {boolean} chosen
   * @param {boolean} extend whether to include all rows since the last selected one
   */
  choose(index, chosen, extend) {
    this.#announce(this.#selection.choose(this.#shown.view, index, chosen, extend));
  }

  /** @param {boolean} chosen */
  chooseAll(chosen) {
    const { view } = this.#shown;
    this.#announce(this.#selection.chooseRange(view, 0, view.length, chosen));
  }

  clear() {
    this.#selection.clear();
    this.#announce(true);
  }

  /** Clears the selection for another report, without an announcement. */
  reset() {
    this.#selection.clear();
  }

  /** Copies names and reasons as tab-separated text, for a spreadsheet. */
  async copy() {
    const { positions } = this.#selection;
    const isCopied = await copyToClipboard(this.#shown.report.toTsv(positions), this.#host);
    this.#announcer.notify((texts) =>
      isCopied ? texts.say('selection.copied', { count: positions.length }) : texts.say('copy.failed'),
    );
  }

  /** @param {boolean} isDone false if the selection would exceed its limit */
  #announce(isDone) {
    const count = this.size;
    if (isDone) this.#announcer.announce((texts) => texts.say('selection.count', { count }));
    else this.#announcer.notify((texts) => texts.say('selection.tooMany', { limit: MAX_SELECTED }));
    this.#host.requestUpdate();
  }
}
