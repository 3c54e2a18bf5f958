import { text } from './language.js';

/** @typedef {import('./language.js').LocalText} LocalText */

/**
 * Reasons without a variable part, so that thousands of failures share a dozen texts.
 * @type {ReadonlyArray<LocalText>}
 */
export const FIXED_REASONS = [
  text('The mobile number is already used by another user', '该手机号已被其他用户使用'),
  text('The email address is not valid', '邮箱地址格式不正确'),
  text('The department does not exist', '部门不存在'),
  text('The user name already exists', '用户名已存在'),
  text('The number of licensed users has been reached', '用户数已达到许可上限'),
  text('A mandatory field is empty', '必填字段为空'),
  text('The role is not available to this tenant', '该租户无法使用此角色'),
  text('The user name is longer than 64 characters', '用户名长度超过64个字符'),
  text('The account is frozen', '帐号已被冻结'),
  text('The country code is not supported', '不支持该国家码'),
  text('The storage quota exceeds what the department has left', '存储配额超出部门剩余配额'),
  text('Internal error. Try again later.', '内部错误，请稍后重试。'),
];

/** @param {number} n 0 … 99,999,999 */
export const mobileNumberExists = (n) => {
  const number = `138${String(n).padStart(8, '0')}`;
  return text(`Mobile number ${number} already exists`, `手机号${number}已存在`);
};

const DEPARTMENTS = ['Sales EMEA', '研发部', 'Finance', 'R&D <Platform>', '华东大区/上海'];

/**
 * Reasons of the mixed import: how many failures have each, and its text for the n-th of them.
 * `undefined` and `null` stand for a `desc` that is missing or null.
 * @type {ReadonlyArray<readonly [number, (n: number) => LocalText | null | undefined]>}
 */
export const MIXED_REASONS = [
  [62, (n) => mobileNumberExists(138000 + (n % 40))],
  [
    41,
    (n) =>
      text(`Email address "user${n}@example,com" is not valid`, `邮箱地址"user${n}@example,com"格式不正确`),
  ],
  [
    33,
    (n) => {
      const department = DEPARTMENTS[n % DEPARTMENTS.length];
      return text(`Department "${department}" does not exist`, `部门"${department}"不存在`);
    },
  ],
  [27, (n) => text(`User name "wei.zhang${n}" already exists`, `用户名"wei.zhang${n}"已存在`)],
  [21, () => text('The number of licensed users (500) has been reached', '用户数已达到许可上限（500）')],
  [
    17,
    (n) =>
      text(`Row ${n * 31 + 2}: the field "Mobile number" is empty`, `第${n * 31 + 2}行：字段“手机号”为空`),
  ],
  [13, () => text('Role "Auditor" is not available to this tenant', '该租户无法使用角色"Auditor"')],
  [
    10,
    (n) =>
      text(
        `The user name has ${65 + n} characters; at most 64 are allowed`,
        `用户名长度为${65 + n}个字符，最多64个`,
      ),
  ],
  [8, () => text('The account is frozen', '帐号已被冻结')],
  // The text of a rule that the tenant has configured: it is Chinese whatever the `language` header.
  [6, (n) => text(`工号A100${20 + n}已被“研发部”占用`, `工号A100${20 + n}已被“研发部”占用`)],
  [5, (n) => text(`Country code +${990 + n} is not supported`, `不支持国家码+${990 + n}`)],
  [4, () => text('Internal error (18000017). Try again later.', '内部错误（18000017），请稍后重试。')],
  [2, () => undefined],
  [1, () => null],
];
