import writeExcelFile from 'write-excel-file/browser';
import { COLUMNS } from '../state/columns.js';
import { MAX_CELL, cellText } from './cell-text.js';

/** @typedef {import('../../client/koodrive-client.js').ReportView} ReportView */
/** @typedef {import('../../client/koodrive-client.js').Row} Row */
/** @typedef {import('../texts/texts.js').Texts} Texts */
/** @typedef {import('./formats.js').Written} Written */

/** Most rows of a workbook. The format allows 1,048,576, but the whole workbook is built in memory. */
const MAX_ROWS = 100_000;

const ROWS_AT_ONCE = 1000;

/**
 * @param {ReportView} view
 * @param {Texts} texts
 * @returns {Promise<Written>}
 */
export async function writeWorkbook(view, texts) {
  if (view.length > MAX_ROWS) throw new RangeError(texts.say('export.xlsx.limit', { limit: MAX_ROWS }));
  const headings = COLUMNS.map(({ name }) => ({
    value: texts.say(`column.${name}`),
    fontWeight: /** @type {const} */ ('bold'),
  }));
  const columns = COLUMNS.map(({ sheetWidth }) => ({ width: sheetWidth }));
  let cutTexts = 0;
  const data = [headings, ...dataRows(view, () => (cutTexts += 1))];
  const sheet = writeExcelFile(data, { columns, stickyRowsCount: 1, sheet: texts.say('failures') });
  return {
    blob: await sheet.toBlob(),
    remark: (now) => (cutTexts ? now.say('export.xlsx.cut', { count: cutTexts, limit: MAX_CELL }) : ''),
  };
}

/**
 * @param {ReportView} view
 * @param {() => void} onCut called for each text that a cell cannot hold whole
 */
function* dataRows(view, onCut) {
  for (let first = 0; first < view.length; first += ROWS_AT_ONCE) {
    for (const row of view.rows(first, ROWS_AT_ONCE)) yield COLUMNS.map(({ name }) => cell(row[name], onCut));
  }
}

/**
 * @param {Row[keyof Row]} content a number is a 0-based position
 * @param {() => void} onCut
 */
function cell(content, onCut) {
  if (content === undefined) return null;
  if (typeof content === 'number') return { value: content + 1, type: Number };
  const { value, isCut } = cellText(content);
  if (isCut) onCut();
  return { value, type: String, ...(value.includes('\n') && { wrap: true }) };
}
