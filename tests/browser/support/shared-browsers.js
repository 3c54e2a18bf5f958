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
 * Keeps the process of a page for the next one, instead of having another one ready: 24 tests that open a report take 12.2 s
 * instead of 16.9 s (Firefox 140).
 */
const ONE_PROCESS = Object.freeze({
  'dom.ipc.processPrelaunch.enabled': false,
  'dom.ipc.keepProcessesAlive.web': 1,
});

/**
 * The same for Chromium, as arguments of `openBrowser`: a page that opens, loads a report and closes takes 0.48 s instead
 * of 0.64 s (Chromium 156). Not for suites in which
 * connections are refused, because pages are told something else of them then.
 * @type {Partial<Record<import('./browsers.js').BrowserName, readonly string[]>>}
 */
export const ONE_RENDERER = Object.freeze({
  chromium: ['--renderer-process-limit=1', '--disable-site-isolation-trials'],
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
