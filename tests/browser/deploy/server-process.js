import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const SETUP_FILE = fileURLToPath(new URL('../../../.emsdk/setup.cmake', import.meta.url));
const START_LIMIT_MS = 10_000;
const START_ATTEMPTS = 5;

/**
 * The folder and the ports that a server gets.
 * @typedef {object} Place
 * @property {string} folder an empty folder, removed when the server is closed
 * @property {number} port for https
 * @property {number} plainPort for http
 */

/**
 * How a server is started there: in the foreground, so that it is one process.
 * @typedef {object} Launch
 * @property {string} configuration
 * @property {string} configurationFile the absolute path that it is written to
 * @property {string} binary
 * @property {readonly string[]} check arguments that make it only check the configuration
 * @property {readonly string[]} args
 * @property {NodeJS.ProcessEnv} [environment] default: the environment of this process
 */

/** @typedef {Awaited<ReturnType<typeof startServer>>} Server */

/**
 * A path from the environment or from what emsdk-setup.sh installed.
 * @param {string} variable such as `KOODRIVE_NGINX`
 * @returns {string | undefined}
 */
export function setupPath(variable) {
  const fromSetup = () =>
    existsSync(SETUP_FILE)
      ? new RegExp(`set\\(${variable} "(.*)"\\)`).exec(readFileSync(SETUP_FILE, 'utf8'))?.[1]
      : undefined;
  return process.env[variable] || fromSetup();
}

/**
 * @param {string} variable as in `setupPath`
 * @returns {string}
 */
export function requiredPath(variable) {
  const found = setupPath(variable);
  if (!found)
    throw new Error(`${variable} is not set. Run ./emsdk-setup.sh --with-test-tools, then try again.`);
  return found;
}

async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {net.AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function answers(port) {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}

/**
 * Starts a server on free loopback ports.
 * @param {(place: Place) => Launch | Promise<Launch>} plan
 */
export async function startServer(plan) {
  const folder = await mkdtemp(path.join(tmpdir(), 'koodrive-server-'));
  let log = '';

  /** @param {Launch} launch @param {readonly number[]} ports */
  async function start({ configuration, configurationFile, binary, check, args, environment }, ports) {
    await writeFile(configurationFile, configuration);
    const run = (/** @type {readonly string[]} */ given) => {
      const child = spawn(binary, given, { env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
      child.stderr.on('data', (text) => (log += text));
      return { child, exited: once(child, 'close') };
    };
    const [failed] = await run(check).exited;
    if (failed) return undefined;
    const { child, exited } = run(args);
    const end = performance.now() + START_LIMIT_MS;
    while (child.exitCode === null && performance.now() < end) {
      const listening = await Promise.all(ports.map(answers));
      if (listening.every(Boolean) && child.exitCode === null) return { child, exited };
      await nextTurn();
    }
    child.kill('SIGKILL');
    await exited;
    return undefined;
  }

  for (let attempt = 1; attempt <= START_ATTEMPTS; attempt += 1) {
    log = '';
    const [port, plainPort] = [await freePort(), await freePort()];
    const running = await start(await plan({ folder, port, plainPort }), [port, plainPort]);
    if (running) {
      return {
        port,
        plainPort,
        /** What the server has written to its error log so far. */
        errorLog: () => log,
        async close() {
          running.child.kill('SIGTERM');
          await running.exited;
          await rm(folder, { recursive: true, force: true });
        },
      };
    }
    // Another process may have taken the port in the meantime; no other failure is worth another attempt.
    if (!/address already in use/i.test(log)) break;
  }
  await rm(folder, { recursive: true, force: true });
  throw new Error(`the server did not start:\n${log}`);
}
