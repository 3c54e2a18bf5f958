/** @typedef {import('../../client/koodrive-client.js').ExportOptions} ExportOptions */
/** @typedef {import('../../client/koodrive-client.js').FailureChange} FailureChange */
/** @typedef {import('../texts/texts.js').Texts} Texts */

/**
 * A column that does not come from the answer, but from another file: the line in the import file, or what has changed since an
 * earlier report. Whoever adds it brings its texts along.
 * @typedef {object} AddedColumn
 * @property {'line' | 'change'} name also the CSS class of its cells
 * @property {number} sheetWidth in a workbook, in characters
 * @property {Pick<ExportOptions, 'match' | 'comparison'>} source what the client needs to sort, filter and export by it
 * @property {(texts: Texts) => string} heading
 * @property {(texts: Texts, position: number) => unknown} show what a cell of the table shows
 * @property {(texts: Texts, position: number) => string | number | undefined} sheetValue what a cell of a workbook holds
 * @property {(texts: Texts, change: FailureChange) => { text: string, release: string }} [filterTexts] what a filter by it is called, and the button that removes it
 */

/** The columns that are added to those of the answer, at most one of each name. */
export class AddedColumns {
  /** @type {Partial<Record<AddedColumn['name'], AddedColumn>>} */
  #byName = {};
  #onChange;

  /** @param {() => void} onChange called when a column is added, replaced or removed */
  constructor(onChange) {
    this.#onChange = onChange;
  }

  /** @param {AddedColumn} column */
  set(column) {
    this.#byName[column.name] = column;
    this.#onChange();
  }

  /** @param {AddedColumn['name']} name */
  remove(name) {
    if (!this.#byName[name]) return;
    delete this.#byName[name];
    this.#onChange();
  }

  get line() {
    return this.#byName.line;
  }

  get change() {
    return this.#byName.change;
  }

  /** In the order of the table. */
  get all() {
    return [this.line, this.change].filter((column) => column !== undefined);
  }

  /** What exports and views need to know of them. @returns {Pick<ExportOptions, 'match' | 'comparison'>} */
  get source() {
    return { ...this.line?.source, ...this.change?.source };
  }
}
