import { DOCUMENTED_HEADERS } from './request-rules.js';

/**
 * @typedef {import('node:http').IncomingMessage} IncomingMessage
 * @typedef {import('./exchange.js').Headers} Headers
 */

/**
 * The origins whose pages may call the API; none by default, as KooDrive documents no CORS.
 * @typedef {object} CorsOptions
 * @property {string | readonly string[]} origins for example `http://127.0.0.1:8081`; `null` as text for pages opened from disk
 * @property {readonly string[]} [exposeHeaders] response headers that script may read besides the safelisted ones
 */

/**
 * The CORS headers of an answer to this request; none when its origin is not allowed.
 * @param {IncomingMessage} request
 * @param {CorsOptions | undefined} cors
 * @returns {Headers}
 */
export function corsHeaders(request, cors) {
  const { origin } = request.headers;
  if (!cors) return {};
  if (origin === undefined || ![cors.origins].flat().includes(origin)) return { Vary: 'Origin' };
  const exposed = cors.exposeHeaders?.join(', ');
  return {
    Vary: 'Origin',
    'Access-Control-Allow-Origin': origin,
    ...(exposed ? { 'Access-Control-Expose-Headers': exposed } : {}),
  };
}

/**
 * The headers of the answer to an allowed preflight: GET with the documented headers.
 * @returns {Headers}
 */
export function preflightHeaders() {
  return {
    'Access-Control-Allow-Methods': 'GET',
    'Access-Control-Allow-Headers': DOCUMENTED_HEADERS.join(', '),
    'Content-Type': undefined,
  };
}

/**
 * @param {IncomingMessage} request
 */
export function isPreflight({ method, headers }) {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
}
