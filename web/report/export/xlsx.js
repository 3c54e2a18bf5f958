import writeExcelFile from 'write-excel-file/browser';

/** @typedef {import('../../client/koodrive-client.js').ReportView} ReportView */
/** @typedef {import('../texts/texts.js').Texts} Texts */

/** Rows that a workbook of this page may hold; the format's own limit is 1,048,576, but all of it is built in memory. */
const MAX_ROWS = 100_000;

/** Longest text of a cell (Excel specifications and limits). */
const MAX_CELL = 32_767;

const ROWS_AT_ONCE = 1000;

/**
 * @param {ReportView} view
 * @param {Texts} texts
 * @returns {Promise<Blob>}
 */
export async function writeWorkbook(view, texts) {
  if (view.length > MAX_ROWS) throw new RangeError(texts.say('export.xlsx.limit', { limit: MAX_ROWS }));
  const header = (/** @type {'position' | 'userName' | 'desc'} */ column) => ({
    value: texts.say(`column.${column}`),
    fontWeight: /** @type {const} */ ('bold'),
  });
  const data = [[header('position'), header('userName'), header('desc')], ...dataRows(view)];
  const columns = [{ width: 8 }, { width: 36 }, { width: 72 }];
  return writeExcelFile(data, { columns, stickyRowsCount: 1, sheet: texts.say('failures') }).toBlob();
}

/** @param {ReportView} view */
function* dataRows(view) {
  for (let first = 0; first < view.length; first += ROWS_AT_ONCE) {
    for (const { position, userName, desc } of view.rows(first, ROWS_AT_ONCE)) {
      yield [{ value: position + 1, type: Number }, textCell(userName), textCell(desc)];
    }
  }
}

/** @param {string | undefined} text */
function textCell(text) {
  return text === undefined ? null : { value: escapeText(text), type: String };
}

/**
 * XML has no place for most control characters and for lone surrogates; workbooks write them as `_xHHHH_`
 * (ECMA-376, ST_Xstring), and therefore also escape a text that looks like that already.
 * @param {string} text
 */
function escapeText(text) {
  const escaped = text
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    // eslint-disable-next-line no-control-regex -- these very characters are meant
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\r\ufffe\uffff]|\p{Surrogate}/gu, escapeCharacter)
    // The library looks texts up in a plain object, where those named like `constructor` are always found.
    .replace(/^./, (first) => (text in Object.prototype ? escapeCharacter(first) : first));
  return escaped.length <= MAX_CELL ? escaped : `${escaped.slice(0, MAX_CELL - 1)}…`;
}

/** @param {string} character one UTF-16 unit */
function escapeCharacter(character) {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
