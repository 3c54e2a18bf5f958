import { CODE, errorBody, gatewayErrorBody } from '../answer-body.js';
import { httpDate } from '../exchange.js';
import { authenticationRefusal } from '../refusal.js';
import { MAX_AGE_MS, TASK_RESULT_PATH, parseXDate } from '../request-rules.js';

/**
 * @typedef {import('../exchange.js').Exchange} Exchange
 * @typedef {import('../exchange.js').Headers} Headers
 * @typedef {import('./faults.js').Fault} Fault
 * @typedef {import('./faults.js').FaultParameter} FaultParameter
 */

const TOKEN_EXPIRED = authenticationRefusal('the access token has expired', '访问令牌已过期');

/** @type {Readonly<Record<number, [code: string, message: string]>>} */
const GATEWAY_ERRORS = {
  401: [CODE.gatewayAuthentication, 'Incorrect authentication information'],
  403: [CODE.gatewayPermission, 'The user has no permission to call the API'],
  404: [CODE.gatewayNoSuchApi, 'The API does not exist'],
  413: [CODE.gatewayBackend, 'The request body is too large'],
  414: [CODE.gatewayBackend, 'The request URI is too long'],
  429: [CODE.gatewayThrottled, 'The throttling threshold has been reached'],
  494: [CODE.gatewayBackend, 'The request header is too large'],
  500: [CODE.gatewayBackend, 'Internal gateway error'],
  502: [CODE.gatewayBackend, 'The backend could not be reached'],
  503: [CODE.gatewayBackend, 'The backend is not available'],
  504: [CODE.gatewayBackend, 'The backend did not answer in time'],
};

/** @param {number} status */
const htmlPage = (status) =>
  `<!DOCTYPE html>\n<html><head><title>${status}</title></head>\n<body><h1>Proxy: ${status}</h1></body></html>\n`;

/** @type {FaultParameter} */
const RETRY_AFTER = { unit: 's', initial: 1, min: 0, max: 86_400 };
/** @type {FaultParameter} */
const FAILURES_FIRST = { unit: 'failures', initial: 1, min: 1, max: 100 };

/** @param {Exchange} exchange */
const sendExample = (exchange) => exchange.send(200, exchange.example);

/**
 * @param {Exchange} exchange
 * @param {number} status one of GATEWAY_ERRORS
 * @param {Headers} [headers]
 */
function sendGatewayError(exchange, status, headers) {
  const [code, message] = GATEWAY_ERRORS[status];
  return exchange.send(status, gatewayErrorBody(code, message, exchange.requestId), headers);
}

/**
 * @param {Exchange} exchange
 * @param {Headers} [headers]
 */
function sendTokenExpired(exchange, headers) {
  const { status, code, msg } = TOKEN_EXPIRED;
  return exchange.send(status, errorBody(code, msg[exchange.language]), headers);
}

/**
 * @param {Exchange} exchange
 * @param {number} seconds from now, rounded up to whole seconds, the resolution of an HTTP date
 */
const retryAfterDate = (exchange, seconds) => httpDate(Math.ceil(exchange.now() / 1000 + seconds) * 1000);

/** @param {Exchange} exchange */
const isResult = ({ request }) => request.url?.split('?')[0].endsWith(TASK_RESULT_PATH);

/** @param {number} time */
const xDate = (time) => `${new Date(time).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

/**
 * The same server under the other name of the loopback interface, which browsers treat as another origin.
 * @param {Exchange} exchange
 */
function otherOrigin({ request }) {
  const { hostname, port } = new URL(`http://${request.headers.host}`);
  return `http://${hostname === 'localhost' ? '127.0.0.1' : 'localhost'}:${port}`;
}

/**
 * Error statuses that are retried: each as `fault-503-then-ok` and `fault-503-always`.
 * @type {ReadonlyArray<Fault>}
 */
const SERVER_ERRORS = [500, 502, 503, 504].flatMap((status) => [
  {
    name: `${status}-then-ok`,
    summary: `status ${status} with the gateway's body the given number of times, then the page's example`,
    parameter: FAILURES_FIRST,
    /** @type {Fault['respond']} */
    respond: (exchange, { attempt }, failures) =>
      attempt > failures ? sendExample(exchange) : sendGatewayError(exchange, status),
  },
  {
    name: `${status}-always`,
    summary: `status ${status} with the gateway's body every time`,
    /** @type {Fault['respond']} */
    respond: (exchange) => sendGatewayError(exchange, status),
  },
]);

/**
 * Faults in the status code and the response headers.
 * @type {ReadonlyArray<Fault>}
 */
