import { nothing } from 'lit';
import { latePart } from '../../loading/late-part.js';
import { loadOrNotify } from '../file-panel/late-panel.js';

/** @typedef {import('../state/report-explorer.js').ReportExplorer} ReportExplorer */
/** @typedef {import('../texts/texts.js').Texts} Texts */
/** @typedef {import('./exports.js').Exports} Exports */

const exportsPart = latePart(() => import('./exports.js'));

/** When the browser has time. Safari has no requestIdleCallback(). @type {(run: () => void) => void} */
const whenIdle = (run) => (globalThis.requestIdleCallback ?? setTimeout)(run);

/**
 * The exports of a report. Their code is loaded after the report is displayed, so that it is there when the network is not, or
 * at the latest when it is needed.
 */
export class LateExports {
  /** @type {Exports | undefined} */
  #exports;
  #host;
  #announcer;

  /**
   * @param {import('lit').LitElement} host
   * @param {import('../state/announcer.js').Announcer} announcer
   */
  constructor(host, announcer) {
    this.#host = host;
    this.#announcer = announcer;
  }

  /** Loads them when the browser has time. A failure is left to the reader's first export. */
  prepare() {
    whenIdle(() => void this.#load().catch(() => {}));
  }

  /**
   * What the menu offers; nothing until it is loaded.
   * @param {Texts} texts
   * @param {ReportExplorer} explorer
   */
  items(texts, explorer) {
    return this.#exports?.items(texts, explorer) ?? nothing;
  }

  /** Shows what the menu offers, or says why that is not possible. @returns {Promise<boolean>} whether it is there */
  async open() {
    const isThere = Boolean(await this.#loaded());
    this.#host.requestUpdate();
    return isThere;
  }

  /** Saves all of a report in the form that can be opened again. @param {Texts} texts @param {ReportExplorer} explorer */
  async save(texts, explorer) {
    await (await this.#loaded())?.save(texts, explorer);
  }

  #loaded() {
    return loadOrNotify(this.#announcer, () => this.#load());
  }

  async #load() {
    const { Exports } = await exportsPart();
    return (this.#exports ??= new Exports(this.#host, this.#announcer));
  }
}
