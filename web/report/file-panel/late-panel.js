import { nothing } from 'lit';
import { partError } from '../../client/koodrive-client.js';
import { LatePartError } from '../../loading/late-part.js';

/** @typedef {import('../texts/texts.js').Texts} Texts */
/** @typedef {import('../state/report-explorer.js').ReportExplorer} ReportExplorer */

/**
 * What is loaded when it is opened first.
 * @typedef {object} Panel
 * @property {(texts: Texts) => Promise<void>} loadTexts
 * @property {() => void} reset puts away what was chosen
 * @property {(texts: Texts, explorer: ReportExplorer) => unknown} view
 */

/**
 * Loads a part, or tells the reader why it cannot be had.
 * @template Part
 * @param {import('../state/announcer.js').Announcer} announcer
 * @param {() => Promise<Part>} load
 * @returns {Promise<Part | undefined>} undefined where the reader was told
 */
export async function loadOrNotify(announcer, load) {
  try {
    return await load();
  } catch (problem) {
    if (!(problem instanceof LatePartError)) throw problem;
    announcer.notify((now) => partError(problem, now.locale).message);
    return undefined;
  }
}

/** A panel of the report that a button opens and closes. Its code is loaded when it is opened first. */
export class LatePanel {
  isOpen = false;
  /** @type {Panel | undefined} */
  #panel;
  #host;
  #announcer;
  #load;

  /**
   * @param {import('lit').LitElement} host
   * @param {import('../state/announcer.js').Announcer} announcer
   * @param {() => Promise<() => Panel>} load loads what creates the panel; may reject with a LatePartError, and is then called again
   */
  constructor(host, announcer, load) {
    this.#host = host;
    this.#announcer = announcer;
    this.#load = load;
  }

  /** @param {Texts} texts */
  async toggle(texts) {
    this.isOpen = !this.isOpen;
    if (this.isOpen && !(await loadOrNotify(this.#announcer, () => this.#open(texts)))) this.isOpen = false;
    this.#host.requestUpdate();
  }

  /** Closes the panel and puts away what was chosen, for another report. */
  reset() {
    this.isOpen = false;
    this.#panel?.reset();
  }

  /**
   * @param {Texts} texts
   * @param {ReportExplorer} explorer
   */
  view(texts, explorer) {
    return this.isOpen && this.#panel ? this.#panel.view(texts, explorer) : nothing;
  }

  /** @param {Texts} texts */
  async #open(texts) {
    const create = await this.#load();
    // Created once, also if the button was pressed again while it was loading.
    this.#panel ??= create();
    await this.#panel.loadTexts(texts);
    return this.#panel;
  }
}
