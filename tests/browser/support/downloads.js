import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * @typedef {object} Downloads
 * @property {() => Promise<string>} next the path of the next file that the browser has written to its end
 * @property {() => Promise<void>} close
 */

/**
 * Watches what a page saves.
 * @param {import('./browsers.js').BrowserName} name
 * @param {Pick<import('./report-suite.js').ReportSuite, 'browser' | 'page'>} suite
 * @returns {Promise<Downloads>}
 */
export const watchDownloads = async (name, suite) =>
  name === 'webkit' ? ofWebKit(suite.browser) : ofChromium(suite);

/** @param {import('puppeteer-core').BrowserContext} browser @returns {Downloads} */
function ofWebKit(browser) {
  const context = /** @type {import('./webkit/context.js').WebKitContext} */ (
    /** @type {unknown} */ (browser)
  );
  return {
    async next() {
      const [file] = await once(context, 'download');
      return file;
    },
    close: async () => {},
  };
}

/** @param {Parameters<typeof watchDownloads>[1]} suite @returns {Promise<Downloads>} */
async function ofChromium({ browser, page }) {
  const folder = await mkdtemp(path.join(tmpdir(), 'koodrive-downloads-'));
  const session = await page.createCDPSession();
  /** The names of the files that are being written, by download. @type {Map<string, string>} */
  const names = new Map();
  /** @type {(file: string) => void} */
  let onSaved = () => {};
  session.on('Browser.downloadWillBegin', ({ guid, suggestedFilename }) =>
    names.set(guid, suggestedFilename),
  );
  session.on('Browser.downloadProgress', ({ guid, state }) => {
    if (state === 'completed') onSaved(path.join(folder, names.get(guid) ?? ''));
  });
  await session.send('Browser.setDownloadBehavior', {
    behavior: 'allow',
    downloadPath: folder,
    browserContextId: browser.id,
    eventsEnabled: true,
  });
  return {
    next: () => new Promise((resolve) => (onSaved = resolve)),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
