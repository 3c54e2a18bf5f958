import { page, ui } from './en-US.js';
import { DEFAULT_LOCALE, TextsByLocale } from './loaded.js';

/** @typedef {import('./loaded.js').Locale} Locale */

/** A text, or its forms by `Intl.PluralRules`. @typedef {string | { readonly [rule in Intl.LDMLPluralRule]?: string }} Sentence */

/**
 * What every locale's file exports, under the same keys.
 * @typedef {object} LocaleTexts
 * @property {Readonly<Record<keyof typeof ui, Sentence>>} ui texts of the element
 * @property {Readonly<Record<keyof typeof page, string>>} page texts of the page around the element
 */

/** The texts of element and page. */
export const displayTexts = /** @type {TextsByLocale<LocaleTexts>} */ (new TextsByLocale({ page, ui }));

/**
 * The locale itself where its texts are loaded, else English.
 * @param {Locale} locale
 * @returns {Locale}
 */
export const loadedLocale = (locale) => (displayTexts.has(locale) ? locale : DEFAULT_LOCALE);

/**
 * The texts of a locale, in English while they are not loaded.
 * @param {Locale} locale
 */
export const textsOf = (locale) => displayTexts.of(locale);
