#!/usr/bin/env node
// Renders pictures of the front page from dist/. Needs the packages of tests/, which the test command installs.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../browser/support/browsers.js';
import { startSite } from '../browser/support/site.js';
import { encodePalettePng } from './palette-png.js';

/** @typedef {Awaited<ReturnType<typeof launchBrowser>>} Browser */
/** @typedef {Awaited<ReturnType<Browser['newPage']>>} Page */

const FOLDER = fileURLToPath(new URL('../../web/screenshots/', import.meta.url));
const TASK_ID = '1534087020903704703';
const VIEWPORT = { width: 1440, height: 900, deviceScaleFactor: 1 };
const MAX_BYTES = 150_000;

/**
 * Opens the page and clicks on a demo task.
 * @param {Page} page
 * @param {string} origin
 */
async function showReport(page, origin) {
  await page.goto(`${origin}/?language=en-US`);
  const link = await page.waitForSelector(`#demo-tasks a[href*="${TASK_ID}"]`);
  await link?.click();
  await page.waitForFunction(
    () => /** @type {any} */ (document.querySelector('koodrive-import-report')).state === 'report',
  );
  await page.mouse.move(0, 0);
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
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
  const page = await browser.newPage();
  await page.setViewport(VIEWPORT);
  for (const scheme of ['light', 'dark']) {
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    await showReport(page, site.origin);
    const png = encodePalettePng(await decode(page, await page.screenshot()));
    const file = path.join(FOLDER, `report-${scheme}.png`);
    if (png.length > MAX_BYTES)
      throw new Error(`${file} would have ${png.length} bytes, more than ${MAX_BYTES}.`);
    await writeFile(file, png);
    console.log(`${file}: ${png.length} bytes`);
  }
} finally {
  await browser.close();
  await site.close();
}
