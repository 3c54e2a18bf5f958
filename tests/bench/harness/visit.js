import { KOODRIVE } from './results.js';

/** @typedef {import('puppeteer-core').Page} Page */

/** A page shows its report once this is in the document, or in the element's shadow tree. @type {Readonly<Record<string, string>>} */
const FIRST_ROW = Object.freeze({
  [KOODRIVE]: 'tbody tr',
  'minimal page': 'tr',
  Tabulator: '.tabulator-row',
  'AG Grid': '.ag-row',
});

/**
 * When something happened, in milliseconds from the start of the navigation.
 * @typedef {object} Visited
 * @property {number} lastByte the answer was complete
 * @property {number} painted a row was painted first
 */

/**
 * Opens a page and waits until its report is painted. koodrive's page waits for input, so its form is sent at once.
 * @param {Page} page
 * @param {{ contender: string, origin: string, taskId: string }} visit
 * @returns {Promise<Visited>}
 */
export async function visit(page, { contender, origin, taskId }) {
  await page.evaluateOnNewDocument(watch, FIRST_ROW[contender], contender === KOODRIVE);
  await page.goto(`${origin}/?taskId=${taskId}`, { waitUntil: 'domcontentloaded' });
  const visited = await page.waitForFunction(
    () => {
      const painted = /** @type {any} */ (window).paintedAt;
      const files = /** @type {PerformanceResourceTiming[]} */ (performance.getEntriesByType('resource'));
      const lastByte = files.find(({ name }) => name.includes('/task/result'))?.responseEnd;
      return painted && lastByte && { painted, lastByte };
    },
    { timeout: 60_000, polling: 50 },
  );
  return /** @type {Visited} */ (await visited.jsonValue());
}

/** Runs inside the page, before anything else. @param {string} firstRow @param {boolean} hasForm */
function watch(firstRow, hasForm) {
  const look = () => {
    const element = document.querySelector('koodrive-import-report');
    const place = element ? element.shadowRoot : document;
    if (!place?.querySelector(firstRow)) return void requestAnimationFrame(look);
    // A message posted in an animation frame arrives after that frame is painted.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => Object.assign(window, { paintedAt: performance.now() });
    port2.postMessage(undefined);
  };
  requestAnimationFrame(look);
  if (!hasForm) return;
  document.addEventListener('DOMContentLoaded', () => {
    /** @type {HTMLInputElement} */ (document.querySelector('#user-id')).value = '1505084218764547200';
    /** @type {HTMLInputElement} */ (document.querySelector('#access-token')).value = 'measured';
    /** @type {HTMLFormElement} */ (document.querySelector('#query')).requestSubmit();
  });
}
