import http from 'node:http';
import https from 'node:https';
import { pipeline } from 'node:stream/promises';
import { DOCUMENTED_HEADERS, TASK_PATH } from '../simulator/request-rules.js';

/**
 * @typedef {import('node:http').IncomingMessage} IncomingMessage
 * @typedef {import('node:http').ServerResponse} ServerResponse
 */

/**
 * @typedef {object} UpstreamOptions
 * @property {string} [basePath] path under which this server has the API, such as `/portal`; the endpoint does not see it
 * @property {number} [timeoutMs] how long the endpoint may be silent; default: 60,000
 * @property {string | Buffer} [ca] certificate authority to trust instead of the usual ones, for tests
 */

/**
 * Request headers that are forwarded to KooDrive. Cookie and Referer may hold secrets of the portal. Origin would make a
 * same-origin call look like a cross-origin one, which the gateway may refuse.
 */
const REQUEST_HEADERS = [...DOCUMENTED_HEADERS, 'Accept', 'Accept-Encoding', 'User-Agent'];

/**
 * Response headers that are forwarded to the browser. Set-Cookie could overwrite the portal's cookies, WWW-Authenticate
 * makes requests hang in Chromium, and Location would send the token to another URL.
 */
const RESPONSE_HEADERS = [
  'Content-Type',
  'Content-Encoding',
  'Content-Length',
  'Date',
  'Retry-After',
  'X-Request-Id',
];

/** The paths of the three calls: the result, the list, and a task by its ID. */
const FORWARDED = new RegExp(`^${TASK_PATH}[\\w~-]+$`);

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * @param {string} endpoint
 * @returns {URL}
 * @throws {TypeError} when requests must not be forwarded there
 */
export function parseUpstream(endpoint) {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.test(url.hostname));
  if (!url || !isSafe || url.username || url.password || url.search || url.hash) {
    throw new TypeError(
      `${endpoint}: expected an https URL such as https://intl.myhuaweicloud-koodrive.com, without user, query or fragment`,
    );
  }
  return url;
}

/**
 * @param {import('node:http').IncomingHttpHeaders} headers
 * @param {readonly string[]} names
 */
function pick(headers, names) {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = headers[name.toLowerCase()];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/**
 * @param {ServerResponse} response
 * @param {number} status
 * @param {string} message
 */
function sendError(response, status, message) {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, {
    'Content-Type': 'application/json;charset=UTF-8',
    'Cache-Control': 'no-store',
  });
  response.end(JSON.stringify({ code: `FORWARDER.${status}`, msg: message }));
}

/**
 * Forwards the three calls about tasks to a real endpoint, with path and query as received, the endpoint's Host header and
 * a verified TLS certificate. Any other path under `/koodrive/` is answered with an error.
 * @param {URL} endpoint from `parseUpstream`
 * @param {UpstreamOptions} [options]
 * @returns {(request: IncomingMessage, response: ServerResponse) => Promise<boolean>} resolves to false, without an
 *   answer, when the path is not under `/koodrive/`
 */
export function createUpstream(endpoint, { basePath = '', timeoutMs = 60_000, ca } = {}) {
  const { request: send } = endpoint.protocol === 'https:' ? https : http;
  const prefix = endpoint.pathname.replace(/\/+$/, '');

  /**
   * @param {IncomingMessage} request
   * @param {ServerResponse} response
   * @returns {Promise<IncomingMessage>}
   */
  function ask(request, response) {
    const url = `${prefix}${(request.url ?? '').slice(basePath.length)}`;
    return new Promise((resolve, reject) => {
      const outgoing = send({
        protocol: endpoint.protocol,
        hostname: endpoint.hostname.replace(/^\[|\]$/g, ''),
        port: endpoint.port,
        path: url,
        headers: { Host: endpoint.host, ...pick(request.headers, REQUEST_HEADERS) },
        rejectUnauthorized: true,
        ...(ca === undefined ? {} : { ca }),
      });
      outgoing.setTimeout(timeoutMs, () => outgoing.destroy(new Error(`no byte for ${timeoutMs} ms`)));
      outgoing.once('response', resolve);
      outgoing.on('error', reject);
      response.once('close', () => outgoing.destroy());
      outgoing.end();
    });
  }

  return async (request, response) => {
    const [path] = (request.url ?? '').split('?');
    if (!path.startsWith(`${basePath}/koodrive/`)) return false;
    if (!FORWARDED.test(path.slice(basePath.length)) || request.method !== 'GET') {
      sendError(
        response,
        404,
        `Only GET ${TASK_PATH}result, ${TASK_PATH}list and ${TASK_PATH}{taskId} are forwarded`,
      );
      return true;
    }
    try {
      const answer = await ask(request, response);
      // Forward KooDrive's Date instead of sending this server's own: the client corrects its clock with it.
      response.sendDate = false;
      response.writeHead(answer.statusCode ?? 502, {
        ...pick(answer.headers, RESPONSE_HEADERS),
        'Cache-Control': 'no-store',
      });
      await pipeline(answer, response);
    } catch (error) {
      if (!response.closed) {
        sendError(
          response,
          502,
          `${endpoint.host} could not be reached: ${error instanceof Error ? error.message : error}`,
        );
      }
    }
    return true;
  };
}
