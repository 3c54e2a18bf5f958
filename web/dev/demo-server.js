import http from 'node:http';
import { securityHeaders } from './security-headers.js';
import { createStaticFiles } from './static-files.js';

/**
 * @typedef {import('node:http').IncomingMessage} IncomingMessage
 * @typedef {import('node:http').ServerResponse} ServerResponse
 */

const KEEP_ALIVE_MS = 30_000;

/**
 * @typedef {object} DemoServerOptions
 * @property {string} dist the folder to serve
 * @property {(request: IncomingMessage, response: ServerResponse) => Promise<boolean>} [api] answers a request that is its own
 *   and resolves to true, else to false: `createSimulator().handle` or `createUpstream()`
 * @property {string} [basePath] path under which the folder is found, such as `/portal`; give the same to the API
 * @property {Readonly<Record<string, string>>} [headers] of the static files; default: `securityHeaders()`
 * @property {Readonly<Record<string, string>>} [contentTypes] see `createStaticFiles`
 */

/**
 * The page and its API on one origin; the caller makes it listen.
 * @param {DemoServerOptions} options
 * @returns {http.Server}
 */
export function createDemoServer({ dist, api, basePath, headers = securityHeaders(), contentTypes }) {
  const serveFile = createStaticFiles(dist, { headers, contentTypes, basePath });
  const server = http.createServer(async (request, response) => {
    try {
      if (!(await api?.(request, response))) await serveFile(request, response);
    } catch (error) {
      console.error(`${request.method} ${request.url}:`, error);
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    }
  });
  // Closing an idle keep-alive connection just as the browser reuses it would look like a network fault.
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  return server;
}
