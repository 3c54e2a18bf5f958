import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { createDemoServer } from '../../../web/dev/demo-server.js';
import { TASK_RESULT_PATH } from '../../../web/simulator/request-rules.js';
import { securityHeaders } from '../../../web/dev/security-headers.js';
import { listenOnLoopback } from '../../browser/support/loopback.js';
import { answerBytes } from './answers.js';
import { PEERS, builtPage } from './peer-pages.js';
import { KOODRIVE } from './results.js';

/** @typedef {import('node:http').IncomingMessage} IncomingMessage */
/** @typedef {import('node:http').ServerResponse} ServerResponse */

const USER_ID = '1505084218764547200';
const CONFIG = JSON.stringify({ endpoint: '', userId: USER_ID, tokenFormat: 'Bearer+{token}' });

/** These grids do not work under the policy: they need inline styles or assign markup without Trusted Types. */
const WITHOUT_POLICY = ['Tabulator', 'AG Grid'];

/** The answers in gzip by task ID, so that each is compressed once and not for every visit. @type {Map<string, Buffer>} */
const compressed = new Map();

/** Serves each page on an origin of its own, with the same server, compression and answers. */
export async function startPageSites() {
  const folders = {
    [KOODRIVE]: fileURLToPath(new URL('../../../dist', import.meta.url)),
    ...Object.fromEntries(Object.entries(PEERS).map(([name, folder]) => [name, builtPage(folder)])),
  };
  const servers = await Promise.all(
    Object.entries(folders).map(async ([name, dist]) => {
      const headers = WITHOUT_POLICY.includes(name) ? {} : securityHeaders();
      return { name, ...(await listenOnLoopback(createDemoServer({ dist, api: answer, headers }))) };
    }),
  );
  return {
    /** @type {Record<string, string>} by contender */
    origins: Object.fromEntries(servers.map(({ name, origin }) => [name, origin])),
    async close() {
      for (const server of servers) await server.close();
    },
  };
}

/**
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 */
async function answer(request, response) {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://site');
  if (pathname === '/config.json') {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(CONFIG);
    return true;
  }
  if (pathname !== TASK_RESULT_PATH) return false;
  const taskId = searchParams.get('taskId') ?? '';
  const body = compressed.get(taskId) ?? gzipSync(answerBytes(taskId));
  compressed.set(taskId, body);
  response.writeHead(200, {
    'Content-Type': 'application/json',
    'Content-Encoding': 'gzip',
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
  });
  response.end(body);
  return true;
}
