import { messageIn } from '../../client/koodrive-client.js';
import { positionsOf } from '../state/filtered-rows.js';

/** What can have become of a failure, in the order in which it is shown. */
export const CHANGES = Object.freeze(
  /** @type {const} */ (['new', 'same-reason', 'other-reason', 'unclear']),
);

/**
 * What came of a comparison, for screen readers.
 * @param {import('../texts/texts.js').Texts} texts
 * @param {import('./panel.js').Say} say
 * @param {Pick<import('./panel.js').ComparisonPanel, 'error' | 'compared'>} panel
 */
export function resultText(texts, say, { error, compared }) {
  if (error) return `${say('fault')}. ${messageIn(error, texts.locale)}`;
  if (!compared) return '';
  const { comparison, earlier } = compared;
  const sentences = CHANGES.filter((change) => countOf(comparison, change) > 0).map(
    (change) => `${say(change)}: ${texts.number(countOf(comparison, change))}.`,
  );
  const gone = say('gone', { count: comparison.noLongerFailing.length });
  return [comparedWith(texts, say, earlier), ...sentences, `${gone}.`].join(' ');
}

/**
 * @param {import('../../client/koodrive-client.js').RunComparison} comparison
 * @param {(typeof CHANGES)[number]} change
 */
export const countOf = (comparison, change) => positionsOf(comparison, change).length;

/**
 * @param {import('../texts/texts.js').Texts} texts
 * @param {import('./panel.js').Say} say
 * @param {import('../../client/koodrive-client.js').ImportReport} earlier
 */
export const comparedWith = (texts, say, { taskId, receivedAt }) =>
  taskId
    ? say('with.task', { task: taskId, time: texts.dateTime(receivedAt) })
    : say('with.time', { time: texts.dateTime(receivedAt) });
