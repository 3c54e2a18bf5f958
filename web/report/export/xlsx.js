import writeExcelFile from 'write-excel-file/browser';
import { COLUMNS } from '../state/columns.js';
import { cellText } from './cell-text.js';

/** @typedef {import('../../client/koodrive-client.js').ReportView} ReportView */
/** @typedef {import('../../client/koodrive-client.js').Row} Row */
/** @typedef {import('../texts/texts.js').Texts} Texts */

/** Most rows of a workbook. The format allows 1,048,576, but the whole workbook is built in memory. */
const MAX_ROWS = 100_000;

const ROWS_AT_ONCE = 1000;

/**
 * @param {ReportView} view
 * @param {Texts} texts
 * @returns {Promise<Blob>}
 */
export async function writeWorkbook(view, texts) {
  if (view.length > MAX_ROWS) throw new RangeError(texts.say('export.xlsx.limit', { limit: MAX_ROWS }));
  const headings = COLUMNS.map(({ name }) => ({
    value: texts.say(`column.${name}`),
    fontWeight: /** @type {const} */ ('bold'),
  }));
  const columns = COLUMNS.map(({ sheetWidth }) => ({ width: sheetWidth }));
  const data = [headings, ...dataRows(view)];
  return writeExcelFile(data, { columns, stickyRowsCount: 1, sheet: texts.say('failures') }).toBlob();
}

/** @param {ReportView} view */
function* dataRows(view) {
  for (let first = 0; first < view.length; first += ROWS_AT_ONCE) {
    for (const row of view.rows(first, ROWS_AT_ONCE)) yield COLUMNS.map(({ name }) => cell(row[name]));
  }
}

/** @param {Row[keyof Row]} value a number is a 0-based position */
function cell(value) {
  if (value === undefined) return null;
  return typeof value === 'number'
    ? { value: value + 1, type: Number }
    : { value: cellText(value), type: String };
}
