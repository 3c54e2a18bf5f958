import assert from 'node:assert/strict';

/** @typedef {import('puppeteer-core').Page} Page */

/** Tokens and secrets of the whole suite hold this text, so that a leak can be found wherever it shows. */
export const SECRET_MARK = 's3cr3t-never-shown';
export const TOKEN = `token-${SECRET_MARK}`;

/** What the browser itself says of failed requests; it is not ours, and expected where a test makes requests fail. */
const BROWSER_NOTES = /Failed to load resource|net::ERR_|Cross-Origin Request Blocked|NetworkError|CORS/;

/**
 * Opens a page and keeps what it says, raises and breaks.
 * @param {import('puppeteer-core').Browser} browser
 */
export async function openWitnessedPage(browser) {
  const page = await browser.newPage();
  /** @type {string[]} */
  const said = [];
  /** @type {string[]} */
  const faults = [];
  page.on('console', (message) => {
    said.push(message.text());
    if (message.type() === 'error' && !BROWSER_NOTES.test(message.text()))
      faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`uncaught: ${error}`));
  await page.evaluateOnNewDocument(() => {
    /** @type {string[]} */
    const events = [];
    Object.assign(window, { witnessedEvents: events });
    const describe = (/** @type {any} */ value) =>
      value instanceof Error
        ? {
            ...value,
            name: value.name,
            message: value.message,
            stack: value.stack,
          }
        : value;
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`policy violation: ${violatedDirective} ${blockedURI}`),
    );
    for (const name of ['koodrive-progress', 'koodrive-report', 'koodrive-error']) {
      document.addEventListener(name, (event) => {
        const { detail } = /** @type {CustomEvent} */ (event);
        events.push(`${name} ${JSON.stringify(detail, (_, value) => describe(value))}`);
      });
    }
  });
  return {
    page,
    /** Fails on a fault, a policy violation or a trace of a secret; then closes the page. */
    async close() {
      const left = await page.evaluate(() => ({
        events: /** @type {any} */ (window).witnessedEvents ?? [],
        address: location.href,
        stored: JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
      }));
      await page.close();
      assert.deepEqual(faults, [], 'the page broke');
      for (const text of [...said, ...left.events, left.address, left.stored]) {
        assert.ok(!text.includes(SECRET_MARK), `a secret shows in: ${text}`);
      }
    },
  };
}
