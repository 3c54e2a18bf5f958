import { downloadFile, fileNameFor } from './download.js';

/** @typedef {import('../../client/koodrive-client.js').ImportReport} ImportReport */
/** @typedef {import('../../client/koodrive-client.js').ReportView} ReportView */
/** @typedef {import('../texts/texts.js').Texts} Texts */
/** @typedef {import('../state/report-explorer.js').ReportExplorer} ReportExplorer */
/** @typedef {'spreadsheet' | 'csv' | 'xlsx' | 'json'} ExportFormat */

const CSV = 'text/csv;charset=utf-8';

/**
 * What goes into a file; a view of all rows is left out.
 * @typedef {{ readonly report: ImportReport, readonly view: ReportView | undefined, readonly texts: Texts }} Contents
 */

/**
 * How each format is written. Text is written by the module, in C++.
 * @type {Record<ExportFormat, { extension: string, write: (contents: Contents) => Promise<Blob> }>}
 */
const FORMATS = {
  spreadsheet: {
    extension: 'csv',
    write: async ({ report, view }) =>
      new Blob([report.toCsv({ view, forSpreadsheet: true })], { type: CSV }),
  },
  csv: {
    extension: 'exact.csv',
    write: async ({ report, view }) =>
      new Blob([report.toCsv({ view, forSpreadsheet: false })], { type: CSV }),
  },
  json: {
    extension: 'json',
    write: async ({ report, view }) => new Blob([report.toJson({ view })], { type: 'application/json' }),
  },
  xlsx: {
    extension: 'xlsx',
    write: async (contents) => {
      const { writeWorkbook } = await import('./xlsx.js');
      // Read only now: the reader may have searched for something else meanwhile.
      return writeWorkbook(contents.view ?? contents.report.view(), contents.texts);
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
   * @param {import('../state/report-explorer.js').Voice} voice
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
    const isPart = () => this.scope === 'shown' && explorer.query.isFiltered;
    const contents = {
      report,
      texts,
      get view() {
        return isPart() ? explorer.view : undefined;
      },
    };
    try {
      const name = fileNameFor(source, report, extension);
      downloadFile(await write(contents), name);
      this.#voice.notify((spoken) => spoken.say('export.done', { name }));
    } catch (problem) {
      const { name, message } = /** @type {Error} */ (problem);
      // The module's and the workbook's own sentences say what to do; any other is for the developer.
      const isOurs = name === 'KooDriveError' || name === 'RangeError';
      this.#voice.notify((spoken) => (isOurs ? message : spoken.say('export.failed', { detail: message })));
    }
  }
}
