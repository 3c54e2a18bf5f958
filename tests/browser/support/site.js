import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDemoServer } from '../../../web/dev/demo-server.js';
import { securityHeaders } from '../../../web/dev/security-headers.js';
import { createSimulator } from '../../../web/simulator/simulator.js';
import { listenOnLoopback } from './loopback.js';

export const distFolder = fileURLToPath(new URL('../../../dist/', import.meta.url));
export const fixturesFolder = fileURLToPath(new URL('../../fixtures/', import.meta.url));

/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html;charset=UTF-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
};

/**
 * Serves dist/ and a new simulator on one loopback origin, as the demo does.
 * @param {import('../../../web/simulator/simulator.js').SimulatorOptions} [simulatorOptions]
 * @param {Partial<import('../../../web/dev/demo-server.js').DemoServerOptions>} [serverOptions]
 * @param {Readonly<Record<string, string>>} [pages] more files of the origin, by path: a portal around the element
 * @param {Readonly<Record<string, string>>} [pageHeaders] additional response headers of these files
 */
export async function startSite(simulatorOptions, serverOptions, pages = {}, pageHeaders = {}) {
  const simulator = createSimulator(simulatorOptions);
  const server = createDemoServer({
    dist: distFolder,
    api: async (request, response) => {
      const { pathname } = new URL(request.url ?? '', 'http://site');
      if (!Object.hasOwn(pages, pathname)) return simulator.handle(request, response);
      const type = TYPES[path.extname(pathname)] ?? 'text/plain';
      const headers = { ...securityHeaders(), ...pageHeaders, 'Content-Type': type };
      response.writeHead(200, headers).end(pages[pathname]);
      return true;
    },
    ...serverOptions,
  });
  const { origin, close } = await listenOnLoopback(server);
  return {
    simulator,
    origin,
    close,
    /** @param {string} taskId */
    requestsOf: (taskId) => simulator.requests.filter((request) => request.taskId === taskId),
  };
}

/**
 * A header of a recorded request.
 * @param {import('../../../web/simulator/request-log.js').RecordedRequest | undefined} request
 * @param {string} name
 */
export function headerOf(request, name) {
  const { rawHeaders = [] } = request ?? {};
  const index = rawHeaders.findIndex((text, at) => at % 2 === 0 && text.toLowerCase() === name.toLowerCase());
  return index < 0 ? undefined : rawHeaders[index + 1];
}
