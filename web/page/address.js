/** What the address may say. It never names an endpoint, a user or a token. */
const NAMES = /** @type {const} */ (['taskId', 'language', 'search', 'reason', 'sort']);

/** @typedef {{ [name in (typeof NAMES)[number]]?: string }} Address */

/** @returns {Address} */
export function readAddress() {
  const query = new URLSearchParams(location.search);
  return Object.fromEntries(NAMES.map((name) => [name, query.get(name) || undefined]));
}

/**
 * Puts what is shown into the address, so that it can be handed on.
 * @param {Address} values empty ones are taken out, others that the address holds stay
 */
export function writeAddress(values) {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(values)) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  history.replaceState(history.state, '', url);
}
