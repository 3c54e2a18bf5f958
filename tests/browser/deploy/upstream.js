import https from 'node:https';
import { createSimulator } from '../../../web/simulator/simulator.js';
import { get } from '../../simulator/harness.js';
import { listenOnLoopback } from '../support/loopback.js';
import { UPSTREAM_HOST } from './deployment.js';

/** @typedef {Awaited<ReturnType<typeof import('../support/certificates.js').createCertificates>>} Certificates */
/** @typedef {import('../../../web/simulator/simulator.js').SimulatorOptions} SimulatorOptions */

/** A task whose answer ends in the middle, after which the connection is closed normally. */
export const BROKEN_OFF = 'broken-off';

/** Headers that KooDrive may send and that must not reach a browser. */
export const UNWANTED_HEADERS = Object.freeze({
  'Cache-Control': 'public, max-age=3600',
  Expires: 'Fri, 01 Jan 2100 00:00:00 GMT',
  'Set-Cookie': 'upstream=1; Path=/',
  'WWW-Authenticate': 'Basic realm="gateway"',
  Location: 'https://elsewhere.example/',
  Refresh: '0; url=https://elsewhere.example/',
  'Clear-Site-Data': '"*"',
  'Strict-Transport-Security': 'max-age=1',
  'Access-Control-Allow-Origin': '*',
});

/**
 * A simulated KooDrive behind TLS that adds UNWANTED_HEADERS to its answers.
 * @param {Certificates} certificates
 * @param {SimulatorOptions} [options]
 */
export async function startUpstream({ cert, key }, options) {
  const simulator = createSimulator(options);
  /** The server names that clients sent by SNI. @type {Set<unknown>} */
  const serverNames = new Set();
  const server = https.createServer({ cert, key }, async (request, response) => {
    serverNames.add(/** @type {{ servername?: unknown }} */ (request.socket).servername);
    if (request.url?.endsWith(`taskId=${BROKEN_OFF}`)) {
      response.write('{"data":', () => response.socket?.end());
      return;
    }
    const writeHead = response.writeHead.bind(response);
    response.writeHead = (/** @type {number} */ status) => {
      for (const [name, value] of Object.entries(UNWANTED_HEADERS)) response.setHeader(name, value);
      return writeHead(status);
    };
    if (!(await simulator.handle(request, response))) response.writeHead(418).end();
  });
  const { port, close } = await listenOnLoopback(server);
  return {
    port,
    close,
    simulator,
    serverNames,
    /**
     * Requests a path without the forwarder in between.
     * @param {string} path
     * @param {Buffer} ca the certificate of the authority to trust
     */
    ask: (path, ca) =>
      get(`https://127.0.0.1:${port}${path}`, { connection: { servername: UPSTREAM_HOST, ca } }),
  };
}
