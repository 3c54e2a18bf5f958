/** @typedef {import('../../client/koodrive-client.js').ImportFile} ImportFile */
/** @typedef {import('../../client/koodrive-client.js').ImportMatch} ImportMatch */
/** @typedef {import('../../client/koodrive-client.js').ImportReport} ImportReport */
/** Failures of one name with the lines of its rows. @typedef {{ positions: readonly number[], lines: readonly number[] }} Entry */

/** A report's failures in an import file, by the column that fits best or another one. */
export class FileMatch {
  /** Whether the reader has chosen the column. */
  isColumnChosen = false;

  /**
   * @param {ImportReport} report
   * @param {ImportFile} file closed with this match
   */
  constructor(report, file) {
    this.report = report;
    this.file = file;
    this.match = report.matchWith(file);
    this.lists = listsOf(this.match);
  }

  /**
   * @param {number} column
   * @param {() => void} onMatch called with the new match in place, before the former one is closed
   */
  chooseColumn(column, onMatch) {
    const former = this.match;
    this.match = this.report.matchWith(this.file, { column });
    this.lists = listsOf(this.match);
    this.isColumnChosen = true;
    onMatch();
    former.close();
  }

  /** How many failures the report lists. */
  get count() {
    return this.report.failInfoList.length;
  }

  get isNameless() {
    const { warnings } = this.report;
    return warnings.some((one) => one.kind === 'without-user-name' && one.count === this.count);
  }

  /** Whether a failure's name stands in a row. */
  get hasFound() {
    return this.match.matchedRows > 0 || this.match.ambiguous.length > 0;
  }

  /** Rows of the file that bear names which fit more or fewer failures. */
  get unclearRows() {
    return this.match.ambiguous.reduce((count, { lines }) => count + lines.length, 0);
  }

  close() {
    this.match.close();
    this.file.close();
  }
}

/**
 * What a reader has to look at, by the key of its heading.
 * @param {ImportMatch} match
 * @returns {Readonly<Record<'unmatched' | 'several-rows' | 'several-failures' | 'folded' | 'without-domain', readonly Entry[]>>}
 */
function listsOf(match) {
  const entry = (/** @type {number} */ position) => ({
    positions: [position],
    lines: match.linesOf(position),
  });
  return {
    unmatched: match.unmatched.map(entry),
    'several-rows': match.inSeveralRows,
    'several-failures': match.claimed,
    folded: match.folded.map(entry),
    'without-domain': match.withoutDomain.map(entry),
  };
}
