import { copyToClipboard } from './clipboard.js';
import { MAX_SELECTED, Selection } from './selection.js';

/** @typedef {import('../../client/koodrive-client.js').ImportReport} ImportReport */
/** @typedef {import('./filtered-rows.js').FilteredRows} FilteredRows */

/** Selects and copies rows, and announces each change to screen readers. */
export class RowSelection {
  #selection = new Selection();
  #host;
  #announcer;
  #shown;

  /**
   * @param {import('lit').LitElement} host
   * @param {import('./announcer.js').Announcer} announcer
   * @param {{ readonly report: ImportReport, readonly rows: FilteredRows, readonly added: import('./added-columns.js').AddedColumns }} shown the report and its rows that are shown
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

  /** How many of the rows shown are selected. @returns {'none' | 'some' | 'all'} */
  get ofShown() {
    const { view } = this.#shown.rows;
    const count = this.#selection.countIn(view);
    if (count === 0) return 'none';
    return count === view.length ? 'all' : 'some';
  }

  /**
   * @param {number} index in the view
   * @param {boolean} chosen
   * @param {boolean} extend whether to include all rows since the last selected one, where that now stands
   */
  choose(index, chosen, extend) {
    const { view } = this.#shown.rows;
    const from = extend ? this.#selection.anchorIn(view) : undefined;
    this.#announce(this.#selection.choose(view, index, chosen, from));
  }

  /**
   * Selects all rows on the way from one to another.
   * @param {number} from index in the view
   * @param {number} to index in the view
   */
  chooseBetween(from, to) {
    this.#announce(this.#selection.choose(this.#shown.rows.view, to, true, from));
  }

  /** Selects or deselects all rows shown. @param {boolean} chosen */
  chooseAll(chosen) {
    const { view } = this.#shown.rows;
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

  /** Copies names and reasons as tab-separated text, for a spreadsheet, in the order on the screen. */
  async copy() {
    const positions = this.#inOrder();
    const { report, added } = this.#shown;
    const isCopied = await copyToClipboard(report.toTsv(positions, added.source), this.#host);
    this.#announcer.notify((texts) =>
      isCopied ? texts.say('selection.copied', { count: positions.length }) : texts.say('copy.failed'),
    );
  }

  /** Positions of the selected rows. Those that a search or a reason hides stand where they would be without it. */
  #inOrder() {
    const { report, rows } = this.#shown;
    const shown = this.#selection.inOrderOf(rows.view);
    if (shown.length === this.size) return shown;
    const all = report.view(rows.order);
    try {
      return this.#selection.inOrderOf(all);
    } finally {
      all.close();
    }
  }

  /** @param {boolean} isDone false if the selection would exceed its limit */
  #announce(isDone) {
    const count = this.size;
    if (isDone) this.#announcer.announce((texts) => texts.say('selection.count', { count }));
    else this.#announcer.notify((texts) => texts.say('selection.tooMany', { limit: MAX_SELECTED }));
    this.#host.requestUpdate();
  }
}
