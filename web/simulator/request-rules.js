import { CODE } from './answer-body.js';
import { text } from './language.js';
import { parameterRefusal } from './refusal.js';

/**
 * @typedef {import('node:http').IncomingMessage} IncomingMessage
 * @typedef {import('./refusal.js').Refusal} Refusal
 */

/** What the paths begin with that are simulated and forwarded: the result, the list, and each task by its ID. */
export const TASK_PATH = '/koodrive/ose/v1/task/';
export const TASK_RESULT_PATH = `${TASK_PATH}result`;

/** The headers that the API documents for script to set. */
export const DOCUMENTED_HEADERS = Object.freeze([
  'Authorization',
  'language',
  'X-Traceid',
  'X-User-Id',
  'X-Date',
]);

/** Greatest accepted age of X-Date, in milliseconds. */
export const MAX_AGE_MS = 15 * 60 * 1000;
/** Length of X-Traceid, in characters. */
const TRACE_ID_LENGTH = 58;

/** Headers that browsers and the servers on the way add to a request. */
const ADDED_HEADERS =
  /^(via|forwarded|x-forwarded-[a-z]+|x-real-ip|host|connection|keep-alive|accept|accept-encoding|accept-language|user-agent|referer|origin|cookie|cache-control|pragma|dnt|priority|te|save-data|if-none-match|if-modified-since|sec-[a-z-]+)$/;

/**
 * Names of headers that only script can have set and that the API does not document. KooDrive does not say that it refuses
 * them, so they are recorded, for the tests of the client, and the request is answered.
 * @param {IncomingMessage} request
 * @returns {string[]} lower-case names
 */
export function undocumentedHeaders({ headers }) {
  const documented = DOCUMENTED_HEADERS.map((name) => name.toLowerCase());
  return Object.entries(headers)
    .filter(([name, value]) => {
      // Browsers send `*/*` for a fetch or XMLHttpRequest unless script says otherwise.
      if (name === 'accept') return value !== '*/*';
      return !ADDED_HEADERS.test(name) && !documented.includes(name);
    })
    .map(([name]) => name);
}

/**
 * @param {IncomingMessage} request
 * @returns {Refusal | undefined}
 */
function checkRepetition(request) {
  const names = request.rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
  const repeated = DOCUMENTED_HEADERS.find(
    (header) => names.filter((name) => name === header.toLowerCase()).length > 1,
  );
  return repeated === undefined ? undefined : parameterRefusal(repeated, 'comes more than once', '重复');
}

/**
 * @param {string} value
 * @returns {number} milliseconds since 1970, NaN when the form or the date itself is wrong
 */
export function parseXDate(value) {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(value);
  if (!parts) return NaN;
  const [, year, month, day, hour, minute, second] = parts;
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  const time = Date.parse(iso);
  return !Number.isNaN(time) && new Date(time).toISOString() === iso ? time : NaN;
}

/**
 * @param {string | undefined} value
 * @param {number} now
 * @returns {Refusal | undefined}
 */
function checkXDate(value, now) {
  if (!value) return parameterRefusal('X-Date', 'is missing', '缺失');
  const time = parseXDate(value);
  if (Number.isNaN(time))
    return parameterRefusal('X-Date', 'is not of the form 20240909T033325Z', '格式应为20240909T033325Z');
  if (time > now) return parameterRefusal('X-Date', "is later than the server's clock", '晚于服务器时间');
  return now - time > MAX_AGE_MS
    ? parameterRefusal('X-Date', 'is older than 15 minutes', '早于15分钟前')
    : undefined;
}

/**
 * Checks names and values of all headers but Authorization, by section 1 of the API page.
 * @param {IncomingMessage} request
 * @param {number} now the server's clock, in milliseconds since 1970
 * @returns {Refusal | undefined}
 */
export function checkHeaders(request, now) {
  const { headers } = request;
  const userId = headers['x-user-id'];
  const traceId = headers['x-traceid'];
  const repeated = checkRepetition(request);
  if (repeated) return repeated;
  if (!userId) return parameterRefusal('X-User-Id', 'is missing', '缺失');
  if (!/^[\w-]{1,64}$/.test(String(userId))) return parameterRefusal('X-User-Id', 'is malformed', '格式错误');
  if (
    traceId !== undefined &&
    (typeof traceId !== 'string' || !/^[\x21-\x7e]+$/.test(traceId) || traceId.length !== TRACE_ID_LENGTH)
  ) {
    return parameterRefusal(
      'X-Traceid',
      `is not ${TRACE_ID_LENGTH} characters long`,
      `长度不是${TRACE_ID_LENGTH}个字符`,
    );
  }
  if (headers.language !== undefined && !/^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(String(headers.language))) {
    return parameterRefusal('language', 'is not a language tag', '不是语言标签');
  }
  return checkXDate(headers['x-date']?.toString(), now);
}

/**
 * A call of the API, as its URL says it.
 * @typedef {object} Call
 * @property {'result' | 'detail' | 'list'} name
 * @property {string} [taskId]
 * @property {Readonly<Record<string, string>>} parameters of the query
 * @property {Refusal} [refusal]
 */

/** The parameters of each call, and the form of their values. @type {Record<Call['name'], Record<string, RegExp>>} */
const PARAMETERS = {
  result: { taskId: /^/ },
  detail: {},
  list: { taskType: /^[01]$/, status: /^[0-3]$/, pageSize: /^([1-9]\d?|100)$/, pageCursor: /^\d{1,19}$/ },
};

/**
 * Parses a URL by RFC 3986, where a plus sign stands for itself and not for a space.
 * @param {string} url path and query as received
 * @param {string} basePath
 * @returns {Call | undefined} undefined where the path is that of no call
 */
export function readCall(url, basePath) {
  const [path, ...rest] = url.split('?');
  const segment = path.startsWith(basePath + TASK_PATH) ? path.slice((basePath + TASK_PATH).length) : '';
  if (!segment || segment.includes('/')) return undefined;
  const name = segment === 'result' || segment === 'list' ? segment : 'detail';
  try {
    const { parameters, refusal } = readQuery(rest.join('?'), PARAMETERS[name]);
    const taskId = name === 'detail' ? decodeURIComponent(segment) : parameters.taskId;
    return { name, taskId, parameters, refusal };
  } catch {
    return { name, parameters: {}, refusal: WRONG_ENCODING };
  }
}

/**
 * @param {string} query
 * @param {Record<string, RegExp>} allowed
 * @returns {Pick<Call, 'parameters' | 'refusal'>}
 * @throws {URIError} on a wrong percent sign
 */
function readQuery(query, allowed) {
  /** @type {Record<string, string>} */
  const parameters = {};
  for (const pair of query === '' ? [] : query.split('&')) {
    const [name, ...value] = pair.split('=');
    if (!Object.hasOwn(allowed, name))
      return {
        parameters,
        refusal: parameterRefusal(name || '?', 'is not a parameter of this API', '不是此API的参数'),
      };
    if (Object.hasOwn(parameters, name))
      return { parameters, refusal: parameterRefusal(name, 'comes more than once', '重复') };
    parameters[name] = decodeURIComponent(value.join('='));
    if (!allowed[name].test(parameters[name]))
      return {
        parameters,
        refusal: parameterRefusal(name, 'is malformed or out of range', '格式错误或超出范围'),
      };
  }
  return { parameters };
}

/** @type {Refusal} */
const WRONG_ENCODING = {
  status: 400,
  code: CODE.badRequest,
  subject: 'taskId',
  msg: text('Bad request: the URL is not percent-encoded UTF-8', '错误请求：URL不是有效的百分号编码UTF-8'),
};
