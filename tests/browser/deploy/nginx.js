import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { SITE_HOST, UPSTREAM_HOST, commonChanges, shipped, substitute } from './deployment.js';
import { requiredPath, setupPath, startServer } from './server-process.js';

/** @typedef {import('./deployment.js').Substitutions} Substitutions */
/** @typedef {import('./server-process.js').Place} Place */

/** The path of the nginx module that serves `.br` files, if it is installed. */
export const brotliModule = setupPath('KOODRIVE_NGINX_BROTLI_STATIC');

/**
 * The path of nginx's media types: next to a binary in a private folder, else the system's.
 * @param {string} binary
 */
function mimeTypes(binary) {
  const files = [path.resolve(binary, '../../../etc/nginx/mime.types'), '/etc/nginx/mime.types'];
  const found = files.find((file) => existsSync(file));
  if (!found) throw new Error(`nginx has no mime.types in ${files.join(' or ')}.`);
  return found;
}

/**
 * The main configuration, which includes web/deploy/nginx.conf as a distribution's would.
 * @param {string} folder
 * @param {string} types
 * @param {string} site
 */
const around = (folder, types, site) => `
${brotliModule ? `load_module ${brotliModule};` : ''}
daemon off;
master_process off;
pid ${folder}/nginx.pid;
error_log stderr info;
events {}
http {
  include ${types};
  default_type application/octet-stream;
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/temp;`).join('\n  ')}
${site}
}
`;

/**
 * @param {Substitutions} substitutions
 * @param {Place} place
 */
async function siteOf(substitutions, { port, plainPort }) {
  const { site, upstreamPort, authority, portalOrigin = '', mount = '' } = substitutions;
  const changed = substitute(await shipped('nginx.conf'), [
    ...commonChanges(substitutions),
    ['listen 80;', `listen 127.0.0.1:${plainPort};`],
    ['listen [::]:80;', ''],
    ['listen 443 ssl http2;', `listen 127.0.0.1:${port} ssl http2;`],
    ['listen [::]:443 ssl http2;', ''],
    [`/etc/ssl/certs/${SITE_HOST}.pem`, `${site}.pem`],
    [`/etc/ssl/private/${SITE_HOST}.key`, `${site}.key`],
    ['/etc/ssl/certs/ca-certificates.crt', authority],
    ['set $portal_origin "";', `set $portal_origin "${portalOrigin}";`],
    ['location ~ ^(/koodrive/', `location ~ ^${mount}(/koodrive/`],
    ...(brotliModule ? [/** @type {const} */ (['# brotli_static on;', 'brotli_static on;'])] : []),
  ]);
  // An upstream of that name takes precedence over DNS.
  return `upstream ${UPSTREAM_HOST} { server 127.0.0.1:${upstreamPort}; }\n${changed}`;
}

/** nginx with web/deploy/nginx.conf. @param {Substitutions} substitutions */
export function startNginx(substitutions) {
  const binary = requiredPath('KOODRIVE_NGINX');
  return startServer(async (place) => {
    const { folder } = place;
    await mkdir(path.join(folder, 'temp'), { recursive: true });
    const configurationFile = path.join(folder, 'nginx.conf');
    const args = ['-p', folder, '-c', configurationFile, '-e', 'stderr'];
    return {
      binary,
      check: ['-t', ...args],
      args,
      configurationFile,
      configuration: around(folder, mimeTypes(binary), await siteOf(substitutions, place)),
    };
  });
}
