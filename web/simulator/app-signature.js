import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** @typedef {import('node:http').IncomingMessage} IncomingMessage */

/** The one algorithm that KooDrive documents for app signatures. */
export const ALGORITHM = 'HMAC-SHA256';

/**
 * The host and path that the client signed, where a forwarder changes them.
 * @typedef {object} SignedTarget
 * @property {string} [host] instead of the request's own Host header
 * @property {string} [pathPrefix] put before `path`
 */

/** @param {string} value */
const encode = (value) =>
  encodeURIComponent(value).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** @param {string} wire */
const normalise = (wire) => encode(decodeURIComponent(wire));

/**
 * @param {string} path as received
 * @throws {URIError} on a wrong percent sign
 */
function canonicalUri(path) {
  /** @type {string[]} */
  const segments = [];
  for (const segment of path.split('/').map(normalise)) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.length === 0 ? '/' : `/${segments.join('/')}/`;
}

/**
 * @param {string} query as received, without the question mark
 * @throws {URIError} on a wrong percent sign
 */
function canonicalQuery(query) {
  if (query === '') return '';
  const pairs = query.split('&').map((pair) => {
    const [name, ...value] = pair.split('=');
    return { name: normalise(name), value: normalise(value.join('=')) };
  });
  /** @param {string} a @param {string} b */
  const order = (a, b) => (a < b ? -1 : Number(a > b));
  pairs.sort((a, b) => order(a.name, b.name) || order(a.value, b.value));
  return pairs.map(({ name, value }) => `${name}=${value}`).join('&');
}

/**
 * The canonical request of the "App-based Authentication Generation Rule", from what came over the wire.
 * @param {object} received
 * @param {string} received.method
 * @param {string} received.url path and query as on the wire
 * @param {(name: string) => string | undefined} received.header
 * @param {readonly string[]} signedHeaders lower-case names, sorted
 * @param {SignedTarget} [target]
 * @returns {string}
 * @throws {URIError} on a wrong percent sign in the URL
 */
export function canonicalRequest({ method, url, header }, signedHeaders, target = {}) {
  const [path, ...query] = url.split('?');
  const headers = signedHeaders.map((name) => {
    const value = name === 'host' ? (target.host ?? header(name)) : header(name);
    return `${name}:${(value ?? '').trim()}\n`;
  });
  const hashedPayload = createHash('sha256').update('').digest('hex');
  return [
    method,
    canonicalUri((target.pathPrefix ?? '') + path),
    canonicalQuery(query.join('?')),
    headers.join(''),
    signedHeaders.join(';'),
    hashedPayload,
  ].join('\n');
}

/**
 * @param {string} canonical
 * @param {string} appSecret
 * @returns {string} lower-case hexadecimal
 */
export function signature(canonical, appSecret) {
  const hashed = createHash('sha256').update(canonical).digest('hex');
  return createHmac('sha256', appSecret).update(`${ALGORITHM}\n${hashed}`).digest('hex');
}

/**
 * Compares in constant time.
 * @param {string} expected
 * @param {string} received
 */
export function sameSignature(expected, received) {
  const [a, b] = [Buffer.from(expected), Buffer.from(received)];
  return a.length === b.length && timingSafeEqual(a, b);
}
