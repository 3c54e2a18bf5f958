import { messageIn } from '../../client/koodrive-client.js';

/** @typedef {import('../texts/texts.js').Texts} Texts */
/** @typedef {import('./file-match.js').FileMatch} FileMatch */
/** @typedef {import('./panel.js').Say} Say */

const DEFAULT_NAME = 'CSV';

/**
 * The name of a column, or its number if it has none.
 * @param {Say} say
 * @param {readonly string[]} columns
 * @param {number} column
 */
export const columnName = (say, columns, column) =>
  columns[column]?.trim() || say('column.unnamed', { number: column + 1 });

/**
 * The sentence that says what was found in a file.
 * @param {Say} say
 * @param {FileMatch} matched
 * @param {(text: string) => string} [quote] what stands for the texts of the file
 */
export function foundText(say, matched, quote = (text) => `“${text}”`) {
  const { file, match, count } = matched;
  const name = quote(file.name ?? DEFAULT_NAME);
  const column = match.column === undefined ? '' : quote(columnName(say, file.columns, match.column));
  if (matched.hasFound) return say('found', { matched: match.matchedRows, count, file: name, column });
  if (matched.isNameless) return say('nameless', { file: name });
  if (file.rowCount === 0) return say('header-only', { file: name });
  return say(column && matched.isColumnChosen ? 'nothing.column' : 'nothing', { file: name, column });
}

/**
 * What came of a file, for screen readers.
 * @param {Texts} texts
 * @param {Say} say
 * @param {Pick<import('./panel.js').CorrectionPanel, 'error' | 'matched'>} panel
 */
export function resultText(texts, say, { error, matched }) {
  if (error) return `${say('fault')}. ${messageIn(error, texts.locale)}`;
  if (!matched) return '';
  const lists = Object.entries(matched.lists).filter(([, entries]) => entries.length > 0);
  const remarks = matched.hasFound
    ? lists.map(([key, entries]) =>
        say(/** @type {keyof typeof matched.lists} */ (key), { count: entries.length }),
      )
    : [];
  return [foundText(say, matched), ...remarks].join(' ');
}
