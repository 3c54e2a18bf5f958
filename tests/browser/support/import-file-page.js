import { inside, settled } from './report-suite.js';

/** @typedef {import('puppeteer-core').Page} Page */

/**
 * Chooses an import file in the panel, and waits for what comes of it.
 * @param {Page} page
 * @param {string} file its path
 */
export async function chosenFile(page, file) {
  const picker = /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (
    await page.$(inside('.correction input[type=file]'))
  );
  await picker.uploadFile(file);
  await shown(page, '.correction[aria-busy=false] .file-choices');
}

/**
 * Waits until the element shows something. (`waitForSelector` does not see changes in a shadow tree.)
 * @param {Page} page
 * @param {string} selector in the shadow tree
 */
export async function shown(page, selector) {
  await page.waitForFunction(
    (wanted) => document.querySelector('koodrive-import-report')?.shadowRoot?.querySelector(wanted),
    { timeout: 10_000 },
    selector,
  );
  await settled(page);
}

/**
 * Keeps in the page what is saved from now on, in the place of downloads, which not every browser's driver tells of.
 * @param {Page} page
 */
export async function keepSavedFiles(page) {
  await page.evaluate(() => {
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      Object.assign(window, { savedBlob: blob });
      return createObjectURL.call(URL, blob);
    };
    HTMLAnchorElement.prototype.click = function keep() {
      Object.assign(window, { savedName: this.download });
    };
  });
}

/**
 * What was saved last.
 * @param {Page} page
 * @returns {Promise<{ name: string, text: string }>} with the byte order mark
 */
export const savedFile = async (page) => {
  const bytes = await savedBytes(page);
  const name = await page.evaluate(() => /** @type {any} */ (window).savedName);
  return { name, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
};

/**
 * The bytes that were saved last.
 * @param {Page} page
 */
export const savedBytes = async (page) =>
  Buffer.from(
    await page.evaluate(async () => {
      const bytes = new Uint8Array(await /** @type {any} */ (window).savedBlob.arrayBuffer());
      return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    }),
    'latin1',
  );
