import { latePart } from '../../loading/late-part.js';
import { markedText } from '../texts/marked-text.js';

/** @typedef {import('../../client/koodrive-client.js').ImportReport} ImportReport */
/** @typedef {import('../texts/texts.js').Texts} Texts */

/** What is needed only where a report holds odd characters. */
const load = latePart(() => import('./marking.js'));

/** @type {typeof import('./marking.js') | undefined} */
let marking;
/** The reports for which it was asked for, so that each tries once. @type {WeakSet<ImportReport>} */
const asked = new WeakSet();

/**
 * The report that is shown, and who is told once odd characters can be marked, or why they cannot.
 * @typedef {object} Marked
 * @property {ImportReport} report
 * @property {(problem?: import('../../loading/late-part.js').LatePartError) => void} onMarking
 */

/**
 * A text of the answer with odd characters and matches of the search marked.
 * @param {Texts} texts
 * @param {Marked} marked
 * @param {string} value
 * @param {'userName' | 'desc'} column
 * @param {RegExp} [pattern]
 */
export function oddText(texts, { report, onMarking }, value, column, pattern) {
  const kind = column === 'userName' ? 'odd-user-names' : 'odd-reasons';
  if (!report.warnings.some((warning) => warning.kind === kind)) return markedText(value, pattern);
  if (marking) {
    const oddities = report.odditiesIn(value, column);
    return oddities.length ? marking.signedText(texts, value, oddities, pattern) : markedText(value, pattern);
  }
  if (!asked.has(report)) {
    asked.add(report);
    load().then((part) => {
      marking = part;
      onMarking();
    }, onMarking);
  }
  return markedText(value, pattern);
}

/** Copies odd characters exactly. @param {ClipboardEvent} event */
export const onCopy = (event) => marking?.copyExactly(event);
