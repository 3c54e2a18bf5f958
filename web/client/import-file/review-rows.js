/** @typedef {import('koodrive-module').ImportFileHandle} ImportFileHandle */
/** @typedef {import('koodrive-module').ReportHandle} ReportHandle */

/**
 * What a review file is made of.
 * @typedef {object} Reviewed
 * @property {ReportHandle} report
 * @property {ImportFileHandle} file
 * @property {Iterable<number>} positions of the failures
 * @property {number} column of names
 * @property {(position: number) => Iterable<number>} rowsOf
 * @property {Uint32Array} lineOfRow
 * @property {readonly [string, string]} labels the headers of the first two columns
 */

/** How a text begins that a spreadsheet program would take for a formula: as in the core's table_text.cpp. (OWASP, CSV injection) */
const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/;

/** How many lines of a review file are one piece of it. */
const LINES_PER_PIECE = 1_000;

/**
 * The header and the rows of the review file: line, reason, then the fields of the row. A failure with several rows has each of
 * them; one without a row has its name alone.
 * @param {Reviewed} reviewed
 * @returns {Generator<string[], void, void>}
 */
export function* reviewRows({ report, file, positions, column, rowsOf, lineOfRow, labels }) {
  yield [...labels, ...file.fields(0)];
  for (const position of positions) {
    const [{ userName = '', desc = '' }] = report.failInfoList(position, 1);
    let isFound = false;
    for (const row of rowsOf(position)) {
      isFound = true;
      yield [`${lineOfRow[row]}`, desc, ...file.fields(row + 1)];
    }
    if (!isFound) yield ['', desc, ...Array(column).fill(''), userName];
  }
}

/** @param {string} text */
const forSpreadsheet = (text) => `"${FORMULA.test(text) ? "'" : ''}${text.replaceAll('"', '""')}"`;

/**
 * Rows as comma-separated values for spreadsheet programs, in pieces.
 * @param {Iterable<readonly string[]>} rows
 * @returns {string[]}
 */
export function reviewCsv(rows) {
  const pieces = ['\uFEFF'];
  /** @type {string[]} */
  let lines = [];
  const flush = () => {
    pieces.push(lines.join(''));
    lines = [];
  };
  for (const row of rows) {
    lines.push(`${row.map(forSpreadsheet).join(',')}\r\n`);
    if (lines.length === LINES_PER_PIECE) flush();
  }
  flush();
  return pieces;
}
