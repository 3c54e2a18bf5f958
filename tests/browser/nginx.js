import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const SETUP_FILE = fileURLToPath(new URL('../../.emsdk/setup.cmake', import.meta.url));
const START_LIMIT_MS = 10_000;
const PORT_ATTEMPTS = 5;

/** @returns {string} the nginx that emsdk-setup.sh brought */
function nginxBinary() {
  const fromSetup = () =>
    existsSync(SETUP_FILE)
      ? /set\(KOODRIVE_NGINX "(.*)"\)/.exec(readFileSync(SETUP_FILE, 'utf8'))?.[1]
      : undefined;
  const binary = process.env.KOODRIVE_NGINX ?? fromSetup();
  if (!binary) throw new Error('There is no nginx. Run ./emsdk-setup.sh --with-test-tools, then try again.');
  return binary;
}

/**
 * The media types that come with nginx: beside a binary that was unpacked privately, else the system's.
 * @param {string} binary
 */
function mimeTypes(binary) {
  const files = [path.resolve(binary, '../../../etc/nginx/mime.types'), '/etc/nginx/mime.types'];
  const found = files.find((file) => existsSync(file));
  if (!found) throw new Error(`nginx has no mime.types in ${files.join(' or ')}.`);
  return found;
}

/**
 * One process in the foreground, so that ending it by its ID ends all of it.
 * @param {{ folder: string, types: string, port: number, http: string, server: string }} parts
 */
const configuration = ({ folder, types, port, http, server }) => `
daemon off;
master_process off;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log info;
events {}
http {
  include ${types};
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/temp;`).join('\n  ')}
  ${http}
  server {
    listen 127.0.0.1:${port};
    ${server}
  }
}
`;

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
 * nginx on a free loopback port, with a configuration, logs and temporary files of its own.
 * @param {object} parts
 * @param {string} [parts.http] directives of the `http` block
 * @param {string} parts.server directives of the `server` block
 */
export async function startNginx({ http = '', server }) {
  const binary = nginxBinary();
  const folder = await mkdtemp(path.join(tmpdir(), 'koodrive-nginx-'));
  await mkdir(path.join(folder, 'temp'));
  const configFile = path.join(folder, 'nginx.conf');
  const errorLog = () => readFile(path.join(folder, 'error.log'), 'utf8').catch(() => '');

  /** @param {number} port */
  async function start(port) {
    await writeFile(configFile, configuration({ folder, types: mimeTypes(binary), port, http, server }));
    const child = spawn(binary, ['-p', folder, '-c', configFile, '-e', path.join(folder, 'error.log')], {
      stdio: 'ignore',
    });
    const exited = once(child, 'exit');
    const end = performance.now() + START_LIMIT_MS;
    while (child.exitCode === null && performance.now() < end) {
      if ((await answers(port)) && child.exitCode === null) return { child, exited };
      await nextTurn();
    }
    child.kill('SIGKILL');
    await exited;
    return undefined;
  }

  for (let attempt = 1; attempt <= PORT_ATTEMPTS; attempt += 1) {
    const port = await freePort();
    const running = await start(port);
    if (running) {
      return {
        origin: `http://127.0.0.1:${port}`,
        errorLog,
        async close() {
          running.child.kill('SIGTERM');
          await running.exited;
          await rm(folder, { recursive: true, force: true });
        },
      };
    }
    // Someone else may have taken the port in between; any other fault stays one.
    if (!(await errorLog()).includes('Address already in use')) break;
  }
  const log = await errorLog();
  await rm(folder, { recursive: true, force: true });
  throw new Error(`nginx did not start:\n${log}`);
}
