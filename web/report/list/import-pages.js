import { BATCH_IMPORT, beginOf } from '../state/known-task.js';

/** @typedef {import('../../client/koodrive-client.js').KooDriveClient} KooDriveClient */
/** @typedef {import('../../client/koodrive-client.js').Task} Task */
/** @typedef {import('../../client/koodrive-client.js').TaskList} TaskList */

/** Pages may be empty before the last one: so many are asked for until the reader is asked whether to go on. */
const MOST_EMPTY_PAGES = 10;

/**
 * Asks for pages of the batch imports until one of them has entries, or there are no more.
 * @param {KooDriveClient} client
 * @param {object} options
 * @param {string} [options.pageCursor] default: the first page
 * @param {string} [options.language]
 * @param {AbortSignal} options.signal
 * @returns {Promise<TaskList>} rejects with a KooDriveError
 */
export async function askForImports(client, { pageCursor, ...options }) {
  let page = await client.listTasks({ taskType: BATCH_IMPORT, pageCursor, ...options });
  for (let empty = 1; page.tasks.length === 0 && page.nextCursor && empty < MOST_EMPTY_PAGES; empty += 1)
    page = await client.listTasks({ taskType: BATCH_IMPORT, pageCursor: page.nextCursor, ...options });
  return page;
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
