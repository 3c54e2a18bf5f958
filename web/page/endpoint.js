/** Matches paths on the page's own server: `.`, `..`, `./x`, `../x`, `/x`. */
const RELATIVE = /^(?:\.{1,2}(?:\/|$)|\/(?![/\\]))/;

/** @param {string} endpoint as written in config.json */
export const isRelative = (endpoint) => RELATIVE.test(endpoint);

/**
 * Resolves the endpoint of config.json. Whether an absolute one is allowed is checked by the core with each query.
 * @param {string} endpoint an absolute URL, a path relative to the page, or empty for the page's own origin
 * @returns {string | undefined} undefined when it is none of these
 */
export function resolveEndpoint(endpoint) {
  if (!isRelative(endpoint)) return endpoint === '' || URL.canParse(endpoint) ? endpoint : undefined;
  const { origin, href } = new URL(endpoint, document.baseURI);
  return origin === globalThis.origin ? href : undefined;
}
