import { createHash, createHmac } from 'node:crypto';

const LONGEST_AGE_MS = 5 * 60_000;
/** The path below /task/ and the query of each call: a result, a task by its ID, a page of the list. */
const CALL = /result\/\n(?:taskId=[\w.~%-]+)?|\d+\/\n|list\/\n(?:(?:pageCursor|pageSize|status)=\d+&?)*/;
const REQUEST = new RegExp(
  `^GET\\n/koodrive/ose/v1/task/(${CALL.source})\\nhost:[^\\n]+\\nx-date:(\\d{8}T\\d{6}Z)\\n`,
);

/** @param {string} text */
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/**
 * Signs a query of this user for a result, a task or the list, and no other request: the rest does not come from the browser.
 * @param {string} canonicalRequest
 * @param {string} userId from the session, never from the request
 * @param {{ appId: string, appSecret: string }} app
 * @returns {string | undefined} the value of the Authorization header
 */
export function sign(canonicalRequest, userId, { appId, appSecret }) {
  const [, call, date] = REQUEST.exec(canonicalRequest) ?? [];
  if (date === undefined || !(Math.abs(Date.now() - timeOf(date)) < LONGEST_AGE_MS)) return undefined;
  const rebuilt = [
    `GET\n/koodrive/ose/v1/task/${call}`,
    `host:intl.myhuaweicloud-koodrive.com\nx-date:${date}\nx-user-id:${userId}\n`,
    `host;x-date;x-user-id\n${sha256('')}`,
  ].join('\n');
  if (rebuilt !== canonicalRequest) return undefined;
  const signature = createHmac('sha256', appSecret)
    .update(`HMAC-SHA256\n${sha256(rebuilt)}`)
    .digest('hex');
  return `HMAC-SHA256 AppId=${appId},SignedHeaders=host;x-date;x-user-id,Signature=${signature}`;
}

/** @param {string} date such as 20240909T033325Z @returns {number} NaN where there is no such time */
const timeOf = (date) => Date.parse(date.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'));
