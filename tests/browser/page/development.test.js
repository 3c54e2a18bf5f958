import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readReport, untilState } from '../support/report-page.js';
import { openBrowser } from '../support/shared-browsers.js';

const web = fileURLToPath(new URL('../../../web/', import.meta.url));
/** `dev` builds a debug module of its own; the one that ships is there already. */
const BUILD_FOLDER = fileURLToPath(new URL('../../../build/wasm', import.meta.url));

/** Starts what the CMake target `dev` starts, on a free port. */
async function startDevelopmentServer() {
  const args = ['node_modules/vite/bin/vite.js', '--config', 'dev/vite/vite.config.js', '--port', '0'];
  const server = spawn(process.execPath, args, {
    cwd: web,
    env: { ...process.env, NO_COLOR: '1', KOODRIVE_BUILD_FOLDER: BUILD_FOLDER },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  for await (const text of server.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    output += text;
    const [, origin] = /(http:\/\/localhost:\d+)\//.exec(output) ?? [];
    if (!origin) continue;
    server.stdout.resume();
    return {
      origin,
      async close() {
        const closed = once(server, 'close');
        server.kill();
        await closed;
      },
    };
  }
  throw new Error(`The development server has not started: ${output}`);
}

describe('the development server', () => {
  /** @type {Awaited<ReturnType<typeof openBrowser>>} */
  let browser;
  /** @type {Awaited<ReturnType<typeof startDevelopmentServer>>} */
  let server;

  /** @type {import('puppeteer-core').Page} */
  let page;

  before(async () => {
    [browser, server] = await Promise.all([openBrowser('chromium'), startDevelopmentServer()]);
    page = await browser.newPage();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  it('shows the report of a demo task out of the sources', async () => {
    /** @type {string[]} */
    const errors = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(`${server.origin}/?language=en-US`);
    await (await page.waitForSelector('#demo-tasks a'))?.click();
    await untilState(page, 'report');
    const { total, rows } = await readReport(page);
    assert.notEqual(total, '0');
    assert.ok(rows.length > 0);
    assert.deepEqual(errors, []);
  });

  it('asks again after a reload for the demo task that the address names', async () => {
    await page.reload();
    await untilState(page, 'report');
  });

  it('keeps the strict policy but for the style elements of Vite', async () => {
    const { headers } = await fetch(server.origin);
    const policy = headers.get('Content-Security-Policy') ?? '';
    assert.match(
      policy,
      /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'nonce-/,
    );
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'/);
  });
});
