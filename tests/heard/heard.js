/**
 * Writes down what the screen reader Orca says about the page in Firefox. Not part of the test command:
 *
 *     node tests/heard/heard.js [--update]
 *
 * Prints the transcript of the whole walk. The exit status is 1 when a step was not heard as it has to be, or when the main
 * path differs from main-path.txt, which `--update` writes again. Needs a built dist/ and the Debian packages below.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** What is used, and the Debian package that brings it. @type {readonly (readonly [string, string])[]} */
const NEEDED = [
  ['/usr/bin/orca', 'orca'],
  ['/usr/libexec/at-spi-bus-launcher', 'at-spi2-core'],
  ['/usr/bin/dbus-run-session', 'dbus-daemon'],
  ['/usr/bin/dbus-launch', 'dbus-x11'],
  ['/usr/bin/Xvfb', 'xvfb'],
  ['/usr/bin/openbox', 'openbox'],
  ['/usr/bin/xdotool', 'xdotool'],
  ['/usr/lib/python3/dist-packages/pyatspi/__init__.py', 'python3-pyatspi'],
  ['/usr/lib/x86_64-linux-gnu/girepository-1.0/Atspi-2.0.typelib', 'gir1.2-atspi-2.0'],
];

/**
 * Starts a virtual display.
 * @returns {Promise<{ name: string, end: () => void }>}
 */
function startDisplay() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1000x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (status) => reject(new Error(`Xvfb ended with status ${status}`)));
    server.stdio[3]?.once('data', (number) =>
      resolve({ name: `:${String(number).trim()}`, end: () => server.kill() }),
    );
  });
}

/** @param {string} home an empty folder for the settings of all programs */
async function run(home) {
  const display = await startDisplay();
  try {
    const walk = spawn(
      'dbus-run-session',
      ['--', process.execPath, fileURLToPath(new URL('walk.js', import.meta.url)), ...process.argv.slice(2)],
      {
        stdio: ['ignore', 'inherit', 'ignore'],
        env: {
          ...process.env,
          DISPLAY: display.name,
          HOME: home,
          XDG_RUNTIME_DIR: home,
          XDG_DATA_HOME: path.join(home, 'data'),
          XDG_CONFIG_HOME: path.join(home, 'config'),
          LANG: 'C.UTF-8',
        },
      },
    );
    process.exitCode = await new Promise((resolve) => walk.once('exit', (status) => resolve(status ?? 1)));
  } finally {
    display.end();
  }
}

const missing = NEEDED.filter(([file]) => !existsSync(file)).map(([, name]) => name);
if (missing.length > 0) {
  console.error(`Orca cannot be heard without these packages: sudo apt-get install ${missing.join(' ')}`);
  process.exitCode = 1;
} else {
  const home = await mkdtemp(path.join(tmpdir(), 'koodrive-heard-'));
  try {
    await run(home);
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
}
