import { after } from 'node:test';
import { launchBrowser } from './browsers.js';

/** @typedef {import('puppeteer-core').Browser} Browser */
/** @typedef {import('puppeteer-core').BrowserContext} BrowserContext */

/** The browsers of this process, by how they were started. @type {Map<string, Promise<Browser>>} */
const running = new Map();
after(async () => {
  for (const browser of running.values()) await (await browser).close();
});

/**
 * One process for all pages, and none that waits for the next one: 24 tests that open a report take 12.2 s instead of
 * 16.9 s (Firefox 140), and a page opens in 0.12 s instead of 0.2 s (Firefox 153).
 */
const ONE_PROCESS = Object.freeze({
  'dom.ipc.processPrelaunch.enabled': false,
  'dom.ipc.processCount': 1,
});

/**
 * A browser shared by the suites of this process, because starting one takes longer than most tests. `close()` removes
 * pages and cookies; other storage is isolated by origin, as each suite's servers have their own ports. Uses the default
 * browser context: in others, the browser compiles every script again for every page.
 * @param {import('./browsers.js').BrowserName} name
 * @param {readonly string[]} [args] as in `launchBrowser`
 * @param {import('puppeteer-core').LaunchOptions} [more]
 * @returns {Promise<BrowserContext>}
 */
export async function openBrowser(name, args = [], more = {}) {
  const start = JSON.stringify([name, args, more]);
  const browser =
    running.get(start) ??
    launchBrowser(name, args, {
      ...more,
      ...(name === 'firefox' && { extraPrefsFirefox: { ...ONE_PROCESS, ...more.extraPrefsFirefox } }),
    });
  running.set(start, browser);
  const context = (await browser).defaultBrowserContext();
  context.close = async () => {
    await context.deleteCookie(...(await context.cookies()));
    // Firefox exits when its first page is closed.
    for (const page of (await context.pages()).slice(1)) await page.close();
  };
  return context;
}

/** Pages share a process. Chromium then reports refused connections to them in another way. */
const ONE_RENDERER = ['--renderer-process-limit=1', '--disable-site-isolation-trials'];

/**
 * A shared browser for suites of what pages show. Chromium comes as its headless shell: the same engine without the user
 * interface, so without login dialogs and without going back to a page as it was left. With one process for all pages,
 * a page that opens, loads a report and closes takes 0.33 s there instead of 0.64 s in Chromium (156). Pages tell nothing of
 * their requests, which takes an eighth of the CPU time in Firefox.
 * @param {import('./browsers.js').BrowserName} name
 * @returns {Promise<BrowserContext>}
 */
export function openEngine(name) {
  if (name !== 'chromium') return openBrowser(name, [], { networkEnabled: false });
  const executablePath = process.env.KOODRIVE_CHROMIUM_SHELL ?? '/usr/bin/chromium-headless-shell';
  return openBrowser(name, ONE_RENDERER, { executablePath, networkEnabled: false });
}
