import { ConfigProblem } from './config-problem.js';

/** Whether the page's own origin is the endpoint when config.json names none. */
export const OWN_ORIGIN_ANSWERS = true;

/**
 * Fetches config.json from the page's folder.
 * @returns {Promise<string>}
 * @throws {ConfigProblem}
 */
export async function readConfig() {
  const { ok, status, text } = await ask();
  if (!ok) throw new ConfigProblem('config.unreachable', { detail: `HTTP ${status}` });
  return text;
}

async function ask() {
  try {
    const response = await fetch('config.json', { cache: 'no-cache' });
    return { ok: response.ok, status: response.status, text: await response.text() };
  } catch {
    throw new ConfigProblem('config.unreachable', { detail: 'offline' });
  }
}
