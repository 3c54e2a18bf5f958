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

/**
 * The results with a target as a table for tests/bench/README.md: those of one group share a row.
 * @param {readonly Result[]} results
 * @param {{ date: string, machine: string, versions: string, command: string }} run
 */
export function figuresTable(results, { date, machine, versions, command }) {
  /** @type {Map<string, Result[]>} */
  const groups = new Map();
  for (const result of results.filter(({ target }) => target)) {
    const key = `${result.group ?? result.work}|${result.target?.says}`;
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  const rows = [...groups.values()].map((group) => [
    group[0].group ?? group[0].work,
    group[0].peer ? `÷ ${group[0].peer}` : group[0].unit,
    group.length > 1
      ? group.map(figureInGroup).join(', ')
      : figureInGroup({ ...group[0], member: undefined }),
    (group[0].target?.says ?? '').replace(` × ${group[0].peer}`, ''),
    group.every(({ reached }) => reached) ? 'yes' : '**no**',
  ]);
  const lines = [
    ['Work', 'Measure', 'Median (quartiles)', 'Target', 'Reached'],
    ['---', '---', '---', '---', '---'],
    ...rows,
  ];
  return [
    `${date}, ${machine}, ${versions}; the browser is headless. Reproduce with \`${command}\`.`,
    '',
    ...lines.map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n');
}

/** @param {Result} result */
function figureInGroup({ figure, member }) {
  const text = figure.lower === figure.upper ? short(figure.median) : withQuartiles(figure);
  return member ? `${member} ${text}` : text;
}
