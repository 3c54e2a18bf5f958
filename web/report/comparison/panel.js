import { comparisonTexts, loadComparisonTexts } from '../../locales/comparison/index.js';
import { adoptPanelStyles } from '../file-panel/panel-styles.js';
import { ListLengths } from '../file-panel/panel-list.js';
import { PanelTexts } from '../file-panel/panel-texts.js';
import { changeColumn } from './change-column.js';
import { comparisonView } from './comparison-view.js';
import styles from './panel.css?inline';
import { resultText } from './result-text.js';

/** @typedef {import('../../client/koodrive-client.js').ImportReport} ImportReport */
/** @typedef {import('../../client/koodrive-client.js').KooDriveError} KooDriveError */
/** @typedef {import('../../client/koodrive-client.js').RunComparison} RunComparison */
/** @typedef {import('../../locales/comparison/index.js').ComparisonKey} ComparisonKey */
/** @typedef {import('../texts/texts.js').Texts} Texts */
/** A text of the panel. @typedef {(key: ComparisonKey, values?: import('../texts/texts.js').TextValues) => string} Say */

/**
 * A report that the shown one is compared with.
 * @typedef {object} Compared
 * @property {ImportReport} earlier
 * @property {string | undefined} fileName of a saved report
 * @property {RunComparison} comparison
 */

/** Compares the shown report with an earlier one: the one that was shown before, or a saved one. */
export class ComparisonPanel {
  /** @type {Compared | undefined} */
  compared;
  /** @type {KooDriveError | undefined} */
  error;
  isReading = false;
  isDropping = false;
  lengths;
  #texts;
  #needs;
  /** The latest choice; an older one that ends later is dropped. */
  #turn = 0;
  /** Opened here, and therefore closed here. @type {ImportReport | undefined} */
  #opened;

  /** @param {import('./comparison.js').Needs} needs */
  constructor(needs) {
    this.#needs = needs;
    this.#texts = new PanelTexts(needs.host, loadComparisonTexts, comparisonTexts);
    this.lengths = new ListLengths(needs.host);
    needs.host.addController(this);
  }

  hostConnected() {
    adoptPanelStyles(this.#needs.host.renderRoot, styles);
  }

  /** @param {Texts} texts */
  loadTexts(texts) {
    return this.#texts.load(texts);
  }

  /** @param {Texts} texts @returns {Say} */
  sayIn = (texts) => this.#texts.sayIn(texts);

  /** The report that was shown before this one. */
  get shownBefore() {
    return this.#needs.shownBefore();
  }

  /**
   * @param {Texts} texts
   * @param {import('../state/report-explorer.js').ReportExplorer} explorer
   */
  view(texts, explorer) {
    void this.loadTexts(texts);
    return comparisonView({ texts, say: this.sayIn(texts), panel: this, explorer });
  }

  /** Ends the comparison. */
  reset() {
    this.#turn += 1;
    this.#drop();
    this.isReading = false;
    this.#needs.host.requestUpdate();
  }

  /** @param {ImportReport} earlier which somebody else closes */
  compareWith(earlier) {
    return this.#compare(async () => earlier);
  }

  /** @param {File} file a saved report or answer */
  open(file) {
    return this.#compare(async (isLatest) => {
      const client = await this.#needs.getClient();
      const earlier = await client.openTaskResult(file);
      if (isLatest()) this.#opened = earlier;
      else earlier.close();
      return earlier;
    }, file.name);
  }

  /**
   * @param {(isLatest: () => boolean) => Promise<ImportReport>} earlierReport
   * @param {string} [fileName]
   */
  async #compare(earlierReport, fileName) {
    const turn = (this.#turn += 1);
    const isLatest = () => turn === this.#turn;
    this.#drop();
    this.isReading = true;
    this.#needs.host.requestUpdate();
    try {
      const earlier = await earlierReport(isLatest);
      if (isLatest()) this.#show(earlier, fileName);
    } catch (problem) {
      if (isLatest()) this.error = /** @type {KooDriveError} */ (problem);
    }
    if (!isLatest()) return;
    this.isReading = false;
    this.#tell();
  }

  /** @param {boolean} isDropping whether a file is dragged over the panel */
  setDropping(isDropping) {
    if (isDropping === this.isDropping) return;
    this.isDropping = isDropping;
    this.#needs.host.requestUpdate();
  }

  /** @param {ImportReport} earlier @param {string | undefined} fileName */
  #show(earlier, fileName) {
    const { explorer } = this.#needs;
    this.compared = { earlier, fileName, comparison: explorer.report.compareWith(earlier) };
    explorer.added.set(changeColumn(this.compared, this.sayIn, explorer.disclosure));
  }

  #drop() {
    this.#needs.explorer.added.remove('change');
    this.#opened?.close();
    this.#opened = undefined;
    this.compared = undefined;
    this.error = undefined;
    this.lengths.reset();
  }

  /** Says what came of it. */
  #tell() {
    const { announcer, host } = this.#needs;
    announcer.announce((texts) => resultText(texts, this.sayIn(texts), this));
    host.requestUpdate();
  }
}
