import { successFrame } from './answer-body.js';
import { FIXED_REASONS, mobileNumberExists } from './reasons.js';

/** @typedef {import('./language.js').Language} Language */

/** The most failures that one `rows-N` task answers with. */
export const MAX_ROWS = 10_000_000;

const ROWS_PER_CHUNK = 512;
/** Imported users for each failed one, chosen for a success rate that is no round number used elsewhere. */
const SUCCESSES_PER_FAILURE = 4;

const CHINESE_NAMES = ['王伟', '李娜', '张敏', '刘洋', '陈静', '杨帆', '赵磊', '黄婷'];
const LONG_EXPLANATION = {
  'en-US':
    ' The record was compared with the directory of the tenant and with the records before it in the same file; neither it nor' +
    ' any record that depends on it was changed. Correct the field in the file, keep the other columns as they are and import' +
    ' the corrected rows again. Rows that went in are not imported twice.',
  'zh-CN':
    '系统已将该记录与租户目录以及同一文件中之前的记录进行比较，该记录以及依赖它的记录均未被修改。请在文件中更正该字段，其他列保持不变，' +
    '然后重新导入更正后的行。已成功导入的行不会被重复导入，请联系管理员获取更多帮助。',
};

/** @param {number} n */
const reasonAt = (n) => FIXED_REASONS[(n * 7 + (n >> 5)) % FIXED_REASONS.length];
/** @param {number} n */
const digits = (n) => String(n).padStart(7, '0');
/** @param {number} n */
const mailName = (n) => `user${digits(n)}@example.com`;

/**
 * Makes the n-th failure of each flavour: the JSON text of its two strings, without the quotes.
 * @type {Record<string, (n: number, language: Language) => readonly [string, string]>}
 */
const FLAVOURS = {
  plain: (n, language) => [mailName(n), reasonAt(n)[language]],
  chinese: (n) => [`${CHINESE_NAMES[n % CHINESE_NAMES.length]}${n}`, reasonAt(n)['zh-CN']],
  escapes: (n, language) => [
    `\\"user\\"\\t\\u4e2d${digits(n)}`,
    `${reasonAt(n)[language]}\\n\\u539f\\u56e0 \\"${n % 7}\\" \\\\ \\/`,
  ],
  distinct: (n, language) => [mailName(n), mobileNumberExists(n)[language]],
  long: (n, language) => [mailName(n), reasonAt(n)[language] + LONG_EXPLANATION[language]],
  'long-chinese': (n) => [
    `${CHINESE_NAMES[n % CHINESE_NAMES.length]}${n}`,
    reasonAt(n)['zh-CN'] + LONG_EXPLANATION['zh-CN'],
  ],
};

/** The flavours of `rows-N-FLAVOUR`; `plain` is that of `rows-N`. */
export const ROW_FLAVOURS = Object.freeze(Object.keys(FLAVOURS));

/**
 * @typedef {object} RowsTask
 * @property {number} count failures, 0 … MAX_ROWS
 * @property {string} flavour one of ROW_FLAVOURS
 */

/**
 * @param {string} taskId
 * @returns {RowsTask | undefined} undefined when it is no `rows-N` task
 */
export function parseRowsTaskId(taskId) {
  const match = /^rows-(0|[1-9]\d{0,7})(?:-([a-z-]+))?$/.exec(taskId);
  if (!match) return undefined;
  const count = Number(match[1]);
  const flavour = match[2] ?? 'plain';
  return count <= MAX_ROWS && Object.hasOwn(FLAVOURS, flavour) ? { count, flavour } : undefined;
}

/**
 * The failures of a `rows-N` task, always the same for the same arguments, as JSON text in pieces of
 * some tens of kilobytes.
 * @param {RowsTask} task
 * @param {Language} language
 * @returns {Generator<string, void, void>}
 */
export function* failureRows({ count, flavour }, language) {
  const row = FLAVOURS[flavour];
  for (let start = 0; start < count; start += ROWS_PER_CHUNK) {
    let chunk = '';
    for (let n = start; n < Math.min(start + ROWS_PER_CHUNK, count); ++n) {
      const [userName, desc] = row(n, language);
      chunk += `${n === 0 ? '' : ','}{"userName":"${userName}","desc":"${desc}"}`;
    }
    yield chunk;
  }
}

/**
 * The whole answer of a `rows-N` task in pieces.
 * @param {RowsTask} task
 * @param {Language} [language]
 * @returns {Generator<string, void, void>}
 */
export function* rowsBody(task, language = 'en-US') {
  const counts = { successCount: task.count * SUCCESSES_PER_FAILURE, failCount: task.count };
  const { head, tail } = successFrame(counts, language);
  yield head;
  yield* failureRows(task, language);
  yield tail;
}
