import path from 'node:path';
import { SITE_HOST, UPSTREAM_HOST, commonChanges, shipped, substitute } from './deployment.js';
import { requiredPath, startServer } from './server-process.js';

/** @typedef {import('./deployment.js').Substitutions} Substitutions */
/** @typedef {import('./server-process.js').Place} Place */

/**
 * Options that keep Caddy to loopback and to files in its own folder, without its administration endpoint.
 * @param {Place} place
 */
const options = ({ folder, port, plainPort }) => `{
	admin off
	skip_install_trust
	storage file_system ${folder}
	default_bind 127.0.0.1
	https_port ${port}
	http_port ${plainPort}
	servers {
		protocols h1 h2
	}
}
`;

/**
 * @param {Substitutions} substitutions
 * @param {Place} place
 */
async function configurationOf(substitutions, place) {
  const { site, upstreamPort, portalOrigin = '', mount = '' } = substitutions;
  const changed = substitute(await shipped('Caddyfile'), [
    ...commonChanges(substitutions),
    [`\n${SITE_HOST} {`, `\n${SITE_HOST} {\n\ttls ${site}.pem ${site}.key`],
    [`reverse_proxy https://${UPSTREAM_HOST}`, `reverse_proxy https://127.0.0.1:${upstreamPort}`],
    ['vars portal_origin ""', `vars portal_origin "${portalOrigin}"`],
    ['path_regexp call ^(/koodrive/', `path_regexp call ^${mount}(/koodrive/`],
  ]);
  return options(place) + changed;
}

/** Caddy with web/deploy/Caddyfile. @param {Substitutions} substitutions */
export function startCaddy(substitutions) {
  const binary = requiredPath('KOODRIVE_CADDY');
  return startServer(async (place) => {
    const configurationFile = path.join(place.folder, 'Caddyfile');
    const args = ['--adapter', 'caddyfile', '--config', configurationFile];
    return {
      binary,
      check: ['validate', ...args],
      args: ['run', ...args],
      // Go programs read the certificate authorities that they trust from these places.
      environment: {
        ...process.env,
        HOME: place.folder,
        XDG_CONFIG_HOME: place.folder,
        XDG_DATA_HOME: place.folder,
        SSL_CERT_FILE: substitutions.authority,
        SSL_CERT_DIR: place.folder,
      },
      configurationFile,
      configuration: await configurationOf(substitutions, place),
    };
  });
}
