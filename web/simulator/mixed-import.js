import { FIXED_REASONS, MIXED_REASONS } from './reasons.js';

/**
 * @typedef {import('./answer-body.js').UserImportFailInfo} UserImportFailInfo
 * @typedef {import('./answer-body.js').UserImportResultDto} UserImportResultDto
 * @typedef {import('./language.js').Language} Language
 */

const NAMES = [
  'wei.zhang',
  '王伟',
  'anna.müller@example.com',
  '李娜',
  "siobhán.o'neill",
  'li-na-2',
  '张三丰',
  'Łukasz Żółw',
  'مها الحربي',
  '欧阳子轩',
  'j.doe+import@example.com',
  '陈"小明"',
  '佐藤 花子',
];

/** Positions of the entries without a user name, with null, with a repeated and with a very long one. */
const NAMELESS = 44;
const NULL_NAME = 171;
const DUPLICATES = [90, 203];
const LONG_NAME = 120;

/** Coprime to the number of entries (250), so that stepping by it visits each entry once. */
const STRIDE = 7919;

/** @param {number} position 0-based */
function userNameAt(position) {
  if (position === NAMELESS) return undefined;
  if (position === NULL_NAME) return null;
  if (DUPLICATES.includes(position)) return 'wei.zhang';
  if (position === LONG_NAME) return `${'very-long-imported-user-name-'.repeat(4)}${position}`;
  return `${NAMES[position % NAMES.length]}${Math.floor(position / NAMES.length) || ''}`;
}

/**
 * An import of 2,000 users, 250 of whom failed for a dozen reasons, which are interleaved in a fixed order.
 * @param {Language} language
 * @returns {UserImportResultDto}
 */
export function mixedImport(language) {
  const descriptions = MIXED_REASONS.flatMap(([count, reason]) =>
    Array.from({ length: count }, (_, n) => {
      const local = reason(n);
      return local ? local[language] : local;
    }),
  );
  const failInfoList = descriptions.map((_, position) => {
    const desc = descriptions[(position * STRIDE) % descriptions.length];
    const userName = userNameAt(position);
    return {
      ...(userName === undefined ? {} : { userName }),
      ...(desc === undefined ? {} : { desc }),
    };
  });
  return { successCount: 1750, failCount: failInfoList.length, failInfoList };
}

/** The user names of the failures, undefined where the entry has none. */
export const failedNames = () =>
  mixedImport('en-US').failInfoList?.map(({ userName }) => userName ?? undefined) ?? [];

/** Of the second try: failures that remain for the same reason, those for another one, and users who are new. */
const SAME = 30;
const OTHERWISE = 10;
const NEW_USERS = 4;

/**
 * The second try of those 250 users, with four more: 44 failed. Some failures remain, some have another reason, four are new.
 * @param {Language} language
 * @returns {UserImportResultDto}
 */
export function secondTry(language) {
  const earlier = mixedImport(language).failInfoList ?? [];
  const remaining = earlier
    .slice(0, SAME + OTHERWISE)
    .map((entry, position) =>
      position < SAME ? entry : { ...entry, desc: FIXED_REASONS[position % FIXED_REASONS.length][language] },
    );
  const added = Array.from({ length: NEW_USERS }, (_, n) => ({
    userName: `new.user${n + 1}`,
    desc: FIXED_REASONS[n][language],
  }));
  const failInfoList = [...remaining, ...added];
  const tried = earlier.length + NEW_USERS;
  return { successCount: tried - failInfoList.length, failCount: failInfoList.length, failInfoList };
}
