import { CODE, PAGE_EXAMPLE, errorBody, flatSuccessBody, successBody } from './answer-body.js';
import { text } from './language.js';
import { mixedImport, secondTry } from './mixed-import.js';
import { parseRowsTaskId, rowsBody } from './rows.js';
import { TaskStates } from './task-states.js';

/**
 * @typedef {import('./exchange.js').Exchange} Exchange
 * @typedef {import('./language.js').Language} Language
 * @typedef {import('./language.js').LocalText} LocalText
 */

/**
 * @typedef {object} OrdinaryTask
 * @property {string} taskId
 * @property {LocalText} title
 * @property {boolean} [hasImportFile] whether the file that was imported can be had
 * @property {(language: Language) => string} body the result, once there is one
 * @property {import('./task-states.js').Course} [course] default: finished
 */

const TASK_UNKNOWN = text('The task does not exist or has expired', '任务不存在或已过期');

/** @param {Language} language */
const taskUnknownBody = (language) => errorBody(CODE.taskUnknown, TASK_UNKNOWN[language]);

/** @param {Language} language */
function mismatchedBody(language) {
  const { failInfoList } = mixedImport(language);
  return successBody({ successCount: 88, failCount: 12, failInfoList: failInfoList?.slice(0, 10) }, language);
}

// The 19-digit IDs are odd and above 2^53, so no double represents them: an ID converted to a number matches no task.
/** @type {ReadonlyArray<OrdinaryTask>} */
const TASKS = [
  {
    taskId: '1215215',
    title: text("The API page's example: one in, one failed", 'API文档示例：成功1个，失败1个'),
    body: (language) => successBody(PAGE_EXAMPLE, language),
  },
  {
    taskId: '1534087020903704701',
    title: text('Everyone went in: 1,204 users', '全部成功：1204个用户'),
    body: (language) => successBody({ successCount: 1204, failCount: 0, failInfoList: [] }, language),
  },
  {
    taskId: '1534087020903704703',
    title: text('250 of 2,000 failed, for a dozen reasons', '2000个用户中250个失败，原因十余种'),
    body: (language) => successBody(mixedImport(language), language),
    hasImportFile: true,
  },
  {
    taskId: '1534087020903704721',
    title: text('The second try of those 250: 44 failed', '上述250个用户再次导入：44个失败'),
    body: (language) => successBody(secondTry(language), language),
  },
  {
    taskId: '1534087020903704705',
    title: text('Still running: no result yet', '仍在执行：暂无结果'),
    body: (language) => successBody(mixedImport(language), language),
    course: 'running',
  },
  {
    taskId: '1534087020903704707',
    title: text('A task that KooDrive does not know', 'KooDrive中不存在的任务'),
    body: taskUnknownBody,
  },
  {
    taskId: '1534087020903704709',
    title: text('12 failures counted, 10 listed', '失败计数12，列表仅10条'),
    body: mismatchedBody,
  },
  {
    taskId: '1534087020903704711',
    title: text('An empty file: nobody in, nobody failed', '空文件：成功0个，失败0个'),
    body: (language) => successBody({ successCount: 0, failCount: 0, failInfoList: [] }, language),
  },
  {
    taskId: '1534087020903704713',
    title: text('Failed as a whole: no list of users', '整体失败：没有用户列表'),
    body: (language) => successBody(null, language),
    course: 'failed',
  },
  {
    taskId: '1534087020903704715',
    title: text('Finished, with a result that comes late', '已完成，结果稍后才有'),
    body: (language) => successBody({ successCount: 40, failCount: 0, failInfoList: [] }, language),
    course: 'late',
  },
];

/** The task that KooDrive does not know. */
const UNKNOWN_TASK = '1534087020903704707';
/** Why the failed task failed, as in the API page's example. */
const RESULT_CODE = '18000205';
const TENANT_ID = '1505084218764540000';

/** A number that no page of KooDrive explains, and a task that is no import. */
const OTHER_ENTRIES = [
  { taskId: '1534087020903704717', taskName: 'A state of tomorrow', taskType: 1, status: 7 },
  { taskId: '1534087020903704719', taskName: 'Transfer of files', taskType: 0, status: 2 },
];

/** Values of N for which the demo lists `rows-N`; any other N works as well. */
const LISTED_ROWS = [
  { count: 1000, title: text('1,000 failures', '1000条失败') },
  { count: 100_000, title: text('100,000 failures', '10万条失败') },
  { count: 1_000_000, title: text('1,000,000 failures (about 80 MB)', '100万条失败（约80MB）') },
];

