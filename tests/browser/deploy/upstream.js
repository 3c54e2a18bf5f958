import { once } from 'node:events';
import https from 'node:https';
import { createSimulator } from '../../../web/simulator/simulator.js';

/** @typedef {Awaited<ReturnType<typeof import('../support/certificates.js').createCertificates>>} Certificates */
/** @typedef {import('../../../web/simulator/simulator.js').SimulatorOptions} SimulatorOptions */

/** A task whose answer ends in the middle, with the connection closed in good order. */
export const BROKEN_OFF = 'broken-off';

/** What an upstream may send and a browser must never see. */
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
 * KooDrive behind TLS, with headers that must not pass.
 * @param {Certificates} certificates
 * @param {SimulatorOptions} [options]
 */
export async function startUpstream({ cert, key }, options) {
  const simulator = createSimulator(options);
  /** The names that were asked for by SNI. @type {Set<unknown>} */
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
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    port,
    simulator,
    serverNames,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
