import { KooDriveError, wrongType } from '../errors.js';
import { checkText } from '../options.js';
import { follow } from './follow.js';

/** @typedef {import('../koodrive-client.d.ts').FollowOptions} FollowOptions */
/** @typedef {import('../koodrive-client.d.ts').ImportReport} ImportReport */
/** @typedef {import('../koodrive-client.d.ts').ListTasksOptions} ListTasksOptions */
/** @typedef {import('../koodrive-client.d.ts').Task} Task */
/** @typedef {import('../koodrive-client.d.ts').TaskList} TaskList */
/** @typedef {import('../koodrive-client.d.ts').TaskOptions} TaskOptions */
/** @typedef {import('../koodrive-client.d.ts').TaskResultOptions} TaskResultOptions */
/** @typedef {import('../query.js').Ids} Ids */
/** @typedef {import('../../locales/loaded.js').Locale} Locale */
/** @typedef {Parameters<import('koodrive-module').TaskResultClient['queryTask']>[1]} TaskCallbacks */
/** @typedef {Extract<Parameters<TaskCallbacks['settle']>[0], { ok: true }>['value']['answer']} TaskRecord a task as the core decodes it */

/** The statuses that KooDrive numbers, by their numbers. @type {readonly Task['status'][]} */
const STATUSES = Object.freeze(['new', 'executing', 'success', 'failed']);
const LARGEST_PAGE = 100;
const DEFAULT_MAX_WAIT_MS = 600_000;
const LONGEST_MAX_WAIT_MS = 2 ** 31 - 1;

/**
 * What the client lends to the calls about tasks.
 * @typedef {object} Lent
 * @property {import('../module.js').Core} core
 * @property {Locale} locale of errors
 * @property {<Answer, Value>(options: TaskResultOptions, call: import('../query.js').Call<Answer, Value>) => Promise<Value>} query
 * @property {(options: TaskResultOptions) => Promise<import('../report.js').ImportReport>} queryTaskResult
 */

/** @param {number | undefined} number */
const digits = (number) => number?.toString() ?? '';

/** @param {number | undefined} time */
const dateOf = (time) => (time === undefined ? undefined : new Date(time));

/**
 * @param {TaskRecord} record
 * @returns {Task}
 */
const taskFrom = (record) =>
  Object.freeze({
    ...record,
    createTime: dateOf(record.createTime),
    startTime: dateOf(record.startTime),
    endTime: dateOf(record.endTime),
  });

/**
 * The clock of following: that of the page.
 * @type {import('./follow.js').Clock}
 */
const CLOCK = Object.freeze({
  now: () => performance.now(),
  setTimeout: (call, milliseconds) => setTimeout(call, milliseconds),
  clearTimeout: (timer) => clearTimeout(timer),
});

// The client has no part in the page's content, but nobody must have to tell it that nobody looks.
const pageIsHidden = () => globalThis.document?.visibilityState === 'hidden';

/** @param {Lent} lent */
export function taskCalls({ core, locale, query, queryTaskResult }) {
  /**
   * @param {TaskOptions} options
   * @returns {Promise<{ task: Task, ids: Ids }>}
   */
  const look = (options) =>
    query(options, {
      start: (client, record, callbacks) => client.queryTask(record, callbacks),
      receive: (/** @type {TaskRecord} */ answer, ids) => ({ task: taskFrom(answer), ids }),
    });

  return {
    /**
     * @param {ListTasksOptions} [options]
     * @returns {Promise<TaskList>}
     */
    async listTasks({ taskType, status, pageSize, pageCursor, ...options } = {}) {
      const wanted = checkInteger(taskType, 'taskType', 0, Number.MAX_SAFE_INTEGER, locale);
      const number = checkStatus(status, locale);
      const size = checkInteger(pageSize, 'pageSize', 1, LARGEST_PAGE, locale);
      const cursor = checkText(pageCursor, 'pageCursor', locale) ?? '';
      return query(
        { ...options, taskId: undefined },
        {
          start: (client, record, callbacks) =>
            client.listTasks(record, digits(number), digits(size), cursor, callbacks),
          receive: (/** @type {{ tasks: TaskRecord[], nextCursor: string | undefined }} */ answer) =>
            Object.freeze({
              tasks: Object.freeze(answer.tasks.filter((task) => isOfType(task, wanted)).map(taskFrom)),
              nextCursor: answer.nextCursor,
            }),
        },
      );
    },

    /**
     * @param {TaskOptions} options
     * @returns {Promise<Task>}
     */
    async queryTask(options) {
      const { task } = await look(options);
      return task;
    },

    /**
     * @param {FollowOptions} [options]
     * @returns {Promise<ImportReport>}
     */
    async followTaskResult({ onProgress, maxWaitMs, isHidden = pageIsHidden, ...options } = {}) {
      const longest =
        checkInteger(maxWaitMs, 'maxWaitMs', 0, LONGEST_MAX_WAIT_MS, locale) ?? DEFAULT_MAX_WAIT_MS;
      if (typeof isHidden !== 'function') throw wrongType('isHidden', 'function', isHidden, locale);
      return follow({
        look: () => look({ ...options, taskId: options.taskId ?? '' }),
        ask: () => queryTaskResult({ ...options, onProgress }),
        decide: core.wasm.nextFollowStep,
        canLook: Boolean(options.taskId),
        clock: CLOCK,
        random: Math.random,
        isHidden,
        maxWaitMs: longest,
        signal: options.signal,
        onProgress,
        locale,
      });
    },
  };
}

/**
 * Whether a task is of the type that is asked for, or does not tell its type. The documentation names only type 0 for the
 * parameter of the call, which is therefore not sent.
 * @param {TaskRecord} task
 * @param {number | undefined} wanted
 */
const isOfType = ({ taskType }, wanted) =>
  wanted === undefined || taskType === undefined || taskType === wanted;

/**
 * @param {unknown} value
 * @param {string} option
 * @param {number} min
 * @param {number} max
 * @param {Locale} locale
 * @returns {number | undefined}
 */
function checkInteger(value, option, min, max, locale) {
  if (value === undefined) return undefined;
  if (typeof value !== 'number') throw wrongType(option, 'number', value, locale);
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  const limit = value > max ? max : min;
  throw new KooDriveError({ kind: 'invalid-request', reason: 'out-of-range', option, limit }, locale);
}

/**
 * @param {unknown} status
 * @param {Locale} locale
 * @returns {number | undefined} its number
 */
function checkStatus(status, locale) {
  if (status === undefined) return undefined;
  const number = STATUSES.indexOf(/** @type {Task['status']} */ (status));
  if (number >= 0) return number;
  throw wrongType('status', STATUSES.join(' | '), status, locale);
}
