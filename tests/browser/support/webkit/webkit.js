import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { fileURLToPath } from 'node:url';
import { WebKitContext } from './context.js';
import { startDriver } from './driver-process.js';
import { Session } from './session.js';

const BROWSER = fileURLToPath(new URL('browser.py', import.meta.url));

/**
 * Starts WebKitGTK with an empty profile, behind the part of puppeteer's interface that the tests use.
 * @param {import('puppeteer-core').LaunchOptions} options of which it knows `acceptInsecureCerts`
 * @returns {Promise<import('puppeteer-core').Browser>}
 */
export async function launchWebKit({ acceptInsecureCerts = false }) {
  const folder = await mkdtemp(path.join(tmpdir(), 'koodrive-webkit-'));
  const channel = path.join(folder, 'events');
  const server = createServer().listen(channel);
  await once(server, 'listening');
  const connection = once(server, 'connection');
  const driver = await startDriver();
  const session = await Session.start(driver.address, BROWSER, [channel, folder], { acceptInsecureCerts });
  const context = await WebKitContext.open(session, folder);
  const [socket] = await connection;
  readline.createInterface({ input: socket }).on('line', (line) => context.tell(JSON.parse(line)));
  const browser = {
    defaultBrowserContext: () => context,
    newPage: () => context.newPage(),
    async close() {
      try {
        await session.send({ method: 'DELETE', path: '' });
      } finally {
        // Also if the browser has crashed: the programs would keep this process alive.
        await driver.close();
        server.close();
        await rm(folder, { recursive: true, force: true, maxRetries: 5 });
      }
    },
  };
  return /** @type {import('puppeteer-core').Browser} */ (/** @type {unknown} */ (browser));
}
