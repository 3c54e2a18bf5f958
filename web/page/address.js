/** The allowed parameters of the page's URL. It never holds an endpoint, a user or a token. */
const NAMES = /** @type {const} */ (['taskId', 'language', 'search', 'reason', 'noted', 'sort']);

/** @typedef {{ [name in (typeof NAMES)[number]]?: string }} Address */

/** @returns {Address} */
export function readAddress() {
  const query = new URLSearchParams(location.search);
  return Object.fromEntries(NAMES.map((name) => [name, query.get(name) || undefined]));
}

/**
 * Writes the shown task and view into the page's URL, so that the URL can be shared. Where the browser refuses, the URL stays.
 * @param {Address} values empty ones are removed; other parameters of the URL stay
 */
export function writeAddress(values) {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(values)) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  try {
    history.replaceState(history.state, '', url);
  } catch {
    // A frame from `srcdoc` has no address of its own, and browsers limit how often it may change.
  }
}
