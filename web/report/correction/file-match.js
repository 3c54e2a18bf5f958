/** @typedef {import('../../client/koodrive-client.js').AmbiguousName} AmbiguousName */
/** @typedef {import('../../client/koodrive-client.js').ImportFile} ImportFile */
/** @typedef {import('../../client/koodrive-client.js').ImportMatch} ImportMatch */
/** @typedef {import('../../client/koodrive-client.js').ImportReport} ImportReport */
/** @typedef {import('../../client/koodrive-client.js').MatchStrength} MatchStrength */
/** @typedef {import('../../client/koodrive-client.js').ReportView} ReportView */
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
    this.lists = listsOf(report, this.match);
  }

  /** @param {number} column */
  chooseColumn(column) {
    const former = this.match;
    this.match = this.report.matchWith(this.file, { column });
    this.lists = listsOf(this.report, this.match);
    this.isColumnChosen = true;
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

  /**
   * How many rows a retry file has.
   * @param {ReportView | undefined} view
   * @param {'leave-out' | 'all'} ambiguous
   */
  retryRows(view, ambiguous) {
    const { match } = this;
    const isAll = ambiguous === 'all';
    if (!view) return match.matchedRows + (isAll ? this.unclearRows : 0);
    const lines = new Set();
    for (const position of view.positions(0, view.length)) {
      if (isAll || match.strengthOf(position)) match.linesOf(position).forEach((line) => lines.add(line));
    }
    return lines.size;
  }

  close() {
    this.match.close();
    this.file.close();
  }
}

/**
 * What a reader has to look at, by the key of its heading.
 * @param {ImportReport} report
 * @param {ImportMatch} match
 * @returns {Readonly<Record<'unmatched' | 'several-rows' | 'several-failures' | 'folded' | 'without-domain', readonly Entry[]>>}
 */
function listsOf({ failInfoList }, match) {
  const entry = (/** @type {number} */ position) => ({
    positions: [position],
    lines: match.linesOf(position),
  });
  /** @type {Record<MatchStrength, Entry[]>} */
  const byStrength = { exact: [], folded: [], 'without-domain': [] };
  for (let position = 0; position < failInfoList.length; position += 1) {
    const strength = match.strengthOf(position);
    if (strength && strength !== 'exact') byStrength[strength].push(entry(position));
  }
  const isInMoreRows = (/** @type {AmbiguousName} */ { positions, lines }) => positions.length < lines.length;
  return {
    unmatched: match.unmatched.map(entry),
    'several-rows': match.ambiguous.filter(isInMoreRows),
    'several-failures': match.ambiguous.filter((name) => !isInMoreRows(name)),
    folded: byStrength.folded,
    'without-domain': byStrength['without-domain'],
  };
}
