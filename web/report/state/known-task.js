/** @typedef {import('../../client/koodrive-client.js').Task} Task */

/** How KooDrive numbers the batch import of users among the types of tasks (API page "Querying Task Details"). */
export const BATCH_IMPORT = 1;

/**
 * What is known of a task: a list tells its times, the call for one task does not.
 * @param {Task | undefined} task
 * @param {readonly Task[]} listed
 * @param {string | undefined} [taskId] of the task, where it was not asked for
 * @returns {Task | undefined}
 */
export function knownTask(task, listed, taskId = task?.taskId) {
  const entry = taskId === undefined ? undefined : listed.find((one) => one.taskId === taskId);
  if (!task || !entry) return task ?? entry;
  const said = Object.entries(task).filter(([, value]) => value !== undefined);
  return { ...entry, ...Object.fromEntries(said) };
}

/**
 * When a task began to be worked on, or was created.
 * @param {Task} task
 */
export const beginOf = ({ startTime, createTime }) => startTime ?? createTime;

/**
 * How long a task took, in milliseconds; undefined where KooDrive does not say, or says that it ended before it began.
 * @param {Task} task
 */
export function durationOf({ startTime, endTime }) {
  const duration = startTime && endTime && endTime.getTime() - startTime.getTime();
  return duration !== undefined && duration >= 0 ? duration : undefined;
}
