import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { launchFirefox } from './firefox.js';
import { launchWebKit } from './webkit/webkit.js';

/** @typedef {import('puppeteer-core').Browser} Browser */
/** @typedef {'chromium' | 'firefox' | 'webkit'} BrowserName */

/**
 * The browsers of a suite that runs in every browser. KOODRIVE_BROWSERS names those of one run, separated by commas.
 * @type {readonly BrowserName[]}
 */
export const EVERY_BROWSER = chosen(['chromium', 'firefox', 'webkit']);

/** @param {BrowserName[]} names */
function chosen(names) {
  const wanted = process.env.KOODRIVE_BROWSERS?.split(',');
  return names.filter((name) => wanted?.includes(name) ?? true);
}

/** @type {Partial<Record<BrowserName, Record<string, string>>>} */
const LACKING = {
  firefox: {
    devtools:
      'puppeteer drives Firefox by WebDriver BiDi, which has no accessibility tree and no forced colours',
    'emulated media': 'WebDriver BiDi has no command for it',
    'watched downloads': 'WebDriver BiDi as puppeteer implements it tells nothing of downloads',
    'login dialog': 'Firefox shows none to a script and reports the status instead',
  },
  webkit: {
    'back pressure': 'its network process reads a whole answer ahead of a page that is slow to take it',
    'broken gzip is an error': 'libsoup takes a body that is not compressed as it is',
    devtools: 'WebDriver has no accessibility tree and no forced colours',
    'emulated media': 'WebDriver has no command for it; the pages of a PDF show what is printed',
    'full memory': 'WebKitGTK needs over two minutes to fill 2 GB',
    'HTTP cache': 'WebKitGTK keeps none for XMLHttpRequest in an automated session',
    'no-break spaces in the clipboard': 'WebKitGTK puts every plain text there with spaces in their place',
    'reset HTTP/2 streams': 'libsoup 3.2 never ends a request whose stream is reset amid the answer',
    'table header on every page': 'WebKit prints the header of a table once',
  },
};

/**
 * What the tests cannot have of a browser or of its driver: a reason to skip a test, or false.
 * @param {BrowserName} browser
 * @param {string} ability one of those above
 * @returns {string | false}
 */
export const lacks = (browser, ability) => LACKING[browser]?.[ability] ?? false;

const CHROMIUM_ARGS = [
  '--lang=en-US',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts a headless browser with an empty profile, which `close()` removes.
 * @param {BrowserName} name
 * @param {readonly string[]} [args] more command line arguments
 * @param {import('puppeteer-core').LaunchOptions} [more] more options
 * @returns {Promise<Browser>}
 */
export async function launchBrowser(name, args = [], more = {}) {
  if (name === 'webkit') return launchWebKit(more);
  const userDataDir = await mkdtemp(path.join(tmpdir(), `koodrive-${name}-`));
  const browser =
    name === 'firefox'
      ? await launchFirefox(userDataDir, args, more)
      : await puppeteer.launch({
          browser: 'chrome',
          executablePath: process.env.KOODRIVE_CHROMIUM ?? '/usr/bin/chromium',
          args: [...CHROMIUM_ARGS, ...args],
          userDataDir,
          ...more,
        });
  const close = browser.close.bind(browser);
  browser.close = async () => {
    await close();
    await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  };
  return browser;
}
