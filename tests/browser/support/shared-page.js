/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('../../../web/report/koodrive-import-report.js').KooDriveImportReport} KooDriveImportReport */

/**
 * Keeps in the page a copy of its element, as the page has set it up, for `renewElement`.
 * @param {Page} page
 */
export async function keepModel(page) {
  await page.$eval('koodrive-import-report', (found) => {
    const element = /** @type {KooDriveImportReport} */ (found);
    const { locale, language } = element;
    Object.assign(window, {
      newReport: () => Object.assign(/** @type {object} */ (element.cloneNode()), { locale, language }),
    });
  });
}

/**
 * Puts a new element in the place of the one that the last test used, and leaves that test's place in the page.
 * @param {Page} page
 */
export async function renewElement(page) {
  await page.mouse.move(0, 0);
  await page.$eval('koodrive-import-report', (element) => {
    element.replaceWith(/** @type {any} */ (window).newReport());
    getSelection()?.removeAllRanges();
    scrollTo(0, 0);
  });
}
