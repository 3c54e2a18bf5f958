/** @typedef {import('./koodrive-client.d.ts').ExportOptions} ExportOptions */

/** How a list of numbers or words ends the line of a row in each format. An empty list says nothing about the row. */
const SYNTAX = Object.freeze({
  csv: (/** @type {string} */ _, /** @type {readonly unknown[]} */ values) => `,"${values.join(' ')}"`,
  exactCsv: (/** @type {string} */ _, /** @type {readonly unknown[]} */ values) => `,${values.join(' ')}`,
  tsv: (/** @type {string} */ _, /** @type {readonly unknown[]} */ values) => `\t${values.join(' ')}`,
  json: (/** @type {string} */ name, /** @type {readonly unknown[]} */ values) =>
    `${JSON.stringify(name)}:${JSON.stringify(name === 'change' ? values[0] : values)}`,
});

/**
 * The lines in the import file, and what has changed, as the end of each row in an export: the header's first, each with a line
 * feed after it. Numbers and words need no escaping in any format.
 * @param {number} count of failures
 * @param {keyof typeof SYNTAX} format
 * @param {ExportOptions} options
 * @returns {string} empty if neither is asked for
 */
export function rowTails(count, format, { match, comparison }) {
  /** @type {[string, (position: number) => readonly unknown[]][]} */
  const columns = [];
  if (match) columns.push(['lines', (position) => match.linesOf(position)]);
  if (comparison) columns.push(['change', (position) => [comparison.changeOf(position)]]);
  if (columns.length === 0) return '';
  const write = SYNTAX[format];
  const separator = format === 'json' ? ',' : '';
  const tails = [columns.map(([name]) => write(name, [name])).join(separator)];
  for (let position = 0; position < count; position += 1) {
    tails.push(columns.map(([name, valuesOf]) => write(name, valuesOf(position))).join(separator));
  }
  return `${tails.join('\n')}\n`;
}
