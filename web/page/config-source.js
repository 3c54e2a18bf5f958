import { ConfigProblem } from './config-problem.js';

/**
 * config.json beside the page.
 * @returns {Promise<string>}
 * @throws {ConfigProblem}
 */
export async function readConfig() {
  let response;
  try {
    response = await fetch('config.json', { cache: 'no-cache' });
  } catch {
    throw new ConfigProblem('config.unreachable', { detail: 'offline' });
  }
  if (!response.ok) throw new ConfigProblem('config.unreachable', { detail: `HTTP ${response.status}` });
  return response.text();
}
