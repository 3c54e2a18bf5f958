import { BATCH_IMPORT, durationOf } from '../state/known-task.js';

/**
 * How long the latest import took that has succeeded, in milliseconds.
 * @param {readonly import('../../client/koodrive-client.js').Task[]} listed
 */
export function lastDuration(listed) {
  const ended = listed.filter(
    (task) => task.taskType === BATCH_IMPORT && task.status === 'success' && durationOf(task) !== undefined,
  );
  ended.sort((a, b) => Number(b.endTime) - Number(a.endTime));
  return ended.length ? durationOf(ended[0]) : undefined;
}
