import { flatSuccessBody } from './answer-body.js';
import { parameterRefusal } from './refusal.js';

/**
 * @typedef {import('./exchange.js').Exchange} Exchange
 * @typedef {import('./refusal.js').Refusal} Refusal
 * @typedef {{ taskId: string, status: number, taskType: number }} Entry
 */

/** A user who has no tasks. */
export const USER_WITHOUT_TASKS = 'no-tasks';
/** The first page is this short although more entries follow. */
const FIRST_PAGE = 4;
const LARGEST_PAGE = 100;
/** Cursors look like those of the API page's example. */
const CURSOR = 1723549107000;

/**
 * All pages: a short one, an empty one, then full ones.
 * @param {readonly Entry[]} entries
 * @param {number} size
 * @returns {(readonly Entry[])[]}
 */
function pagesOf(entries, size) {
  const first = Math.min(size, FIRST_PAGE);
  const pages = [entries.slice(0, first)];
  if (entries.length > first) pages.push([]);
  for (let at = first; at < entries.length; at += size) pages.push(entries.slice(at, at + size));
  return pages;
}

/**
 * Answers with one page of the list. Even pages have KooDrive's documented names and types, odd ones those of its example.
 * @param {Readonly<Record<string, string>>} parameters
 * @param {readonly Entry[]} entries
 * @param {Exchange} exchange
 * @returns {Promise<void> | Refusal}
 */
export function answerList(parameters, entries, exchange) {
  const { taskType, status, pageSize = LARGEST_PAGE, pageCursor = CURSOR } = parameters;
  const mine = exchange.request.headers['x-user-id'] === USER_WITHOUT_TASKS ? [] : entries;
  const wanted = mine.filter(
    (entry) =>
      (taskType === undefined || entry.taskType === Number(taskType)) &&
      (status === undefined || entry.status === Number(status)),
  );
  const pages = pagesOf(wanted, Number(pageSize));
  const at = Number(pageCursor) - CURSOR;
  if (!(at in pages)) return parameterRefusal('pageCursor', 'is unknown', '未知');
  const next = at + 1 < pages.length ? CURSOR + at + 1 : undefined;
  const page =
    at % 2 === 0
      ? { taskList: pages[at], nextCursor: next?.toString() }
      : { taskListDtos: pages[at], nextCursor: next };
  return exchange.send(200, flatSuccessBody(page, exchange.language));
}
