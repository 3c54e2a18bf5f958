import { ConfigProblem } from './config-problem.js';

/** Whether no endpoint means the page's own origin. */
export const OWN_ORIGIN_ANSWERS = true;

/**
 * config.json beside the page.
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
