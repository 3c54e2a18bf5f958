import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { distFolder } from '../support/site.js';

/** @typedef {Awaited<ReturnType<typeof import('../support/certificates.js').createCertificates>>} Certificates */

/**
 * What is put in the place of the site's own in a shipped configuration.
 * @typedef {object} Substitutions
 * @property {string} site path of the site's certificate, `.pem` and `.key` left off
 * @property {number} upstreamPort where KooDrive is on this machine
 * @property {string} authority path of the certificate that vouches for it
 * @property {string} [root] default: dist/
 * @property {string} [portalOrigin] default: none
 * @property {string} [mount] path in front of the forwarded one; default: none
 */

/** The host name that the configurations are written for. */
export const SITE_HOST = 'report.example';
/** KooDrive's. */
export const UPSTREAM_HOST = 'intl.myhuaweicloud-koodrive.com';
/** What an administrator changes. */
export const SITE_ROOT = '/var/www/report.example';

/** @param {string} name of a file of web/deploy/ */
export const shippedFile = (name) => fileURLToPath(new URL(`../../../web/deploy/${name}`, import.meta.url));
/** @param {string} name of a file of web/deploy/ */
export const shipped = (name) => readFile(shippedFile(name), 'utf8');

/**
 * Replaces texts that must be there; all else stays as it is shipped.
 * @param {string} text
 * @param {readonly (readonly [from: string, to: string])[]} changes
 */
export function substitute(text, changes) {
  return changes.reduce((changed, [from, to]) => {
    if (!changed.includes(from)) throw new Error(`there is no ${from}`);
    return changed.replaceAll(from, () => to);
  }, text);
}

/**
 * What is the same for every server.
 * @param {Substitutions} substitutions
 * @returns {[string, string][]}
 */
export const commonChanges = ({ root = distFolder }) => [[SITE_ROOT, root.replace(/\/$/, '')]];
