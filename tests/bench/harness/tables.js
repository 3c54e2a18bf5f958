/** @typedef {import('./results.js').Result} Result */
/** @typedef {import('./spread.js').Spread} Spread */

/** @param {number} value three digits that count */
export function short(value) {
  if (value === 0) return '0';
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en-US');
  return String(Number(value.toPrecision(3)));
}

/** @param {Spread} spread */
const withQuartiles = ({ median, lower, upper }) => `${short(median)} (${short(lower)}–${short(upper)})`;

/** @param {Result} result */
function verdict({ target, reached }) {
  if (!target) return ['', ''];
  return [target.says, reached ? 'reached' : 'MISSED'];
}

/** @param {Result} result */
function figureOf({ figure, peer, unit }) {
  const text = figure.lower === figure.upper ? short(figure.median) : withQuartiles(figure);
  return peer ? `${text} × ${peer}` : `${text} ${unit}`;
}

/** @param {Result} result */
function contendersOf({ contenders, unit }) {
  const figures = Object.entries(contenders).map(([name, { median }]) => `${name} ${short(median)}`);
  return `${figures.join(', ')} ${unit}`;
}

/**
 * A table of all results for a terminal.
 * @param {readonly Result[]} results
 */
export function textTable(results) {
  const head = ['part', 'where', 'work', 'figure (quartiles)', 'target', '', 'medians'];
  const rows = results.map((result) => [
    result.part,
    result.environment,
    result.work,
    figureOf(result),
    ...verdict(result),
    contendersOf(result),
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Where a result is from when its line does not say it. */
const UNNAMED = ['Chromium', 'dist/'];

/**
 * The results with a target as a table for tests/bench/README.md. The members of a group share a row, and so does the
 * same work in several browsers.
 * @param {readonly Result[]} results
 * @param {{ date: string, machine: string, versions: string, command: string }} run
 */
export function figuresTable(results, { date, machine, versions, command }) {
  /** @type {Map<string, Result[]>} */
  const groups = new Map();
  for (const result of results.filter(({ target }) => target)) {
    const place = result.member === undefined ? '' : result.environment;
    const key = `${result.group ?? result.work}|${result.target?.says}|${place}`;
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  const lines = [
    ['Work', 'Measure', 'Median (quartiles)', 'Target', 'Reached'],
    ['---', '---', '---', '---', '---'],
    ...[...groups.values()].map(figuresRow),
  ];
  return [
    `${date}, ${machine}, ${versions}; the browsers are headless. Reproduce with \`${command}\`.`,
    '',
    ...lines.map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n');
}

/** @param {Result[]} group */
function figuresRow(group) {
  const [{ group: shared, work, member, peer, unit, target, environment }] = group;
  const isElsewhere = group.some((result) => !UNNAMED.includes(result.environment));
  const place = member !== undefined && isElsewhere ? `, ${environment}` : '';
  const figures = group.map((result) => {
    const places = isElsewhere ? result.environment : undefined;
    return figureIn(result, member === undefined ? places : group.length > 1 ? result.member : undefined);
  });
  return [
    (shared ?? work) + place,
    peer ? `÷ ${peer}` : unit,
    figures.join(', '),
    (target?.says ?? '').replace(` × ${peer}`, ''),
    group.every(({ reached }) => reached) ? 'yes' : '**no**',
  ];
}

/** @param {Result} result @param {string} [label] */
function figureIn({ figure }, label) {
  const text = figure.lower === figure.upper ? short(figure.median) : withQuartiles(figure);
  return label ? `${label} ${text}` : text;
}
