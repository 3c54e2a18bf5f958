import assert from 'node:assert/strict';

/** @typedef {import('puppeteer-core').Page} Page */

/** Part of every token and secret in the tests, so that a leak can be found in any text. */
export const SECRET_MARK = 's3cr3t-never-shown';
export const TOKEN = `token-${SECRET_MARK}`;

/**
 * Fails when a text contains a secret or the beginning of one.
 * @param {string} text
 */
export function assertNoSecret(text) {
  const at = text.indexOf(SECRET_MARK.slice(0, 6));
  assert.ok(at < 0, `a secret shows in: …${text.slice(Math.max(0, at - 120), at + 40)}…`);
}

/** The browser's own console messages about failed requests, which are expected in tests of failing requests. */
const BROWSER_NOTES = /Failed to load resource|net::ERR_|Cross-Origin Request Blocked|NetworkError|CORS/;

/**
 * Opens a page and records its console messages, uncaught errors and policy violations.
 * @param {Pick<import('puppeteer-core').BrowserContext, 'newPage'>} browser
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
  page.on('pageerror', (error) => {
    const text = error instanceof Error ? `${error.message} ${error.stack}` : String(error);
    // Firefox reports this as an uncaught page error; Chromium writes it to the console.
    if (!text.startsWith('Cross-Origin Request Blocked')) faults.push(`uncaught: ${text}`);
  });
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
    /** Every text and attribute of the document, its shadow trees included. @param {ParentNode} root @returns {string} */
    const spell = (root) =>
      [...root.querySelectorAll('*')]
        .flatMap((element) => [
          ...element.getAttributeNames().map((name) => element.getAttribute(name)),
          ...[...element.childNodes]
            .filter((node) => !(node instanceof Element))
            .map((node) => node.nodeValue),
          element.shadowRoot ? spell(element.shadowRoot) : '',
        ])
        .join('\n');
    Object.assign(window, { witnessedDocument: () => spell(document) });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`policy violation: ${violatedDirective} ${blockedURI}`),
    );
    // Firefox has no ReportingObserver. Only policy violations matter; other types report deprecations.
    if ('ReportingObserver' in window) {
      new ReportingObserver((reports) => reports.forEach((report) => console.error(JSON.stringify(report))), {
        types: ['csp-violation', 'permissions-policy-violation'],
        buffered: true,
      }).observe();
    }
    for (const name of ['koodrive-progress', 'koodrive-report', 'koodrive-error']) {
      document.addEventListener(name, (event) => {
        const { detail } = /** @type {CustomEvent} */ (event);
        events.push(`${name} ${JSON.stringify(detail, (_, value) => describe(value))}`);
      });
    }
  });
  /** Reads what the page holds, as long as it is open. */
  const read = () =>
    page.evaluate(async () => ({
      events: /** @type {any} */ (window).witnessedEvents ?? [],
      document: /** @type {any} */ (window).witnessedDocument?.() ?? '',
      addresses: [location.href, document.referrer, ...performance.getEntries().map(({ name }) => name)],
      stored: JSON.stringify([
        { ...localStorage },
        { ...sessionStorage },
        document.cookie,
        window.name,
        history.state,
        await indexedDB.databases(),
        await caches?.keys(),
      ]),
    }));
  /** @param {Awaited<ReturnType<typeof read>>} left */
  const assertClean = (left) => {
    // Each fault is told once, so that a later test in the same page does not fail for it.
    const [texts, problems] = [said.splice(0), faults.splice(0)];
    for (const text of [
      ...texts,
      ...problems,
      ...left.events,
      left.document,
      ...left.addresses,
      left.stored,
    ]) {
      assertNoSecret(text);
    }
    assert.deepEqual(problems, [], 'errors and policy violations');
  };
  return {
    page,
    /** Asserts that there was no uncaught error, no policy violation and no secret in any text. */
    check: async () => assertClean(await read()),
    /** Closes the page and asserts the same. */
    async close() {
      const left = await read();
      await page.close();
      assertClean(left);
    },
  };
}
