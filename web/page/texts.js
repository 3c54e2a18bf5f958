import { fill } from '../locales/fill.js';
import { loadedLocale, textsOf } from '../locales/catalog.js';

/** @typedef {import('../locales/loaded.js').Locale} Locale */
/** @typedef {keyof import('../locales/catalog.js').LocaleTexts['page']} PageTextKey */

/**
 * @param {Locale} locale
 * @param {PageTextKey} key
 * @param {Record<string, string>} [values]
 */
export function pageText(locale, key, values = {}) {
  return fill(textsOf(locale).page[key], values);
}

/**
 * Sets the text of every element whose `data-text` attribute names a text key.
 * @param {Locale} locale
 */
export function translatePage(locale) {
  document.documentElement.lang = loadedLocale(locale);
  document.title = pageText(locale, 'title');
  for (const element of document.querySelectorAll('[data-text]')) {
    const key = /** @type {HTMLElement} */ (element).dataset.text;
    element.textContent = pageText(locale, /** @type {PageTextKey} */ (key));
  }
}
