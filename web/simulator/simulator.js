import { CODE, PAGE_EXAMPLE_BODY, errorBody, gatewayErrorBody } from './answer-body.js';
import { DEMO_TOKEN, checkAuthorization } from './authorization.js';
import { corsHeaders, isPreflight, preflightHeaders } from './cors.js';
import { Exchange, isClientGone } from './exchange.js';
import { createFaults } from './faults/faults.js';
import { demoImportFile } from './import-file.js';
import { answerLanguage, text } from './language.js';
import { RequestLog } from './request-log.js';
import { checkHeaders, readCall, undocumentedHeaders } from './request-rules.js';
import { answerList } from './task-list.js';
import { createTasks, detailBody, listTasks } from './tasks.js';

/**
 * @typedef {import('node:http').IncomingMessage} IncomingMessage
 * @typedef {import('node:http').ServerResponse} ServerResponse
 * @typedef {import('./authorization.js').AuthorizationOptions} AuthorizationOptions
 * @typedef {import('./cors.js').CorsOptions} CorsOptions
 * @typedef {import('./refusal.js').Refusal} Refusal
 * @typedef {import('./request-log.js').RecordedRequest} RecordedRequest
 */

/**
 * @typedef {object} SimulatorOptions
 * @property {() => number} [now] the clock, in milliseconds since 1970; default: Date.now
 * @property {number} [clockOffsetMs] milliseconds by which the server's clock is ahead of `now`
 * @property {string} [basePath] path under which the API is found, such as `/portal`; default: none
 * @property {AuthorizationOptions} [authorization]
 * @property {CorsOptions} [cors] default: preflights are not answered
 * @property {number} [dateRefusalStatus] status that answers an X-Date out of its window; default: 400
 * @property {Readonly<Record<string, number>>} [faultDefaults] parameters of faults by name, for task IDs that give none
 * @property {number} [recordLimit] how many requests are kept; default: 20,000
 * @property {boolean} [control] whether `/__simulator/` answers; default: false
 */

/**
 * @typedef {object} Simulator
 * @property {(request: IncomingMessage, response: ServerResponse) => Promise<boolean>} handle answers a request that is the
 *   simulator's and resolves to true once the answer has ended; resolves to false at once for any other
 * @property {readonly RecordedRequest[]} requests every request to the API, oldest first
 * @property {() => void} reset forgets the requests and starts all counts of attempts anew
 */

/** The user ID of the demo. */
export const DEMO_USER_ID = '1505084218764547200';
/** The path of the page's configuration, which here lists the demo tasks as well. */
export const CONFIG_PATH = '/config.json';
/** The path of the file whose import the task with 250 failures of 2,000 reports. */
export const IMPORT_FILE_PATH = '/demo/users.csv';
/** Where tests read and reset a simulator that runs in another process. */
export const CONTROL_PATH = '/__simulator/';

const KOODRIVE_PATH = '/koodrive/';

/**
 * Creates a simulated KooDrive that shares no state with others in the process.
 * @param {SimulatorOptions} [options]
 * @returns {Simulator}
 */