export const STATUS_FAULTS = [
  ...SERVER_ERRORS,
  {
    name: '429-seconds',
    summary: "status 429 once with Retry-After in seconds (the given number), then the page's example",
    parameter: RETRY_AFTER,
    respond: (exchange, { attempt }, seconds) =>
      attempt > 1 ? sendExample(exchange) : sendGatewayError(exchange, 429, { 'Retry-After': seconds }),
  },
  {
    name: '429-date',
    summary:
      "status 429 once with Retry-After as the HTTP date the given time from now, then the page's example",
    parameter: RETRY_AFTER,
    respond: (exchange, { attempt }, seconds) =>
      attempt > 1
        ? sendExample(exchange)
        : sendGatewayError(exchange, 429, { 'Retry-After': retryAfterDate(exchange, seconds) }),
  },
  {
    name: '429-always',
    summary: 'status 429 every time, with Retry-After in seconds',
    parameter: RETRY_AFTER,
    respond: (exchange, _visit, seconds) => sendGatewayError(exchange, 429, { 'Retry-After': seconds }),
  },
  {
    name: '429-limit',
    summary: "status 429 once with the limit's window in the text alone, then the page's example",
    parameter: RETRY_AFTER,
    respond: (exchange, { attempt }, seconds) =>
      attempt > 1
        ? sendExample(exchange)
        : exchange.send(
            429,
            gatewayErrorBody(
              CODE.newerGatewayThrottled,
              `The throttling threshold has been reached: policy user over ratelimit,limit:10,time:${seconds} second`,
              exchange.requestId,
            ),
          ),
  },
  {
    name: 'clock-text',
    summary:
      "the page's example by a server whose clock is ahead by the given time and only named in the text of its refusal",
    parameter: { unit: 's', initial: 1200, min: 0, max: 86_400 },
    clockOffsetMs: (seconds) => seconds * 1000,
    checksDate: true,
    respond(exchange) {
      const serverNow = exchange.now();
      const sent = String(exchange.request.headers['x-date']);
      if (serverNow - parseXDate(sent) <= MAX_AGE_MS) return sendExample(exchange);
      const text = `signature expired, signature time:${sent},server time:${xDate(serverNow)}`;
      const body = gatewayErrorBody(
        CODE.newerGatewayAppAuthentication,
        `Incorrect app authentication information: ${text}`,
        exchange.requestId,
      );
      return exchange.send(401, body, { Date: undefined });
    },
  },
  {
    name: 'error-shape',
    summary: 'the given status with a code of KooDrive in the error shape of the gateway',
    parameter: { unit: 'status', initial: 200, min: 200, max: 599 },
    respond: (exchange, _visit, status) =>
      exchange.send(
        status,
        gatewayErrorBody(
          String(CODE.parameterCheckFailed),
          'Parameter check failed: {0}',
          exchange.requestId,
        ),
      ),
  },
  {
    name: 'detail-refused',
    summary:
      "the given status with the gateway's error body for the task itself, the page's example for its result",
    parameter: { unit: 'status', initial: 404, min: 403, max: 404 },
    respond: (exchange, _visit, status) =>
      isResult(exchange) ? sendExample(exchange) : sendGatewayError(exchange, status),
  },
  {
    name: '401-then-ok',
    summary: "status 401 for the first Authorization value ever sent, the page's example for any other",
    respond(exchange, visit) {
      const { authorization } = exchange.request.headers;
      visit.refusedAuthorization ??= authorization;
      return authorization === visit.refusedAuthorization
        ? sendTokenExpired(exchange)
        : sendExample(exchange);
    },
  },
  {
    name: '401-always',
    summary: "status 401 with KooDrive's body every time",
    respond: (exchange) => sendTokenExpired(exchange),
  },
  {
    name: '401-basic',
    summary: 'status 401 with `WWW-Authenticate: Basic`, on which Chromium waits for a person',
    respond: (exchange) => sendTokenExpired(exchange, { 'WWW-Authenticate': 'Basic realm="gateway"' }),
  },
  {
    name: 'koodrive',
    summary: "the given status with KooDrive's error body",
    parameter: { unit: 'status', initial: 400, min: 400, max: 599 },
    respond: (exchange, _visit, status) =>
      exchange.send(status, errorBody(CODE.badRequest, `Bad request (${status})`)),
  },
  {
    name: 'gateway',
    summary: `the given status with the gateway's error body: ${Object.keys(GATEWAY_ERRORS).join(', ')}`,
    parameter: {
      unit: 'status',
      initial: 403,
      min: 401,
      max: 504,
      values: Object.keys(GATEWAY_ERRORS).map(Number),
    },
    respond: (exchange, _visit, status) => sendGatewayError(exchange, status),
  },
  {
    name: 'html',
    summary: "the given status with a proxy's HTML page; with 200 it is like a sign-in page in between",
    parameter: { unit: 'status', initial: 502, min: 200, max: 599 },
    respond: (exchange, _visit, status) =>
      exchange.send(status, htmlPage(status), { 'Content-Type': 'text/html; charset=utf-8' }),
  },
  {
    name: 'empty',
    summary: 'the given status without a body',
    parameter: { unit: 'status', initial: 200, min: 200, max: 599 },
    respond: (exchange, _visit, status) => exchange.send(status, '', { 'Content-Type': undefined }),
  },
  {
    name: 'redirect',
    summary: 'status 302 to the same server under its other loopback name, which is another origin',
    respond: (exchange) =>
      exchange.send(302, '', { Location: `${otherOrigin(exchange)}${TASK_RESULT_PATH}?taskId=1215215` }),
  },
  {
    name: 'redirect-same-origin',
    summary: "status 302 to the page's example on the same origin",
    respond: (exchange) => {
      const [path] = (exchange.request.url ?? '').split('?');
      return exchange.send(302, '', { Location: `${path}?taskId=1215215` });
    },
  },
];
