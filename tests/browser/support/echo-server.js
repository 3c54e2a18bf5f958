import { createDemoServer } from '../../../web/dev/demo-server.js';
import { TASK_RESULT_PATH } from '../../../web/simulator/request-rules.js';
import { distFolder } from './site.js';
import { listenOnLoopback } from './loopback.js';

/** The length to which the client truncates a server text. */
const LONGEST_MESSAGE = 500;

/**
 * Answers that echo the Authorization header in different places: each makes status and body from its value.
 * @type {Readonly<Record<string, (authorization: string) => { status: number, body: string }>>}
 */
export const ECHOES = Object.freeze({
  'msg with 200': (sent) => ({ status: 200, body: koodrive(13000102, `Invalid ${sent}`) }),
  'msg with 400': (sent) => ({ status: 400, body: koodrive(13000101, `Invalid ${sent}`) }),
  'msg with 401': (sent) => ({ status: 401, body: koodrive(13000101, `Authentication not passed: ${sent}`) }),
  'msg with 403': (sent) => ({ status: 403, body: gateway('APIGW.0302', `${sent} may not call the API`) }),
  'msg with 500': (sent) => ({ status: 500, body: koodrive(13000001, `No user for ${sent}${sent}`) }),
  'msg with 503': (sent) => ({ status: 503, body: gateway('APIGW.0201', sent) }),
  'msg without the scheme': (sent) => ({ status: 400, body: koodrive(13000101, `Invalid: ${bare(sent)}.`) }),
  'msg that is cut within it': (sent) => ({
    status: 400,
    body: koodrive(13000101, 'x'.repeat(LONGEST_MESSAGE - bare(sent).length + 5) + bare(sent)),
  }),
  'msg with escapes': (sent) => ({
    status: 400,
    body: `{"code":13000101,"msg":"${[...sent].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"}`,
  }),
  'code with 200': (sent) => ({ status: 200, body: koodrive(sent, 'refused') }),
  'code with 403': (sent) => ({ status: 403, body: gateway(bare(sent), 'refused') }),
  'msg without the AT': (sent) => ({
    status: 400,
    body: koodrive(13000101, `Invalid: ${bare(sent).replace(/^AT /, '')}.`),
  }),
  'request ID with 403': (sent) => ({ status: 403, body: gateway('APIGW.0302', 'refused', sent) }),
  'canonical request with 401': (sent) => ({
    status: 401,
    body: gateway('APIGW.0303', `verify signature failed, canonicalRequest:GET|/${sent}/||host:h|`),
  }),
  'member name': (sent) => ({
    status: 200,
    body: `{"code":0,"data":{"failInfoList":[{"${sent}":1,"userName":7}]}}`,
  }),
  'broken JSON': (sent) => ({ status: 200, body: `{"code":0,"msg":"${sent}` }),
  'plain text': (sent) => ({ status: 200, body: sent }),
  'HTML page': (sent) => ({ status: 502, body: `<!DOCTYPE html><title>${sent}</title><p>${sent}</p>` }),
});

/** @param {number | string} code @param {string} msg */
const koodrive = (code, msg) => JSON.stringify({ code, msg });

/** @param {string} code @param {string} message @param {string} [requestId] */
const gateway = (code, message, requestId = '1') =>
  JSON.stringify({ error_code: code, error_msg: message, request_id: requestId });

/** @param {string} authorization without the scheme */
const bare = (authorization) => authorization.replace(/^Bearer[+ ]/, '');

/** Serves dist/ and, on the same origin, answers each task ID with the echo of that name. */
export async function startEchoServer() {
  const server = createDemoServer({
    dist: distFolder,
    async api({ url = '', headers }, response) {
      const { pathname, searchParams } = new URL(url, 'http://echo');
      if (pathname !== TASK_RESULT_PATH) return false;
      const { status, body } = ECHOES[searchParams.get('taskId') ?? ''](headers.authorization ?? '');
      response.setHeader('Cache-Control', 'no-store');
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(body);
      return true;
    },
  });
  return listenOnLoopback(server);
}
