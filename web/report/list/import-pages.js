import { BATCH_IMPORT, beginOf } from '../state/known-task.js';

/** @typedef {import('../../client/koodrive-client.js').KooDriveClient} KooDriveClient */
/** @typedef {import('../../client/koodrive-client.js').Task} Task */
/** @typedef {import('../../client/koodrive-client.js').TaskList} TaskList */

/** Pages may be short or empty before the last one, in an order that KooDrive does not document: so many entries are gathered at a time … */
const ENOUGH = 20;
/** … from so many pages at most. */
const MOST_PAGES = 10;

/**
 * Asks for pages of the batch imports until there are enough entries for a list, or no more pages.
 * @param {KooDriveClient} client
 * @param {object} options
 * @param {string} [options.pageCursor] default: the first page
 * @param {string} [options.language]
 * @param {AbortSignal} options.signal
 * @returns {Promise<TaskList>} rejects with a KooDriveError
 */
export async function askForImports(client, { pageCursor, ...options }) {
  /** @type {Task[]} */
  const tasks = [];
  let nextCursor = pageCursor;
  for (let pages = 0; pages < MOST_PAGES && tasks.length < ENOUGH; pages += 1) {
    const page = await client.listTasks({ taskType: BATCH_IMPORT, pageCursor: nextCursor, ...options });
    tasks.push(...page.tasks);
    nextCursor = page.nextCursor;
    if (nextCursor === undefined) break;
  }
  return { tasks, nextCursor };
}

/**
 * Several pages as one list, newest first as far as the entries tell their time; the other ones follow as KooDrive lists
 * them. An entry that has moved to another page meanwhile comes once, as it was seen last.
 * @param {readonly Task[]} former
 * @param {readonly Task[]} added
 * @returns {Task[]}
 */
export function mergedImports(former, added) {
  const isAdded = new Set(added.map(({ taskId }) => taskId).filter((taskId) => taskId !== undefined));
  const all = [...former.filter(({ taskId }) => !isAdded.has(taskId ?? '')), ...added];
  return all
    .map((task) => ({ task, time: beginOf(task)?.getTime() ?? -Infinity }))
    .sort((a, b) => (a.time === b.time ? 0 : b.time - a.time))
    .map(({ task }) => task);
}
