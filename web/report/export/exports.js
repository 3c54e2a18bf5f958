import { adoptLateStyles } from '../file-panel/late-styles.js';
import { Exporter } from './exporter.js';
import styles from './export-items.css?inline';
import { exportItems } from './export-items.js';
import { EXPORT_FORMATS, SAVED_FORMAT } from './formats.js';

export { scopeChoice } from './export-items.js';
export { saveFile } from './exporter.js';
export { loadWorkbookWriter } from './formats.js';

/** @typedef {import('../state/report-explorer.js').ReportExplorer} ReportExplorer */
/** @typedef {import('../texts/texts.js').Texts} Texts */

/** @param {DocumentFragment | HTMLElement} root */
export const adoptExportStyles = (root) => adoptLateStyles(root, [styles]);

/** Everything that saves a report: the entries of the menu, and what they do. */
export class Exports {
  #host;
  #exporter;

  /**
   * @param {import('lit').LitElement} host
   * @param {import('../state/announcer.js').Announcer} announcer
   */
  constructor(host, announcer) {
    this.#host = host;
    this.#exporter = new Exporter(host, announcer);
    host.addController(this);
  }

  hostConnected() {
    adoptExportStyles(this.#host.renderRoot);
  }

  /**
   * @param {Texts} texts
   * @param {ReportExplorer} explorer
   */
  items(texts, explorer) {
    const { report, source, rows, printing } = explorer;
    const exporter = this.#exporter;
    const exportable = {
      report,
      taskId: source.taskId,
      added: explorer.added,
      get filteredView() {
        return explorer.rows.isFiltered ? explorer.view : undefined;
      },
    };
    const files = EXPORT_FORMATS.map((format) => ({
      label: /** @type {const} */ (`export.${format.name}`),
      hint: /** @type {const} */ (`export.${format.name}.hint`),
      onClick: () => exporter.run(format, exportable, texts),
    }));
    return exportItems({
      texts,
      items: [
        ...files,
        { label: 'export.print', hint: 'export.print.hint', onClick: () => printing.print() },
      ],
      scope: rows.isFiltered
        ? {
            chosen: exporter.scope,
            counts: { all: report.failInfoList.length, shown: rows.count },
            onChoose: (scope) => exporter.chooseScope(scope),
          }
        : undefined,
    });
  }

  /**
   * Saves all of a report, with where it comes from, in the form that can be opened again.
   * @param {Texts} texts
   * @param {ReportExplorer} explorer
   */
  save(texts, { report, added }) {
    const { taskId } = report;
    return this.#exporter.run(SAVED_FORMAT, { report, taskId, added, filteredView: undefined }, texts);
  }
}
