import { launchBrowser } from '../../browser/support/browsers.js';

/** @typedef {import('puppeteer-core').Page} Page */

/**
 * A browser with empty caches. Pages that `newPage` opens share its caches.
 * @typedef {{ newPage: () => Promise<Page>, close: () => Promise<void> }} Session
 */

/**
 * What differs between the browsers.
 * @typedef {object} Engine
 * @property {string} name in the tables
 * @property {boolean} hasSlowLine whether its network can be slowed down
 * @property {boolean} keepsFiles whether a session has an HTTP cache
 * @property {() => Promise<Opened>} open
 */

/** @typedef {{ begin: () => Promise<Session>, close: () => Promise<void> }} Opened */

const CHROMIUM_ARGS = [
  '--js-flags=--expose-gc',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
];

/** Firefox rounds the time of its clock to 1 ms otherwise. */
const FIREFOX_PREFS = { 'privacy.reduceTimerPrecision': false };

/**
 * One browser with a context for each session, which has no cached files and no cached compiled code.
 * @param {import('puppeteer-core').Browser} browser
 * @returns {Opened}
 */
const inContexts = (browser) => ({
  async begin() {
    const context = await browser.createBrowserContext();
    return {
      async newPage() {
        const page = await context.newPage();
        page.setDefaultTimeout(0);
        return page;
      },
      close: () => context.close(),
    };
  },
  close: () => browser.close(),
});

/** @type {Readonly<Record<'chromium' | 'firefox' | 'webkit', Engine>>} */
export const ENGINES = Object.freeze({
  chromium: {
    name: 'Chromium',
    hasSlowLine: true,
    keepsFiles: true,
    open: async () => inContexts(await launchBrowser('chromium', CHROMIUM_ARGS, { networkEnabled: false })),
  },
  firefox: {
    name: 'Firefox',
    hasSlowLine: false,
    keepsFiles: true,
    open: async () => inContexts(await launchBrowser('firefox', [], { extraPrefsFirefox: FIREFOX_PREFS })),
  },
  webkit: {
    name: 'WebKit',
    hasSlowLine: false,
    keepsFiles: false,
    // WebDriver knows no contexts, so each session is a browser of its own.
    open: async () => ({
      async begin() {
        const browser = await launchBrowser('webkit');
        return { newPage: () => browser.newPage(), close: () => browser.close() };
      },
      async close() {},
    }),
  },
});
