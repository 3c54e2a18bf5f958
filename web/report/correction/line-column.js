import { dash } from '../texts/optional-value.js';
import { listedNumbers } from './listed-numbers.js';

/** @typedef {import('../texts/texts.js').Texts} Texts */

/** How many lines of a name that stands in several rows a cell lists. */
const MOST_LINES = 3;

/**
 * The column with the lines of the failures in the import file.
 * @param {import('../../client/koodrive-client.js').ImportMatch} match
 * @param {(texts: Texts) => import('./panel.js').Say} sayIn
 * @returns {import('../state/added-columns.js').AddedColumn}
 */
export const lineColumn = (match, sayIn) => ({
  name: 'line',
  sheetWidth: 10,
  source: { match },
  heading: (texts) => sayIn(texts)('line'),
  show(texts, position) {
    const lines = match.linesOf(position);
    const say = sayIn(texts);
    return lines.length ? listedNumbers(say, lines, MOST_LINES) : dash(say('line.none'));
  },
  sheetValue(_, position) {
    const lines = match.linesOf(position);
    return lines.length > 1 ? lines.join(' ') : lines[0];
  },
});
