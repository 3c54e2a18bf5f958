import { ACCESS_TOKEN_FORMATS } from '../client/koodrive-client.js';
import { ConfigProblem } from './config-problem.js';
import { readConfig } from './config-source.js';
import { resolveEndpoint } from './endpoint.js';

/** @typedef {import('../client/koodrive-client.js').AccessTokenFormat} AccessTokenFormat */
/** @typedef {{ taskId: string, title: Record<string, string>, importFile?: string }} DemoTask */
/** @typedef {{ userId: string, accessToken: string, tasks: DemoTask[] }} Demo */
/** @typedef {{ endpoint: string, userId: string, tokenFormat: AccessTokenFormat, demo?: Demo }} Config */

/**
 * Reads and checks config.json.
 * @returns {Promise<Config>}
 * @throws {ConfigProblem}
 */
export async function loadConfig() {
  const text = await readConfig();
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ConfigProblem('config.not-json');
  }
  return checkConfig(value);
}

/**
 * @param {unknown} value
 * @returns {Config}
 */
function checkConfig(value) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ConfigProblem('config.not-an-object');
  }
  const {
    endpoint = '',
    userId = '',
    tokenFormat = ACCESS_TOKEN_FORMATS[0],
    demo,
  } = /** @type {Record<string, unknown>} */ (value);
  const format = ACCESS_TOKEN_FORMATS.find((known) => known === tokenFormat);
  if (!format) throw new ConfigProblem('config.token-format', { formats: ACCESS_TOKEN_FORMATS.join(', ') });
  return {
    endpoint: checkEndpoint(endpoint),
    userId: checkString('userId', userId),
    tokenFormat: format,
    ...(demo !== undefined && { demo: checkDemo(demo) }),
  };
}

/**
 * @param {string} member
 * @param {unknown} value
 */
function checkString(member, value) {
  if (typeof value !== 'string') throw new ConfigProblem('config.not-a-string', { member });
  return value;
}

/** @param {unknown} value */
function checkEndpoint(value) {
  const endpoint = resolveEndpoint(checkString('endpoint', value));
  if (endpoint === undefined) throw new ConfigProblem('config.endpoint');
  return endpoint;
}

/** Whether a value is the path of a file on the page's server; the page may be in a frame without an address of its own. @param {unknown} value */
const isPathHere = (value) =>
  typeof value === 'string' &&
  URL.canParse(value, document.baseURI) &&
  new URL(value, document.baseURI).origin === new URL(document.baseURI).origin;

/**
 * @param {unknown} value
 * @returns {Demo}
 */
function checkDemo(value) {
  const demo = /** @type {Partial<Demo> | null} */ (value);
  const isComplete =
    typeof demo?.userId === 'string' &&
    typeof demo.accessToken === 'string' &&
    Array.isArray(demo.tasks) &&
    demo.tasks.every(
      (task) =>
        typeof task?.taskId === 'string' &&
        typeof task.title === 'object' &&
        task.title !== null &&
        (task.importFile === undefined || isPathHere(task.importFile)),
    );
  if (!isComplete) throw new ConfigProblem('config.demo');
  return /** @type {Demo} */ (demo);
}
