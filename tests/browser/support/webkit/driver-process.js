import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '../loopback.js';

/** No graphics card, no accessibility bus, and no sandbox, which root cannot have. */
const ENVIRONMENT = {
  LIBGL_ALWAYS_SOFTWARE: '1',
  NO_AT_BRIDGE: '1',
  WEBKIT_DISABLE_COMPOSITING_MODE: '1',
  WEBKIT_DISABLE_DMABUF_RENDERER: '1',
  WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
};

/** Larger than every viewport of the tests, because no window manager keeps windows within it. */
const SCREEN = '2600x2000x24';

/** Starts an X server without a screen, on the first free display. */
async function startDisplay() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const pipe = /** @type {import('node:stream').Readable} */ (server.stdio[3]);
  const [number] = await Promise.race([once(pipe, 'data'), failed(server, 'Xvfb')]);
  return { server, display: `:${String(number).trim()}` };
}

/** @param {import('node:child_process').ChildProcess} process @param {string} name @returns {Promise<never>} */
const failed = (process, name) =>
  new Promise((_, reject) => {
    process.once('error', reject);
    process.once('exit', (status) => reject(new Error(`${name} ended with ${status}`)));
  });

/** @param {import('node:child_process').ChildProcess} process */
async function end(process) {
  if (process.exitCode !== null || process.signalCode !== null) return;
  process.kill();
  await once(process, 'exit');
}

/** How often another port is tried: another program may take a port between its choice and its use. */
const MOST_STARTS = 3;

/** Starts WebKitWebDriver on a display of its own. */
export async function startDriver() {
  const { server, display } = await startDisplay();
  const { address, driver } = await startOn(display, MOST_STARTS);
  return {
    address,
    async close() {
      await end(driver);
      await end(server);
    },
  };
}

/**
 * @param {string} display
 * @param {number} starts left
 * @returns {Promise<{ address: string, driver: import('node:child_process').ChildProcess }>}
 */
async function startOn(display, starts) {
  const port = await freePort();
  const driver = spawn(
    process.env.KOODRIVE_WEBKIT ?? '/usr/bin/WebKitWebDriver',
    ['--host=127.0.0.1', `--port=${port}`],
    { env: { ...process.env, ...ENVIRONMENT, DISPLAY: display }, stdio: 'ignore' },
  );
  const failure = failed(driver, 'WebKitWebDriver');
  const address = `http://127.0.0.1:${port}`;
  const waiting = new AbortController();
  try {
    await Promise.race([untilReady(address, waiting.signal), failure]);
    failure.catch(() => {});
    return { address, driver };
  } catch (error) {
    if (starts === 1) throw error;
    return startOn(display, starts - 1);
  } finally {
    waiting.abort();
  }
}

/** @param {string} address @param {AbortSignal} signal */
async function untilReady(address, signal) {
  while (!signal.aborted) {
    try {
      if ((await fetch(`${address}/status`)).ok) return;
    } catch {
      // It does not listen yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
