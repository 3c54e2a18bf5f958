/**
 * What the address says. It never names an endpoint, a user or a token.
 * @returns {{ taskId: string | undefined, language: string | undefined }}
 */
export function readAddress() {
  const query = new URLSearchParams(location.search);
  return { taskId: query.get('taskId') ?? undefined, language: query.get('language') ?? undefined };
}

/**
 * Puts what is shown into the address, so that it can be handed on.
 * @param {{ taskId?: string, language?: string }} values empty ones are taken out
 */
export function writeAddress(values) {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(values)) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  history.replaceState(history.state, '', url);
}
