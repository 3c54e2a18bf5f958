import { get } from '../../simulator/harness.js';
import { createCertificates } from '../support/certificates.js';
import { closeAll } from '../support/client-page.js';
import { startCaddy } from './caddy.js';
import { SITE_HOST, UPSTREAM_HOST } from './deployment.js';
import { startNginx } from './nginx.js';
import { startUpstream } from './upstream.js';

/** @typedef {import('./deployment.js').Substitutions} Substitutions */
/** @typedef {Awaited<ReturnType<typeof openScene>>} Scene */

/** The servers that web/deploy/ has a configuration for. */
export const SERVERS = Object.freeze({ nginx: startNginx, Caddy: startCaddy });
/** @typedef {keyof typeof SERVERS} ServerName */
export const serverNames = /** @type {ServerName[]} */ (Object.keys(SERVERS));

/**
 * Starts a server in front of a simulated KooDrive, both on this machine.
 * @param {ServerName} name
 * @param {Partial<Substitutions>} [substitutions]
 * @param {import('../../../web/simulator/simulator.js').SimulatorOptions} [simulatorOptions]
 * @param {string} [provenHost] the host name in KooDrive's certificate
 */
export async function openScene(name, substitutions, simulatorOptions, provenHost = UPSTREAM_HOST) {
  const certificates = await createCertificates(provenHost, SITE_HOST);
  const upstream = await startUpstream(certificates, simulatorOptions);
  const { authority, chain: site } = certificates;
  const closeBehind = () => closeAll(upstream, { close: certificates.remove });
  const settings = { site, upstreamPort: upstream.port, authority, ...substitutions };
  const server = await SERVERS[name](settings).catch(async (problem) => {
    await closeBehind();
    throw problem;
  });
  const origin = `https://${SITE_HOST}:${server.port}`;

  /**
   * Requests a path from the server without normalizing it.
   * @param {string} path
   * @param {object} [options]
   * @param {string} [options.method]
   * @param {Record<string, string | undefined>} [options.headers]
   * @param {string} [options.from] the loopback address of the client; the rate is limited per address
   */
  const ask = (path, { method, headers, from = '127.0.0.1' } = {}) =>
    get(`https://127.0.0.1:${server.port}${path}`, {
      method,
      headers: { Host: `${SITE_HOST}:${server.port}`, ...headers },
      connection: { servername: SITE_HOST, ca: certificates.root, localAddress: from },
    });

  return {
    origin,
    server,
    upstream,
    certificates,
    ask,
    lastRequest: () => upstream.simulator.requests.at(-1),
    close: () => closeAll(server, { close: closeBehind }),
  };
}
