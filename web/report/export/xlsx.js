import writeExcelFile from 'write-excel-file/browser';
import { COLUMNS } from '../state/columns.js';
import { MAX_CELL, cellText } from './cell-text.js';

/** @typedef {import('../texts/texts.js').Texts} Texts */
/** @typedef {import('./formats.js').Contents} Contents */
/** @typedef {import('./formats.js').Written} Written */
/** A cell: text, a number, or nothing. @typedef {string | number | undefined} Value */

/** Most rows of a workbook. The format allows 1,048,576, but the whole workbook is built in memory. */
const MAX_ROWS = 100_000;

const ROWS_AT_ONCE = 1000;

/**
 * Columns of a sheet: their headings and widths in characters.
 * @typedef {readonly { heading: string, width: number }[]} SheetColumns
 */

/**
 * A workbook of the failures, with the columns that were added to them.
 * @param {Contents} contents
 */
export function writeWorkbook({ report, view = report.view(), added, texts }) {
  const columns = [
    ...COLUMNS.map(({ name, sheetWidth }) => ({ heading: texts.say(`column.${name}`), width: sheetWidth })),
    ...added.all.map(({ heading, sheetWidth }) => ({ heading: heading(texts), width: sheetWidth })),
  ];
  return writeSheet({ columns, rows: failures(view, added.all, texts), texts });
}

/**
 * @param {object} sheet
 * @param {SheetColumns} sheet.columns
 * @param {Iterable<readonly Value[]>} sheet.rows
 * @param {Texts} sheet.texts
 * @returns {Promise<Written>}
 * @throws {RangeError} whose message is for the reader, if there are too many rows
 */
export async function writeSheet({ columns, rows, texts }) {
  let cutTexts = 0;
  const onCut = () => void (cutTexts += 1);
  const headings = columns.map(({ heading }) => ({
    .../** @type {NonNullable<ReturnType<typeof cell>>} */ (cell(heading, onCut)),
    fontWeight: /** @type {const} */ ('bold'),
  }));
  /** @type {ReturnType<typeof cell>[][]} */
  const data = [headings];
  for (const row of rows) {
    if (data.length > MAX_ROWS) throw new RangeError(texts.say('export.xlsx.limit', { limit: MAX_ROWS }));
    data.push(row.map((value) => cell(value, onCut)));
  }
  const sheet = writeExcelFile(data, {
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    sheet: texts.say('failures'),
  });
  return {
    blob: await sheet.toBlob(),
    remark: (now) => (cutTexts ? now.say('export.xlsx.cut', { count: cutTexts, limit: MAX_CELL }) : ''),
  };
}

/**
 * @param {import('../../client/koodrive-client.js').ReportView} view
 * @param {readonly import('../state/added-columns.js').AddedColumn[]} added
 * @param {Texts} texts
 * @returns {Iterable<readonly Value[]>}
 */
function* failures(view, added, texts) {
  for (let first = 0; first < view.length; first += ROWS_AT_ONCE) {
    for (const row of view.rows(first, ROWS_AT_ONCE)) {
      const values = COLUMNS.map(({ name }) => (name === 'position' ? row.position + 1 : row[name]));
      yield [...values, ...added.map(({ sheetValue }) => sheetValue(texts, row.position))];
    }
  }
}

/**
 * @param {Value} content
 * @param {() => void} onCut called for a text that a cell cannot hold whole
 */
function cell(content, onCut) {
  if (content === undefined) return null;
  if (typeof content === 'number') return { value: content, type: Number };
  const { value, isCut } = cellText(content);
  if (isCut) onCut();
  return { value, type: String, ...(value.includes('\n') && { wrap: true }) };
}
