/** @typedef {NonNullable<import('../../client/koodrive-client.js').ViewOptions['sortBy']>} SortKey */

/**
 * A column of the table of failures. Its name is used as the member of a row, the sort key, the CSS class of its cells
 * and the end of its heading's text key, `column.<name>`.
 * @typedef {object} Column
 * @property {Exclude<SortKey, 'line'>} name
 * @property {boolean} [isRowHeader] its cell names the row to a screen reader
 * @property {number} sheetWidth in a workbook, in characters
 */

/** Every column of the answer, in the order of the table and of a workbook. @satisfies {readonly Column[]} */
export const COLUMNS = /** @type {const} */ ([
  { name: 'position', sheetWidth: 8 },
  { name: 'userName', sheetWidth: 36, isRowHeader: true },
  { name: 'desc', sheetWidth: 72 },
]);

/** @typedef {(typeof COLUMNS)[number]['name']} ColumnName */
