import { correctionTexts, loadCorrectionTexts } from '../../locales/correction/index.js';
import { adoptExportStyles, saveFile } from '../export/exports.js';
import { ListLengths } from '../file-panel/panel-list.js';
import { adoptPanelStyles } from '../file-panel/panel-styles.js';
import { PanelTexts } from '../file-panel/panel-texts.js';
import styles from './panel.css?inline';
import { panelView } from './panel-view.js';
import { FileMatch } from './file-match.js';
import { lineColumn } from './line-column.js';
import { resultText } from './result-text.js';

/** @typedef {import('../../client/koodrive-client.js').ImportFile} ImportFile */
/** @typedef {import('../../client/koodrive-client.js').ImportFileOptions} ImportFileOptions */
/** @typedef {import('../../client/koodrive-client.js').ImportReport} ImportReport */
/** @typedef {import('../../client/koodrive-client.js').KooDriveError} KooDriveError */
/** @typedef {import('../../locales/correction/index.js').CorrectionKey} CorrectionKey */
/** @typedef {import('../state/report-explorer.js').ReportExplorer} ReportExplorer */
/** @typedef {import('../texts/texts.js').Texts} Texts */
/** @typedef {import('../texts/texts.js').TextValues} TextValues */
/** A text of the panel. @typedef {(key: CorrectionKey, values?: TextValues) => string} Say */

/** The import file that was chosen for the report, what was found in it, and what is to be saved. */
export class CorrectionPanel {
  /** What was chosen last; it is opened again when its encoding or delimiter is changed. @type {Blob | undefined} */
  source;
  /** @type {ImportFileOptions} */
  options = {};
  /** @type {FileMatch | undefined} */
  matched;
  /** @type {KooDriveError | undefined} */
  error;
  isReading = false;
  isDropping = false;
  /** Whether rows that are not clear are written to the retry file. @type {'leave-out' | 'all'} */
  ambiguous = 'leave-out';
  /** Whether the files hold all failures or those that pass the filter. @type {'all' | 'shown'} */
  scope = 'all';
  /** The latest choice; an older one that ends later is dropped. */
  #turn = 0;
  #host;
  #announcer;
  #getClient;
  #added;
  #texts;
  lengths;

  /**
   * @param {import('lit').LitElement} host
   * @param {import('../state/announcer.js').Announcer} announcer
   * @param {import('./correction.js').GetClient} getClient
   * @param {import('../state/added-columns.js').AddedColumns} added of the table
   */
  constructor(host, announcer, getClient, added) {
    this.#host = host;
    this.#announcer = announcer;
    this.#getClient = getClient;
    this.#added = added;
    this.#texts = new PanelTexts(host, loadCorrectionTexts, correctionTexts);
    this.lengths = new ListLengths(host);
    host.addController(this);
  }

  hostConnected() {
    adoptExportStyles(this.#host.renderRoot);
    adoptPanelStyles(this.#host.renderRoot, styles);
  }

  /** @param {Texts} texts */
  loadTexts(texts) {
    return this.#texts.load(texts);
  }

  /** @param {Texts} texts @returns {Say} */
  sayIn = (texts) => this.#texts.sayIn(texts);

  /**
   * @param {Texts} texts
   * @param {ReportExplorer} explorer
   */
  view(texts, explorer) {
    void this.loadTexts(texts);
    return panelView({ texts, say: this.sayIn(texts), panel: this, explorer });
  }

  /** Puts the file away. */
  reset() {
    this.#turn += 1;
    this.#drop();
    this.source = undefined;
    this.options = {};
    this.isReading = false;
    this.#host.requestUpdate();
  }

  /**
   * @param {ImportReport} report
   * @param {Blob} source
   * @param {ImportFileOptions} [options]
   */
  async open(report, source, options = {}) {
    const turn = (this.#turn += 1);
    this.#drop();
    Object.assign(this, { source, options, isReading: true });
    this.#host.requestUpdate();
    try {
      const client = await this.#getClient();
      const file = await client.openImportFile(source, options);
      if (turn !== this.#turn) return file.close();
      this.matched = new FileMatch(report, file);
      this.#showLines();
    } catch (problem) {
      if (turn !== this.#turn) return;
      this.error = /** @type {KooDriveError} */ (problem);
    }
    this.isReading = false;
    this.#tell();
  }

  /** @param {ImportReport} report @param {ImportFileOptions} change */
  reopen(report, change) {
    if (this.source) void this.open(report, this.source, { ...this.options, ...change });
  }

  /** @param {number} column */
  chooseColumn(column) {
    this.matched?.chooseColumn(column, () => this.#showLines());
    this.lengths.reset();
    this.#tell();
  }

  /** Adds the lines to the table, if there are any. */
  #showLines() {
    const { matched } = this;
    if (matched?.hasFound) this.#added.set(lineColumn(matched.match, this.sayIn));
    else this.#added.remove('line');
  }

  /** @param {{ ambiguous?: 'leave-out' | 'all', scope?: 'all' | 'shown', isDropping?: boolean }} choice */
  choose(choice) {
    Object.assign(this, choice);
    this.#host.requestUpdate();
  }

  /** @param {Parameters<typeof saveFile>[1]} write */
  save(write) {
    return saveFile(this.#announcer, write);
  }

  /** Closes what was opened. */
  #drop() {
    this.#added.remove('line');
    this.matched?.close();
    this.matched = undefined;
    this.error = undefined;
    this.ambiguous = 'leave-out';
    this.lengths.reset();
  }

  /** Says what came of the file. */
  #tell() {
    this.#announcer.announce((texts) => resultText(texts, this.sayIn(texts), this));
    this.#host.requestUpdate();
  }
}
