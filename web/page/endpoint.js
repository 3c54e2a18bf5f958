/** Begins like a path of this server: `.`, `..`, `./x`, `../x`, `/x`. */
const RELATIVE = /^(?:\.{1,2}(?:\/|$)|\/(?![/\\]))/;

/** @param {string} endpoint as config.json says it */
export const isRelative = (endpoint) => RELATIVE.test(endpoint);

/**
 * The endpoint that config.json means; what an absolute one may be is checked with each query.
 * @param {string} endpoint an absolute URL, a path relative to the page, or nothing for the page's own origin
 * @returns {string | undefined} undefined where it is none of these
 */
export function resolveEndpoint(endpoint) {
  if (!isRelative(endpoint)) return endpoint === '' || URL.canParse(endpoint) ? endpoint : undefined;
  const { origin, href } = new URL(endpoint, document.baseURI);
  return origin === globalThis.origin ? href : undefined;
}
