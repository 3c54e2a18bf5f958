import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { distFolder } from '../support/site.js';

/** @typedef {Awaited<ReturnType<typeof import('../support/certificates.js').createCertificates>>} Certificates */

/**
 * The values of this machine that replace those in a shipped configuration.
 * @typedef {object} Substitutions
 * @property {string} site path of the site's certificate and key, without `.pem` and `.key`
 * @property {number} upstreamPort port of the server that stands for KooDrive
 * @property {string} authority path of the certificate authority that KooDrive's certificate comes from
 * @property {string} [root] default: dist/
 * @property {string} [portalOrigin] default: none
 * @property {string} [mount] prefix of the forwarded path; default: none
 */

/** The host name in the shipped configurations, which an administrator changes. */
const SHIPPED_HOST = 'report.example';
/** The one that the tests put in its place: every browser takes a name that ends so for this machine. */
export const SITE_HOST = 'report.localhost';
/** The host name of KooDrive in them. */
export const UPSTREAM_HOST = 'intl.myhuaweicloud-koodrive.com';
/** The folder of the site in them, which an administrator changes. */
const SITE_ROOT = `/var/www/${SHIPPED_HOST}`;

/** @param {string} name of a file of web/deploy/ */
export const shippedFile = (name) => fileURLToPath(new URL(`../../../web/deploy/${name}`, import.meta.url));
/** @param {string} name of a file of web/deploy/ */
export const shipped = (name) => readFile(shippedFile(name), 'utf8');

/**
 * Replaces texts, and throws when one of them is missing.
 * @param {string} text
 * @param {readonly (readonly [from: string, to: string])[]} changes
 */
export function substitute(text, changes) {
  return changes.reduce((changed, [from, to]) => {
    if (!changed.includes(from)) throw new Error(`the configuration does not contain ${from}`);
    return changed.replaceAll(from, () => to);
  }, text);
}

/**
 * The replacements that every server's configuration needs.
 * @param {Substitutions} substitutions
 * @returns {[string, string][]}
 */
export const commonChanges = ({ root = distFolder }) => [
  [SITE_ROOT, root.replace(/\/$/, '')],
  [SHIPPED_HOST, SITE_HOST],
];
