import { downloadFile, fileNameFor } from './download.js';

/** @typedef {import('../client/koodrive-client.js').ImportReport} ImportReport */
/** @typedef {import('../client/koodrive-client.js').ReportView} ReportView */
/** @typedef {import('./texts.js').Texts} Texts */
/** @typedef {import('./report-explorer.js').ReportExplorer} ReportExplorer */
/** @typedef {'spreadsheet' | 'csv' | 'xlsx' | 'json'} ExportFormat */

const CSV = 'text/csv;charset=utf-8';

/**
 * How each format is written. Text is written by the module, in C++.
 * @type {Record<ExportFormat, { extension: string, write: (report: ImportReport, view: ReportView | undefined, texts: Texts) => Promise<Blob> }>}
 */
const FORMATS = {
  spreadsheet: {
    extension: 'csv',
    write: async (report, view) => new Blob([report.toCsv({ view, forSpreadsheet: true })], { type: CSV }),
  },
  csv: {
    extension: 'exact.csv',
    write: async (report, view) => new Blob([report.toCsv({ view, forSpreadsheet: false })], { type: CSV }),
  },
  json: {
    extension: 'json',
    write: async (report, view) => new Blob([report.toJson({ view })], { type: 'application/json' }),
  },
  xlsx: {
    extension: 'xlsx',
    write: async (report, view, texts) => {
      const { writeWorkbook } = await import('./xlsx.js');
      return writeWorkbook(view ?? report.view(), texts);
    },
  },
};

/** Hands a report over as a file. */
export class Exporter {
  /** Whether a file holds the rows that are shown, or all. @type {'all' | 'shown'} */
  scope = 'all';
  #host;
  #voice;

  /**
   * @param {import('lit').LitElement} host
   * @param {import('./report-explorer.js').Voice} voice
   */
  constructor(host, voice) {
    this.#host = host;
    this.#voice = voice;
  }

  /** @param {'all' | 'shown'} scope */
  choose(scope) {
    this.scope = scope;
    this.#host.requestUpdate();
  }

  /**
   * @param {ExportFormat} format
   * @param {ReportExplorer} explorer
   * @param {Texts} texts
   */
  async run(format, explorer, texts) {
    const { report, source } = explorer;
    const { extension, write } = FORMATS[format];
    const view = this.scope === 'shown' && explorer.query.isFiltered ? explorer.view : undefined;
    try {
      const name = fileNameFor(source, report, extension);
      downloadFile(await write(report, view, texts), name);
      this.#voice.notify((spoken) => spoken.say('export.done', { name }));
    } catch (problem) {
      const { name, message } = /** @type {Error} */ (problem);
      // The module's and the workbook's own sentences say what to do; any other is for the developer.
      const isOurs = name === 'KooDriveError' || name === 'RangeError';
      this.#voice.notify((spoken) => (isOurs ? message : spoken.say('export.failed', { detail: message })));
    }
  }
}