export function createSimulator(options = {}) {
  const {
    now = Date.now,
    clockOffsetMs = 0,
    basePath = '',
    recordLimit = 20_000,
    control = false,
    dateRefusalStatus = 400,
  } = options;
  const clock = () => now() + clockOffsetMs;
  const log = new RequestLog(recordLimit);
  const faults = createFaults(options.faultDefaults);
  const tasks = createTasks(clock());

  const reset = () => {
    log.clear();
    faults.reset();
    tasks.reset();
  };

  /**
   * @param {Exchange} exchange
   * @param {Refusal} refusal
   */
  const refuse = (exchange, { status, code, msg, subject, gateway }) =>
    gateway
      ? exchange.send(status, gatewayErrorBody(gateway.code, gateway.message, exchange.requestId))
      : exchange.send(
          subject === 'X-Date' ? dateRefusalStatus : status,
          errorBody(code, msg[exchange.language]),
        );

  /** @param {Exchange} exchange */
  const refuseUnknownApi = (exchange) =>
    exchange.send(404, gatewayErrorBody(CODE.gatewayNoSuchApi, 'The API does not exist', exchange.requestId));

  /**
   * @param {import('./request-rules.js').Call} call
   * @param {Exchange} exchange
   */
  function answerOrdinarily({ name, taskId, parameters }, exchange) {
    if (name === 'list') return answerList(parameters, tasks.entries(exchange), exchange);
    return name === 'detail'
      ? tasks.answerDetail(taskId ?? '', exchange)
      : tasks.answerResult(taskId, exchange);
  }

  /**
   * @param {IncomingMessage} request
   * @param {ServerResponse} response
   */
  async function answerApi(request, response) {
    const { url = '', method, headers } = request;
    const call = readCall(url, basePath);
    const taskId = call?.taskId;
    // A list has no task ID, so its user's ID names the fault.
    const faultyId = call?.name === 'list' ? headers['x-user-id']?.toString() : taskId;
    const fault = faults.find(faultyId);
    const serverNow = () => clock() + (fault?.clockOffsetMs ?? 0);
    const exchange = new Exchange({
      request,
      response,
      language: answerLanguage(headers.language?.toString()),
      now: serverNow,
      headers: corsHeaders(request, options.cors),
    });
    exchange.example = exampleOf(call, exchange);
    const facts = { taskId, undocumentedHeaders: undocumentedHeaders(request) };
    const record = log.add(request, response, serverNow(), facts);
    if (isPreflight(request) && options.cors) {
      record.outcome = 'preflight';
      exchange.start(204, preflightHeaders());
      response.end();
      return;
    }
    if (method !== 'GET' || !call) {
      record.outcome = 'no such API';
      return refuseUnknownApi(exchange);
    }
    const refusal =
      call.refusal ??
      checkHeaders(request, serverNow()) ??
      checkAuthorization(request, options.authorization ?? {});
    if (refusal && !(fault?.checksDate && refusal.subject === 'X-Date')) {
      record.outcome = `refused ${refusal.subject}`;
      return refuse(exchange, refusal);
    }
    const visit = faults.visit(
      call.name === 'result' ? (taskId ?? '') : `${call.name} ${taskId}`,
      record.userId ?? '',
    );
    record.attempt = visit.attempt;
    record.outcome = fault ? `fault ${fault.name}` : 'answered';
    if (fault) return fault.respond(exchange, visit);
    const late = answerOrdinarily(call, exchange);
    if (late instanceof Promise) return late;
    record.outcome = `refused ${late.subject}`;
    return refuse(exchange, late);
  }

  /**
   * @param {IncomingMessage} request
   * @param {ServerResponse} response
   */
  async function answerControl(request, response) {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://simulator');
    const operation = pathname.slice(basePath.length + CONTROL_PATH.length);
    const taskId = searchParams.get('taskId');
    if (request.method === 'POST' && operation === 'reset') {
      reset();
      sendJson(response, {});
    } else if (request.method === 'GET' && operation === 'requests') {
      sendJson(
        response,
        taskId === null ? log.requests : log.requests.filter((record) => record.taskId === taskId),
      );
    } else {
      response.writeHead(404).end();
    }
  }

  /** @type {Simulator['handle']} */
  async function handle(request, response) {
    const [path] = (request.url ?? '').split('?');
    /** @param {string} prefix */
    const isUnder = (prefix) => path.startsWith(basePath + prefix);
    try {
      if (isUnder(KOODRIVE_PATH)) await answerApi(request, response);
      else if (control && isUnder(CONTROL_PATH)) await answerControl(request, response);
      else if (path === basePath + CONFIG_PATH) sendJson(response, demoConfig());
      else if (path === basePath + IMPORT_FILE_PATH) sendText(response, 'text/csv', demoImportFile());
      else return false;
    } catch (error) {
      if (!isClientGone(error)) throw error;
    }
    return true;
  }

  return { handle, requests: log.requests, reset };
}

/** The title of a task whose ID names a fault. */
const FAULTY = text('A task with a fault', '有故障的任务');

/**
 * The body of a successful answer to a call with a fault, for when the fault is over.
 * @param {import('./request-rules.js').Call | undefined} call
 * @param {Exchange} exchange
 */
const exampleOf = (call, exchange) =>
  call?.name === 'detail' ? detailBody(call.taskId ?? '', FAULTY, 2, exchange) : PAGE_EXAMPLE_BODY;

/** The demo's config.json, which lists tasks and a token, so that one click shows a report. */
export function demoConfig() {
  return {
    endpoint: '',
    userId: '',
    tokenFormat: 'Bearer+{token}',
    demo: { userId: DEMO_USER_ID, accessToken: DEMO_TOKEN, tasks: listTasks(IMPORT_FILE_PATH.slice(1)) },
  };
}

/**
 * @param {ServerResponse} response
 * @param {unknown} value
 */
const sendJson = (response, value) => sendText(response, 'application/json', JSON.stringify(value));

/**
 * @param {ServerResponse} response
 * @param {string} type
 * @param {string} body
 */
function sendText(response, type, body) {
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Type', `${type};charset=UTF-8`);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.end(body);
}
