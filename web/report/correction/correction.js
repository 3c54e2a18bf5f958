import { nothing } from 'lit';
import { partError } from '../../client/koodrive-client.js';
import { LatePartError, latePart } from '../../loading/late-part.js';

/** @typedef {import('../texts/texts.js').Texts} Texts */
/** @typedef {import('../state/report-explorer.js').ReportExplorer} ReportExplorer */
/** @typedef {() => Promise<import('../../client/koodrive-client.js').KooDriveClient>} GetClient */

const loadPanel = latePart(() => import('./panel.js'));

/** *Correct and import again*: opens and closes the panel, which is loaded when it is opened first. */
export class Correction {
  isOpen = false;
  /** @type {import('./panel.js').CorrectionPanel | undefined} */
  #panel;
  #host;
  #announcer;
  #getClient;
  #added;

  /**
   * @param {import('lit').LitElement} host
   * @param {import('../state/announcer.js').Announcer} announcer
   * @param {GetClient} getClient
   * @param {import('../state/added-columns.js').AddedColumns} added of the table
   */
  constructor(host, announcer, getClient, added) {
    this.#host = host;
    this.#announcer = announcer;
    this.#getClient = getClient;
    this.#added = added;
  }

  /** @param {Texts} texts */
  async toggle(texts) {
    this.isOpen = !this.isOpen;
    try {
      if (this.isOpen) await this.#load(texts);
    } catch (problem) {
      if (!(problem instanceof LatePartError)) throw problem;
      this.isOpen = false;
      this.#announcer.notify((now) => partError(problem, now.locale).message);
    }
    this.#host.requestUpdate();
  }

  /** Closes the panel and puts the file away, for another report. */
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
  async #load(texts) {
    const { CorrectionPanel } = await loadPanel();
    this.#panel ??= new CorrectionPanel(this.#host, this.#announcer, this.#getClient, this.#added);
    await this.#panel.loadTexts(texts);
  }
}
