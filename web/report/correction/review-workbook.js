import { loadWorkbookWriter } from '../export/exports.js';

/** @typedef {import('../../client/koodrive-client.js').ReportView} ReportView */
/** @typedef {import('../texts/texts.js').Texts} Texts */

/** Widths in characters: of the line, of the reason, and of each column of the import file. */
const WIDTHS = Object.freeze({ line: 8, reason: 60, field: 24 });

/** The name of an import file that was not opened as a file. */
const DEFAULT_NAME = 'users';

/**
 * The review file as a workbook: line, reason and the columns of the import file, each text as it is.
 * @param {object} options
 * @param {import('../../client/koodrive-client.js').ImportMatch} options.match
 * @param {() => ReportView | undefined} options.view read after the writer is loaded, as the filter may change meanwhile
 * @param {{ lineLabel: string, reasonLabel: string }} options.labels
 * @param {Texts} options.texts
 */
export async function reviewWorkbook({ match, view: viewNow, labels, texts }) {
  const { writeSheet } = await loadWorkbookWriter();
  const rows = match.reviewRows({ view: viewNow(), ...labels })[Symbol.iterator]();
  /** @type {readonly string[]} */
  const headings = rows.next().value;
  const columns = headings.map((heading, at) => ({
    heading,
    width: at === 0 ? WIDTHS.line : at === 1 ? WIDTHS.reason : WIDTHS.field,
  }));
  const written = await writeSheet({ columns, rows: withNumbers(rows), texts });
  const importFile = match.fileName ?? DEFAULT_NAME;
  return { ...written, name: `${importFile.replace(/\.[^.]*$/, '')}-review.xlsx` };
}

/**
 * Rows whose first cell, the line, is a number.
 * @param {Iterator<readonly string[]>} rows
 */
function* withNumbers(rows) {
  for (let next = rows.next(); !next.done; next = rows.next()) {
    const [line, ...others] = next.value;
    yield [line ? Number(line) : undefined, ...others];
  }
}
