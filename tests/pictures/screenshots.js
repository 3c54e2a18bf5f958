#!/usr/bin/env node
// Renders the pictures of README.md and web/README.md from dist/. Needs the packages of tests/, which the test command installs.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../browser/support/browsers.js';
import { chosenFile, shown } from '../browser/support/import-file-page.js';
import { press } from '../browser/support/report-suite.js';
import { startSite } from '../browser/support/site.js';
import { encodePalettePng } from './palette-png.js';

/** @typedef {Awaited<ReturnType<typeof launchBrowser>>} Browser */
/** @typedef {Awaited<ReturnType<Browser['newPage']>>} Page */

const FOLDER = fileURLToPath(new URL('../../web/screenshots/', import.meta.url));
const TASK_ID = '1534087020903704703';
const SECOND_TRY = '1534087020903704721';
const VIEWPORT = { width: 1440, deviceScaleFactor: 1 };
const MAX_BYTES = 150_000;

/**
 * @typedef {object} Picture
 * @property {number} height of the viewport
 * @property {(page: Page, origin: string) => Promise<void>} show what it shows, on a new page
 */

/** By the beginning of their files' names. @type {Readonly<Record<string, Picture>>} */
const PICTURES = {
  report: { height: 900, show: (page) => showTask(page, TASK_ID) },
  'second-import': { height: 1280, show: showSecondImport },
};

/**
 * Clicks on a demo task.
 * @param {Page} page
 * @param {string} taskId
 */
async function showTask(page, taskId) {
  const link = await page.waitForSelector(`#demo-tasks a[href*="${taskId}"]`);
  await link?.click();
  await page.waitForFunction(
    (wanted) =>
      /** @type {any} */ (document.querySelector('koodrive-import-report')).report?.taskId === wanted,
    {},
    taskId,
  );
}

/**
 * The second import: what has changed since the first one, and who is in the import file.
 * @param {Page} page
 * @param {string} origin
 */
async function showSecondImport(page, origin) {
  await showTask(page, TASK_ID);
  await showTask(page, SECOND_TRY);
  await press(page, '.compare');
  await shown(page, '.comparison');
  await press(page, '.comparison .button', 'Compare with the report shown before');
  await press(page, '.toolbar > .button', 'Correct and import again');
  await shown(page, '.correction');
  const folder = await mkdtemp(path.join(tmpdir(), 'koodrive-pictures-'));
  try {
    const file = path.join(folder, 'users.csv');
    await writeFile(file, new Uint8Array(await (await fetch(`${origin}/demo/users.csv`)).arrayBuffer()));
    await chosenFile(page, file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Decodes a PNG with the browser.
 * @param {Page} page
 * @param {Uint8Array} png
 */
async function decode(page, png) {
  const { width, height, base64 } = await page.evaluate(async (source) => {
    const bytes = Uint8Array.from(atob(source), (character) => character.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const { width, height } = picture;
    const context = new OffscreenCanvas(width, height).getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    let text = '';
    for (let at = 0; at < data.length; at += 4096)
      text += String.fromCharCode(...data.subarray(at, at + 4096));
    return { width, height, base64: btoa(text) };
  }, Buffer.from(png).toString('base64'));
  return { width, height, pixels: Buffer.from(base64, 'base64') };
}

const site = await startSite();
const browser = await launchBrowser('chromium', ['--lang=en-US']);
try {
  await mkdir(FOLDER, { recursive: true });
  const all = Object.entries(PICTURES).flatMap(([name, picture]) =>
    ['light', 'dark'].map((scheme) => ({ name, scheme, ...picture })),
  );
  for (const { name, scheme, height, show } of all) {
    const page = await browser.newPage();
    await page.setViewport({ ...VIEWPORT, height });
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    await page.goto(`${site.origin}/?language=en-US`);
    await show(page, site.origin);
    await page.mouse.move(0, 0);
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    const png = encodePalettePng(await decode(page, await page.screenshot()));
    const file = path.join(FOLDER, `${name}-${scheme}.png`);
    if (png.length > MAX_BYTES)
      throw new Error(`${file} would have ${png.length} bytes, more than ${MAX_BYTES}.`);
    await writeFile(file, png);
    console.log(`${file}: ${png.length} bytes`);
    await page.close();
  }
} finally {
  await browser.close();
  await site.close();
}
