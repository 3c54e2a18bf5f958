import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as display from '../../../web/locales/en-US.js';
import { errors } from '../../../web/locales/errors/en-US.js';
import { readReport, untilState } from '../support/report-page.js';
import { headerOf } from '../support/site.js';
import {
  MIXED_TASK,
  inside,
  load,
  open,
  failures,
  openMenu,
  press,
  reportSuite,
  search,
  settled,
  textOf,
} from '../support/report-suite.js';

/** @typedef {string | Readonly<Record<string, string>>} Sentence */

const LETTERS = Object.fromEntries(
  [...'aceghijklnorsuwyzACDEGHIJKLNORSUWYZ'].map((letter) => [letter, `${letter}\u0301`]),
);

/**
 * A text as no language has it: accented, a third longer and in brackets; what is filled in stays.
 * @param {string} text
 */
function pseudo(text) {
  const accented = text.replace(/\{\w+\}|[\s\S]/g, (part) => LETTERS[part] ?? part);
  return `⟦${accented}${' ~~~~~'.repeat(Math.ceil(text.length / 18))}⟧`;
}

/** @param {Readonly<Record<string, Sentence>>} texts */
const pseudoTexts = (texts) =>
  Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [
      key,
      typeof text === 'string' ? pseudo(text) : { other: pseudo(text.other) },
    ]),
  );

/** @param {Readonly<Record<string, Readonly<Record<string, Sentence>>>>} parts what a locale's file exports */
const pseudoLocale = (parts) =>
  Object.entries(parts)
    .map(([part, texts]) => `export const ${part} = ${JSON.stringify(pseudoTexts(texts))};`)
    .join('\n');

const PSEUDO_LOCALE = {
  '/koodrive-zh-CN.js': pseudoLocale(/** @type {any} */ ({ ...display })),
  '/koodrive-errors-zh-CN.js': pseudoLocale({ errors }),
};

/** Runs in the page: what is said there in words that no locale has. */
function hardCodedTexts() {
  const found = new Set();
  const walk = (/** @type {Node} */ node) => {
    if (node instanceof Element) {
      if (node.matches('bdi, code, time, script, style, svg, option, #demo-tasks, .facts dd bdi')) return;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) check(node.getAttribute(name));
      if (node.shadowRoot) walk(node.shadowRoot);
    }
    if (node.nodeType === Node.TEXT_NODE) check(node.nodeValue);
    node.childNodes.forEach(walk);
  };
  const check = (/** @type {string | null} */ text) => {
    const rest = (text ?? '').replace(/⟦[^⟧]*⟧/g, '');
    if (/\p{L}/u.test(rest)) found.add(rest.trim());
  };
  walk(document.body);
  return [...found];
}

describe('the languages of the texts', () => {
  const suite = reportSuite();

  it('are those of a locale as Java writes it, for the texts and for the request', async () => {
    for (const names of [
      { locale: 'zh_CN', language: null },
      { locale: 'zh-CN', language: 'zh_CN' },
    ]) {
      await suite.page.$eval('#report', (element, values) => Object.assign(element, values), names);
      await load(suite.page, MIXED_TASK);
      assert.equal(headerOf(suite.site.requestsOf(MIXED_TASK).at(-1), 'language'), 'zh-CN');
      assert.equal(await textOf(suite.page, '.shown-count'), '显示 250 行，共 250 行');
    }
  });

  it('are those of the page, the element and KooDrive’s answer, and follow the choice', async () => {
    await suite.page.select('#language', 'zh-CN');
    await suite.page.waitForFunction(() => document.documentElement.lang === 'zh-CN');
    await load(suite.page, MIXED_TASK);
    assert.equal(headerOf(suite.site.requestsOf(MIXED_TASK).at(-1), 'language'), 'zh-CN');
    assert.equal(await textOf(suite.page, '.summary-text'), '2,000 个用户中已导入 1,750 个，失败 250 个。');
    assert.equal(await suite.page.$eval(inside('.frame'), (frame) => frame.getAttribute('lang')), 'zh-CN');
    await suite.page.select('#language', 'en-US');
    await suite.page.waitForFunction(() => document.documentElement.lang === 'en-US');
    await settled(suite.page);
    assert.match(
      await textOf(suite.page, '.summary-text'),
      /^1,750 of 2,000/,
      'a report that is shown is translated, too',
    );
  });

  it('change in an error that is already shown', async () => {
    await load(suite.page, 'fault-gateway-503', 'error');
    await suite.page.select('#language', 'zh-CN');
    await suite.page.waitForFunction(() => document.documentElement.lang === 'zh-CN');
    await settled(suite.page);
    assert.match(await textOf(suite.page, '.error-message'), /^KooDrive 服务端出现故障（HTTP 503/);
  });

  it('can differ from the language that the request header asks for', async () => {
    await suite.page.$eval('koodrive-import-report', (element) => {
      Object.assign(element, { locale: 'en-US', language: 'zh-CN' });
    });
    await load(suite.page, '1215215');
    assert.equal(headerOf(suite.site.requestsOf('1215215').at(-1), 'language'), 'zh-CN');
    assert.match(await textOf(suite.page, '.summary-text'), /users? (was|were) imported/);
    await suite.page.$eval('koodrive-import-report', (element) => {
      Object.assign(element, { locale: 'zh', language: null });
    });
    await load(suite.page, '1215215');
    assert.equal(
      headerOf(suite.site.requestsOf('1215215').at(-1), 'language'),
      'zh-CN',
      'it follows the locale',
    );
  });

  it('leave no English sentence in a Chinese report', async () => {
    await suite.page.goto(`${suite.site.origin}/?language=zh-CN`);
    await suite.page.waitForFunction(() => document.documentElement.lang === 'zh-CN');
    await load(suite.page, '1534087020903704709');
    await openMenu(suite.page);
    await search(suite.page, '王');
    const words = await suite.page.$eval(inside('.report'), (report) => {
      const copy = /** @type {Element} */ (report.cloneNode(true));
      copy.querySelectorAll('bdi, code').forEach((data) => data.remove());
      return copy.textContent?.match(/[A-Za-z]{3,}/g) ?? [];
    });
    assert.deepEqual(
      [...new Set(words)].filter(
        (word) => !['CSV', 'JSON', 'PDF', 'Excel', 'KooDrive', 'Ctrl', 'Shift', 'GMT'].includes(word),
      ),
      [],
    );
  });
});

