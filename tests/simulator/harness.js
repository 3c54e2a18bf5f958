import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import { createSimulator } from '../../web/simulator/simulator.js';

/**
 * @typedef {import('node:test').TestContext} TestContext
 * @typedef {import('../../web/simulator/simulator.js').SimulatorOptions} SimulatorOptions
 * @typedef {{ status: number, headers: http.IncomingHttpHeaders, body: Buffer, error?: NodeJS.ErrnoException }} Answer
 */

/** What the simulator's clock shows in tests: half a minute after X_DATE. */
export const NOW = Date.UTC(2024, 8, 9, 3, 33, 55);
export const X_DATE = '20240909T033325Z';
export const USER_ID = '1505084218764547200';
export const TOKEN = 'demo-access-token';
export const PATH = '/koodrive/ose/v1/task/result';

/** The five headers of a valid request. */
export const HEADERS = Object.freeze({
  Authorization: `Bearer+${TOKEN}`,
  language: 'en-US',
  'X-Traceid': '0123456789abcdef'.repeat(4).slice(0, 58),
  'X-User-Id': USER_ID,
  'X-Date': X_DATE,
});

/**
 * Listens on a free port until the test ends.
 * @param {TestContext} t
 * @param {import('node:net').Server} server
 * @returns {Promise<number>} the port
 */
export async function listen(t, server) {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.close();
    if (server instanceof http.Server) server.closeAllConnections();
  });
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no address');
  return address.port;
}

/**
 * A simulator on a port of its own, with the clock at NOW.
 * @param {TestContext} t
 * @param {SimulatorOptions} [options]
 */
export async function startSimulator(t, options = {}) {
  const simulator = createSimulator({ now: () => NOW, ...options });
  const server = http.createServer(async (request, response) => {
    if (!(await simulator.handle(request, response))) response.writeHead(418).end();
  });
  const port = await listen(t, server);
  const origin = `http://127.0.0.1:${port}`;
  return {
    simulator,
    origin,
    host: `127.0.0.1:${port}`,
    /**
     * Makes another call with valid headers: `list?status=2`, or a task's ID.
     * @param {string} target what follows `/task/` in the URL
     * @param {Record<string, string | undefined>} [headers]
     */
    call: (target, headers = {}) =>
      get(`${origin}/koodrive/ose/v1/task/${target}`, { headers: { ...HEADERS, ...headers } }),
    /**
     * Queries a task with valid headers. Those given replace them; undefined removes one.
     * @param {string} taskId
     * @param {Record<string, string | undefined>} [headers]
     */
    ask: (taskId, headers = {}) =>
      get(`${origin}${PATH}?taskId=${encodeURIComponent(taskId)}`, { headers: { ...HEADERS, ...headers } }),
  };
}

/**
 * Sends a request on a connection of its own. Resolves with what arrived, even if the answer broke off.
 * @param {string} url whose path is sent as written, without normalization
 * @param {object} [options]
 * @param {string} [options.method]
 * @param {Record<string, string | string[] | undefined>} [options.headers] those that are undefined are left out
 * @param {(response: http.IncomingMessage) => void} [options.onResponse]
 * @param {AbortSignal} [options.signal]
 * @param {https.RequestOptions} [options.connection] further options of the connection
 * @returns {Promise<Answer>}
 */
export function get(url, { method = 'GET', headers = {}, onResponse, signal, connection } = {}) {
  const [, origin, path] = /^(https?:\/\/[^/]+?:\d+)(.*)$/s.exec(url) ?? [];
  const { protocol, hostname, port } = new URL(origin);
  const sent = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
  return new Promise((resolve) => {
    /** @type {Buffer[]} */
    const chunks = [];
    /** @type {http.IncomingMessage | undefined} */
    let response;
    /** @param {NodeJS.ErrnoException} [error] */
    const settle = (error) =>
      resolve({
        status: response?.statusCode ?? 0,
        headers: response?.headers ?? {},
        body: Buffer.concat(chunks),
        error,
      });
    const options = {
      hostname,
      port,
      path,
      method,
      agent: false,
      headers: /** @type {any} */ (sent),
      signal,
      ...connection,
    };
    const request = (protocol === 'https:' ? https : http).request(options);
    request.on('error', settle);
    request.on('response', (received) => {
      response = received;
      onResponse?.(received);
      received.on('data', (chunk) => chunks.push(chunk));
      received.on('end', () => settle());
      received.on('error', settle);
    });
    request.end();
  });
}

/** @param {Answer} answer */
export const json = ({ body }) => JSON.parse(body.toString());

/**
 * Waits until a condition holds, checking it after every turn of the event loop.
 * @param {() => boolean} condition
 * @param {string} [what] the condition in words
 * @throws {Error} when it does not hold within 20 s
 */
export async function until(condition, what = String(condition)) {
  const end = performance.now() + 20_000;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`never happened: ${what}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
