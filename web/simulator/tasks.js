import { CODE, PAGE_EXAMPLE, errorBody, successBody } from './answer-body.js';
import { text } from './language.js';
import { mixedImport, secondTry } from './mixed-import.js';
import { parseRowsTaskId, rowsBody } from './rows.js';

/**
 * @typedef {import('./exchange.js').Exchange} Exchange
 * @typedef {import('./language.js').Language} Language
 * @typedef {import('./language.js').LocalText} LocalText
 */

/**
 * @typedef {object} OrdinaryTask
 * @property {string} taskId
 * @property {LocalText} title
 * @property {(language: Language) => string} body
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
  },
  {
    taskId: '1534087020903704713',
    title: text('The second try of those 250: 44 failed', '上述250个用户再次导入：44个失败'),
    body: (language) => successBody(secondTry(language), language),
  },
  {
    taskId: '1534087020903704705',
    title: text('Still running: no result yet', '仍在执行：暂无结果'),
    body: (language) => successBody(null, language),
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
];

/** Values of N for which the demo lists `rows-N`; any other N works as well. */
const LISTED_ROWS = [
  { count: 1000, title: text('1,000 failures', '1000条失败') },
  { count: 100_000, title: text('100,000 failures', '10万条失败') },
  { count: 1_000_000, title: text('1,000,000 failures (about 80 MB)', '100万条失败（约80MB）') },
];

/**
 * The ordinary tasks, in the order in which to offer them.
 * @returns {Array<{ taskId: string, title: LocalText }>}
 */
export function listTasks() {
  return [
    ...TASKS.map(({ taskId, title }) => ({ taskId, title })),
    ...LISTED_ROWS.map(({ count, title }) => ({ taskId: `rows-${count}`, title })),
  ];
}

/**
 * Answers for an ordinary task; an unknown task gets KooDrive's code for that, with status 200.
 * @param {string | undefined} taskId undefined when the request names none: no result then
 * @param {Exchange} exchange
 */
export async function answerOrdinaryTask(taskId, exchange) {
  const rows = taskId === undefined ? undefined : parseRowsTaskId(taskId);
  if (rows) return exchange.stream(rowsBody(rows, exchange.language));
  if (taskId === undefined) return exchange.send(200, successBody(null, exchange.language));
  const task = TASKS.find((candidate) => candidate.taskId === taskId);
  return exchange.send(200, (task?.body ?? taskUnknownBody)(exchange.language));
}