describe('a language that is a third longer', () => {
  const suite = reportSuite({ path: '/?language=zh-CN', pages: PSEUDO_LOCALE });

  /** Sees that every word comes from the locale, and that nothing is cut off or overlaps at any width. */
  async function check(/** @type {string} */ state) {
    await settled(suite.page);
    assert.deepEqual(await suite.page.evaluate(hardCodedTexts), [], state);
    for (const width of [320, 768, 1280]) {
      await suite.page.setViewport({ width, height: 900 });
      await settled(suite.page);
      const wide = await suite.page.evaluate(() => {
        const root = /** @type {ShadowRoot} */ (document.querySelector('koodrive-import-report')?.shadowRoot);
        const elements = [...document.querySelectorAll('body *'), ...root.querySelectorAll('*')];
        const isCut = (/** @type {Element} */ element) =>
          element.getClientRects().length > 0 &&
          !element.closest('.visually-hidden') &&
          element.scrollWidth > element.clientWidth + 1 &&
          getComputedStyle(element).display !== 'inline' &&
          getComputedStyle(element).textOverflow !== 'ellipsis';
        return {
          page: document.documentElement.scrollWidth > innerWidth,
          cut: elements
            .filter(isCut)
            .map(
              (element) =>
                `${element.localName}.${element.className} ${element.scrollWidth}>${element.clientWidth}`,
            ),
        };
      });
      assert.deepEqual(wide, { page: false, cut: [] }, `${state}, ${width} px`);
    }
  }

  it('fits and is complete in every state', async () => {
    await suite.page.waitForFunction(() => /^⟦/.test(document.title));
    await check('idle');
    await load(suite.page, '1534087020903704709');
    await press(suite.page, '.reason');
    await press(suite.page, '.segment:last-child');
    await press(suite.page, 'tbody .select input');
    await check('report');
    await suite.page.setViewport({ width: 320, height: 900 });
    await openMenu(suite.page);
    await check('menu');
    await open(
      suite.page,
      failures(600, (n) => ({ userName: 'x'.repeat(500), desc: `d${n}x` })),
    );
    await check('long names');
    await load(suite.page, '1534087020903704711');
    await check('nobody');
    await load(suite.page, '1534087020903704705', 'no-result');
    await check('no result');
    await load(suite.page, 'fault-gateway-503', 'error');
    assert.match(
      (await suite.page.$eval(inside('.error-message'), (message) => message.textContent)) ?? '',
      /^\s*⟦/,
    );
    await suite.page.$eval(
      'koodrive-import-report',
      (element) => void (/** @type {any} */ (element).load('fault-stalled-body~pseudo')),
    );
    await untilState(suite.page, 'loading');
    await check('loading');
  });

  it('formats its numbers by Intl', async () => {
    await load(suite.page, MIXED_TASK);
    assert.equal((await readReport(suite.page)).succeeded, '1,750');
  });
});
