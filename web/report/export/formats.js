import { latePart } from '../../loading/late-part.js';

/** @typedef {import('../../client/koodrive-client.js').ImportReport} ImportReport */
/** @typedef {import('../../client/koodrive-client.js').ReportView} ReportView */
/** @typedef {import('../texts/texts.js').Texts} Texts */

/**
 * The input of an export; `view` is undefined when it contains all rows.
 * @typedef {{ readonly report: ImportReport, readonly view: ReportView | undefined, readonly added: import('../state/added-columns.js').AddedColumns, readonly texts: Texts }} Contents
 */

/**
 * The written file, and what the reader has to know about it.
 * @typedef {{ blob: Blob, remark?: (texts: Texts) => string }} Written
 */

/**
 * A file format. The keys of its texts end with its name: `export.<name>` and `export.<name>.hint`.
 * @typedef {object} Format
 * @property {string} name
 * @property {string} extension of the file's name
 * @property {(contents: Contents) => Promise<Written>} write
 */

const CSV = 'text/csv;charset=utf-8';

/** Loads what writes workbooks. */
export const loadWorkbookWriter = latePart(() => import('./xlsx.js'));

/** The one that can be opened again. @satisfies {Format} */
export const SAVED_FORMAT = /** @type {const} */ ({
  name: 'json',
  extension: 'json',
  write: async (/** @type {Contents} */ { report, view, added }) => ({
    blob: new Blob([report.toJson({ view, ...added.source })], { type: 'application/json' }),
  }),
});

/** Every format, in the order of the menu. Text is written by the module, in C++. @satisfies {readonly Format[]} */
export const EXPORT_FORMATS = /** @type {const} */ ([
  {
    name: 'spreadsheet',
    extension: 'csv',
    write: async (/** @type {Contents} */ { report, view, added }) => ({
      blob: new Blob([report.toCsv({ view, ...added.source, forSpreadsheet: true })], { type: CSV }),
    }),
  },
  {
    name: 'xlsx',
    extension: 'xlsx',
    write: async (/** @type {Contents} */ contents) => {
      const { writeWorkbook } = await loadWorkbookWriter();
      // Read after the import, because the user may have changed the filter in the meantime.
      return writeWorkbook(contents);
    },
  },
  {
    name: 'csv',
    extension: 'exact.csv',
    write: async (/** @type {Contents} */ { report, view, added }) => ({
      blob: new Blob([report.toCsv({ view, ...added.source, forSpreadsheet: false })], { type: CSV }),
    }),
  },
  SAVED_FORMAT,
]);

/** @typedef {(typeof EXPORT_FORMATS)[number]} ExportFormat */
