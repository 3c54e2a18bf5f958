#!/usr/bin/env node
// Renders dist/ to PNG, every state × theme × locale × width: node tests/pictures/gallery.js [folder, default build/gallery]
// Needs the packages of tests/, which the test command installs. Files are named state-theme-locale-width.png.
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../browser/support/browsers.js';
import { inside, load, open, openMenu, press, search, settled } from '../browser/support/report-suite.js';
import { fixturesFolder, startSite } from '../browser/support/site.js';

/** @typedef {import('../browser/support/report-suite.js').Page} Page */

const FOLDER = process.argv[2] ?? fileURLToPath(new URL('../../build/gallery/', import.meta.url));
const THEMES = /** @type {const} */ (['light', 'dark']);
const LOCALES = /** @type {const} */ (['en-US', 'zh-CN']);
const WIDTHS = [320, 768, 1440, 2560];
const MIXED_TASK = '1534087020903704703';

/** States that show rows: narrow pictures of them hold one screen of the table instead of the whole page. */
const ABOUT_ROWS = new Set(['filtered-selected', 'export-menu', 'pages', 'focus-on-row']);

/** What to do to reach each state, from a page that has just been opened. @type {Record<string, (page: Page) => Promise<unknown>>} */
const STATES = {
  idle: async () => {},
  'missing-field': async (page) => {
    await page.click('#query button[type=submit]');
    await page.waitForSelector('[aria-invalid=true]');
  },
  loading: async (page) => {
    await load(page, 'fault-slow-headers-60000', 'loading');
  },
  report: (page) => load(page, MIXED_TASK),
  'filtered-selected': async (page) => {
    await load(page, MIXED_TASK);
    await press(page, '.reason');
    await press(page, '.parts');
    await search(page, '138');
    await press(page, '.sort', /User name|用户名/);
    for (const row of [1, 2, 4]) await press(page, `tbody tr:nth-child(${row}) .select input`);
  },
  'export-menu': async (page) => {
    await load(page, MIXED_TASK);
    await search(page, '138');
    await openMenu(page);
  },
  notice: async (page) => {
    await load(page, MIXED_TASK);
    await press(page, '.facts .copyable button');
  },
  pages: async (page) => {
    await load(page, 'rows-1000-long');
    await press(page, '.segment:last-child');
    await press(page, '.pager button:last-child');
  },
  'nothing-found': async (page) => {
    await load(page, MIXED_TASK);
    await search(page, '?!');
  },
  'hostile-texts': async (page) =>
    open(page, await readFile(path.join(fixturesFolder, 'hostile-texts.json'), 'utf8')),
  'absent-texts': async (page) =>
    open(page, await readFile(path.join(fixturesFolder, 'absent-and-null-texts.json'), 'utf8')),
  'all-went-in': (page) => load(page, '1534087020903704701'),
  'counts-differ': (page) => load(page, '1534087020903704709'),
  nobody: (page) => load(page, '1534087020903704711'),
  'no-result': (page) => load(page, '1534087020903704705', 'no-result'),
  'refused-by-api': (page) => load(page, '1534087020903704707', 'error'),
  'not-json': async (page) =>
    open(page, await readFile(path.join(fixturesFolder, 'verbatim-example.json'), 'utf8')),
  'focus-on-row': async (page) => {
    await load(page, MIXED_TASK);
    await page.focus(inside('tbody input'));
    await page.keyboard.press('ArrowDown');
  },
  print: async (page) => {
    await load(page, MIXED_TASK);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  },
};

/**
 * Waits for two frames: the content of a scrolling box is painted after the box.
 * @param {Page} page
 */
const painted = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

const site = await startSite();
const browser = await launchBrowser('chromium', ['--lang=en-US', '--force-color-profile=srgb']);
try {
  await mkdir(FOLDER, { recursive: true });
  for (const [state, reach] of Object.entries(STATES)) {
    for (const locale of LOCALES) {
      const page = await browser.newPage();
      await page.setViewport({ width: 1440, height: 900 });
      await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
      await page.goto(`${site.origin}/?language=${locale}`);
      await page.waitForFunction((wanted) => document.documentElement.lang === wanted, {}, locale);
      await settled(page);
      await reach(page);
      for (const theme of THEMES) {
        await page.emulateMediaFeatures([
          { name: 'prefers-reduced-motion', value: 'reduce' },
          { name: 'prefers-color-scheme', value: theme },
        ]);
        // This resets the emulated colour scheme, which does not matter on paper.
        if (state === 'print') await page.emulateMediaType('print');
        for (const width of WIDTHS) {
          await page.setViewport({ width, height: width < 1000 ? 1100 : 900 });
          await settled(page);
          const isWhole = width < 1000 && !ABOUT_ROWS.has(state);
          if (ABOUT_ROWS.has(state))
            await page.$eval(inside('.toolbar'), (toolbar) => toolbar.scrollIntoView());
          await painted(page);
          const file = path.join(FOLDER, `${state}-${theme}-${locale}-${width}.png`);
          await page.screenshot({ path: /** @type {`${string}.png`} */ (file), fullPage: isWhole });
        }
      }
      await page.close();
    }
    console.log(state);
  }
} finally {
  await browser.close();
  await site.close();
}