/**
 * The ordinary tasks, in the order in which to offer them.
 * @param {string} [importFile] where the file can be had that one of them reports
 * @returns {Array<{ taskId: string, title: LocalText, importFile?: string }>}
 */
export function listTasks(importFile) {
  return [
    ...TASKS.map(({ taskId, title, hasImportFile }) => ({
      taskId,
      title,
      ...(hasImportFile && { importFile }),
    })),
    ...LISTED_ROWS.map(({ count, title }) => ({ taskId: `rows-${count}`, title })),
  ];
}

/**
 * What one simulator knows of its ordinary tasks.
 * @param {number} bornAt when it was created; its imports are older
 */
export function createTasks(bornAt) {
  const states = new TaskStates();

  /** Tests append `~` and a text to a task ID to get a task of their own. @param {string} taskId */
  const find = (taskId) => TASKS.find((task) => task.taskId === taskId.split('~')[0]);
  /** @param {Exchange} exchange @param {string} taskId */
  const keyOf = ({ request }, taskId) => `${request.headers['x-user-id']} ${taskId}`;

  /**
   * Answers with the result of a task; an unknown task gets KooDrive's code for that, with status 200.
   * @param {string | undefined} taskId undefined when the request names none: no result then
   * @param {Exchange} exchange
   */
  async function answerResult(taskId, exchange) {
    const rows = taskId === undefined ? undefined : parseRowsTaskId(taskId.split('~')[0]);
    if (rows) return exchange.stream(rowsBody(rows, exchange.language));
    if (taskId === undefined) return exchange.send(200, successBody(null, exchange.language));
    const task = find(taskId);
    if (!task) return exchange.send(200, taskUnknownBody(exchange.language));
    const there = states.ask(task.course ?? 'finished', keyOf(exchange, taskId), exchange.now());
    return exchange.send(200, there ? task.body(exchange.language) : successBody(null, exchange.language));
  }

  /**
   * Answers with the task itself.
   * @param {string} taskId
   * @param {Exchange} exchange
   */
  async function answerDetail(taskId, exchange) {
    const task = find(taskId) ?? (parseRowsTaskId(taskId.split('~')[0]) ? { title: ROWS_TITLE } : undefined);
    if (!task || taskId.startsWith(UNKNOWN_TASK))
      return exchange.send(200, taskUnknownBody(exchange.language));
    const course = ('course' in task && task.course) || 'finished';
    const status = states.look(course, keyOf(exchange, taskId), exchange.now());
    return exchange.send(200, detailBody(taskId, task.title, status, exchange));
  }

  /**
   * The entries of the list, oldest first.
   * @param {Exchange} exchange
   */
  function entries(exchange) {
    const known = TASKS.filter(({ taskId }) => taskId !== UNKNOWN_TASK).map(({ taskId, title, course }) => {
      const status = states.status(course ?? 'finished', keyOf(exchange, taskId), exchange.now());
      return { ...detail(taskId, title, status, exchange), running: course === 'running' };
    });
    const all = [...known, ...OTHER_ENTRIES.map((entry) => ({ ...entry, running: false }))];
    return all.map(({ running, ...entry }, at) => ({
      ...entry,
      initParams: '{}',
      locale: 'CN',
      ...(running
        ? timesOf(exchange.now(), 0, entry.status)
        : timesOf(bornAt, all.length - at, entry.status)),
    }));
  }

  return { answerResult, answerDetail, entries, reset: () => states.reset() };
}

const ROWS_TITLE = text('Made-up rows', '生成的行');
const HOUR_MS = 3_600_000;

/**
 * @param {number} end the latest of the times
 * @param {number} hours before it
 * @param {number} status
 */
function timesOf(end, hours, status) {
  const created = end - hours * HOUR_MS;
  /** @param {number} milliseconds */
  const after = (milliseconds) => new Date(created + milliseconds).toISOString();
  return {
    createTime: after(0),
    ...(status > 0 && { startTime: after(hours && 2000) }),
    ...(status > 1 && { endTime: after(hours && 92_000) }),
  };
}

/**
 * @param {string} taskId
 * @param {LocalText} title
 * @param {number} status
 * @param {Exchange} exchange
 */
const detail = (taskId, title, status, { language }) => ({
  taskId,
  taskName: title[language],
  tenantId: TENANT_ID,
  userId: '1505084218764549999',
  taskType: 1,
  status,
  ...(status === 3 && { resultCode: RESULT_CODE }),
});

/**
 * The answer to the call for one task.
 * @param {string} taskId
 * @param {LocalText} title
 * @param {number} status
 * @param {Exchange} exchange
 */
export const detailBody = (taskId, title, status, exchange) =>
  flatSuccessBody(detail(taskId, title, status, exchange), exchange.language);
