import { TOKEN } from './witness.js';

/** @typedef {import('puppeteer-core').Page} Page */

export const USER_ID = '1505084218764547200';

/** The task of an import of 2,000 users, 250 of whom failed for a dozen reasons. */
export const MIXED_TASK = '1534087020903704703';

/** @param {string} selector in the element's shadow tree */
export const inside = (selector) => `koodrive-import-report >>> ${selector}`;

/**
 * Types values into the page's form and presses *Show report*.
 * @param {Page} page
 * @param {{ taskId?: string, userId?: string, accessToken?: string }} values
 */
export async function askFor(page, { taskId, userId = USER_ID, accessToken = TOKEN }) {
  const typed = {
    '#task-id': taskId,
    '#user-id': userId,
    '#access-token': accessToken,
  };
  for (const [field, value] of Object.entries(typed)) {
    if (value === undefined) continue;
    await page.focus(field);
    await page.$eval(field, (input) => input instanceof HTMLInputElement && input.select());
    if (value) await page.type(field, value);
    else await page.keyboard.press('Delete');
  }
  await page.click('#query button[type=submit]');
}

/** Longer than the client waits for an answer, so that a request without one ends in an error that says so. */
const LONGEST_WAIT_MS = 60_000;

/**
 * Waits until the element is in one of the given states. Where that takes too long, the error says what is there instead.
 * @param {Page} page
 * @param {...string} states
 */
export async function untilState(page, ...states) {
  try {
    const shown = await page.waitForFunction(
      (wanted) => {
        const element = /** @type {any} */ (document.querySelector('koodrive-import-report'));
        return wanted.includes(element?.state) && element.isUpdatePending === false && element.state;
      },
      { timeout: LONGEST_WAIT_MS, polling: 50 },
      states,
    );
    return /** @type {string} */ (await shown.jsonValue());
  } catch (cause) {
    const seen = await page.evaluate(() => {
      const element = /** @type {any} */ (document.querySelector('koodrive-import-report'));
      const invalid = [...document.querySelectorAll('[aria-invalid=true]')].map(({ id }) => id);
      return JSON.stringify({ state: element?.state, update: element?.isUpdatePending, invalid });
    });
    throw new Error(`expected ${states.join(' or ')}, and saw ${seen}`, { cause });
  }
}

/**
 * What the element shows, read from its shadow tree as text.
 * @param {Page} page
 */
export function readReport(page) {
  return page.$eval('koodrive-import-report', (element) => {
    const root = /** @type {ShadowRoot} */ (element.shadowRoot);
    const textOf = (/** @type {Element | null} */ node) =>
      node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
    const figure = (/** @type {string} */ name) => textOf(root.querySelector(`.figure.${name} dd`));
    return {
      succeeded: figure('succeeded'),
      failed: figure('failed'),
      total: figure('total'),
      rate: figure('rate'),
      rows: [...root.querySelectorAll('tbody tr')].map((row) =>
        [...row.querySelectorAll('th, td')].slice(2).map((cell) => textOf(cell)),
      ),
      warnings: textOf(root.querySelector('[part~=warnings]')),
      facts: textOf(root.querySelector('[part~=facts]')),
      status: textOf(root.querySelector('[role=status]')),
    };
  });
}

/**
 * The error that the element shows.
 * @param {Page} page
 */
export function readError(page) {
  return page.$eval('koodrive-import-report', (element) => {
    const root = /** @type {ShadowRoot} */ (element.shadowRoot);
    const textOf = (/** @type {string} */ selector) =>
      root.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
    return {
      title: textOf('#error-title'),
      message: textOf('.error-message'),
      details: textOf('dl.facts'),
    };
  });
}

/**
 * Presses an import of the list, once it is there.
 * @param {Page} page
 * @param {string} name
 */
export function chooseImport(page, name) {
  return page.waitForFunction(
    (wanted) => {
      const list = document.querySelector('koodrive-import-list');
      const buttons = [...(list?.shadowRoot?.querySelectorAll('button') ?? [])];
      const button = buttons.find(({ textContent }) => textContent?.includes(wanted));
      button?.click();
      return button !== undefined;
    },
    { timeout: 20_000 },
    name,
  );
}

/**
 * Presses "Look now" until the running import is over, which is faster than the pauses between two looks.
 * @param {Page} page
 */
export function lookUntilReport(page) {
  return page.waitForFunction(
    () => {
      const report = /** @type {any} */ (document.querySelector('koodrive-import-report'));
      report.shadowRoot.querySelector('[part=running] button')?.click();
      return report.state === 'report';
    },
    { timeout: 60_000, polling: 200 },
  );
}
