import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createBackEnd } from '../examples/signing-back-end/back-end.js';
import { DEMO_APP, DEMO_TOKEN } from '../simulator/authorization.js';
import { securityHeaders } from './security-headers.js';
import { DEMO_USER_ID, createSimulator } from '../simulator/simulator.js';
import { createStaticFiles } from './static-files.js';

/**
 * @typedef {import('node:http').IncomingMessage} IncomingMessage
 * @typedef {import('node:http').ServerResponse} ServerResponse
 * @typedef {(request: IncomingMessage, response: ServerResponse) => Promise<void>} Handler
 */

const examplesFolder = fileURLToPath(new URL('../examples/', import.meta.url));
const distFolder = fileURLToPath(new URL('../../dist/', import.meta.url));

/** Examples that need no build. One of them, strict-policy, declares its Content-Security-Policy in the page. */
const STATIC_EXAMPLES = ['plain', 'strict-policy', 'signing-back-end', 'frame/portal'];
/** Placeholder origins in the files of the frame example, replaced by those of the two running servers. */
const PORTAL_ORIGIN = 'https://portal.example';
const REPORTS_ORIGIN = 'https://reports.example';
const PORTAL_PORT = 8090;
const REPORTS_PORT = 8091;

/**
 * Serves the examples with the KooDrive simulator: a portal, and the server whose page it shows in an iframe.
 * @param {object} [options]
 * @param {string} [options.accessToken] that the portal hands out
 * @param {number} [options.portalPort] default: any free one
 * @param {number} [options.reportsPort] default: any free one
 * @param {string} [options.frameAncestors] who may frame the reports; default: the portal
 */
export async function startExamples({
  accessToken = DEMO_TOKEN,
  portalPort = 0,
  reportsPort = 0,
  frameAncestors,
} = {}) {
  const simulator = createSimulator({
    authorization: { signedTarget: { host: 'intl.myhuaweicloud-koodrive.com' } },
  });
  /** Set once both ports are known. @type {Record<string, string>} */
  const origins = {};
  let tokensGiven = 0;
  const backEnd = createBackEnd({ app: DEMO_APP, userOf: () => DEMO_USER_ID });

  /**
   * The files of an example, and dist/ beside them.
   * @param {string} example
   * @param {string} basePath
   * @param {() => Record<string, string>} [headers] of its page
   * @returns {Handler}
   */
  function filesOf(example, basePath, headers = () => ({})) {
    const folder = path.join(examplesFolder, example);
    const serveExample = createStaticFiles(folder, { basePath });
    const serveDist = createStaticFiles(distFolder, { basePath: `${basePath}/import-report` });
    return async (request, response) => {
      const { pathname } = new URL(request.url ?? '', 'http://examples');
      if (pathname !== `${basePath}/`) {
        const isOfDist = pathname.startsWith(`${basePath}/import-report/`);
        await (isOfDist ? serveDist : serveExample)(request, response);
        return;
      }
      const page = await readFile(path.join(folder, 'index.html'), 'utf8');
      response.writeHead(200, { ...headers(), 'Content-Type': 'text/html; charset=utf-8' });
      response.end(page.replace(/https:\/\/(portal|reports)\.example/, (origin) => origins[origin]));
    };
  }
  const staticExamples = STATIC_EXAMPLES.map((name) => ({ name, serve: filesOf(name, `/${name}`) }));

  /** @type {Handler} */
  async function answerPortal(request, response) {
    if (await simulator.handle(request, response)) return;
    const url = request.url ?? '';
    if (url.endsWith('/portal/token')) {
      tokensGiven += 1;
      response.writeHead(200, { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' }).end(accessToken);
    } else if (url === '/signing-back-end/portal/sign') {
      request.url = '/portal/sign';
      backEnd.emit('request', request, response);
    } else {
      const example = staticExamples.find(({ name }) => url.startsWith(`/${name}/`));
      if (example) await example.serve(request, response);
      else response.writeHead(404).end();
    }
  }

  const reportsFiles = filesOf('frame/reports', '', () =>
    securityHeaders({ frameAncestors: frameAncestors ?? origins[PORTAL_ORIGIN] }),
  );
  const portal = await listen(answerPortal, portalPort);
  const reports = await listen(async (request, response) => {
    if (!(await simulator.handle(request, response))) await reportsFiles(request, response);
  }, reportsPort);
  Object.assign(origins, { [PORTAL_ORIGIN]: portal.origin, [REPORTS_ORIGIN]: reports.origin });
  return {
    simulator,
    portal: portal.origin,
    reports: reports.origin,
    /** How often the portal issued a token. */
    tokensGiven: () => tokensGiven,
    close: () => Promise.all([portal.close(), reports.close()]),
  };
}

/**
 * @param {Handler} handler
 * @param {number} port
 */
async function listen(handler, port) {
  const server = http.createServer((request, response) => void handler(request, response));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { port: chosen } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    origin: `http://127.0.0.1:${chosen}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { portal } = await startExamples({ portalPort: PORTAL_PORT, reportsPort: REPORTS_PORT });
  for (const name of STATIC_EXAMPLES) console.log(`${portal}/${name}/`);
  console.log('`npm run dev` in web/examples/react, vue and next asks this server. Ctrl-C ends it.');
}
