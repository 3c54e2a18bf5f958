import * as enUS from './en-US.js';

/** A BCP 47 tag, the name of a file of this folder. @typedef {string} Locale */

/** A text, or its forms by `Intl.PluralRules`. @typedef {string | { readonly [rule in Intl.LDMLPluralRule]?: string }} Sentence */

/**
 * What every locale's file exports, under the same keys.
 * @typedef {object} LocaleTexts
 * @property {Readonly<Record<keyof typeof enUS.errors, string>>} errors sentences of errors, by reason
 * @property {Readonly<Record<keyof typeof enUS.ui, Sentence>>} ui texts of the element
 * @property {Readonly<Record<keyof typeof enUS.page, string>>} page texts of the page around the element
 */

/** The locale whose texts are always loaded. @type {Locale} */
export const DEFAULT_LOCALE = 'en-US';

/** @type {Map<Locale, LocaleTexts>} */
const loaded = new Map([[DEFAULT_LOCALE, enUS]]);

/**
 * @param {Locale} locale
 * @param {LocaleTexts} texts
 */
export const addTexts = (locale, texts) => void loaded.set(locale, texts);

/** @param {Locale} locale */
export const isLoaded = (locale) => loaded.has(locale);

/**
 * The locale itself where its texts are loaded, else English.
 * @param {Locale} locale
 * @returns {Locale}
 */
export const loadedLocale = (locale) => (loaded.has(locale) ? locale : DEFAULT_LOCALE);

/**
 * The texts of a locale, in English while they are not loaded.
 * @param {Locale} locale
 * @returns {LocaleTexts}
 */
export const textsOf = (locale) => loaded.get(locale) ?? enUS;
