/// <reference types="vite/client" />
import * as enUS from './en-US.js';

/** A BCP 47 tag, the name of a file of this folder. @typedef {string} Locale */

/** A text, or its forms by `Intl.PluralRules`. @typedef {string | { readonly [rule in Intl.LDMLPluralRule]?: string }} Sentence */

/**
 * What every file of this folder exports, under the same keys.
 * @typedef {object} LocaleTexts
 * @property {Readonly<Record<keyof typeof enUS.errors, string>>} errors sentences of errors, by reason
 * @property {Readonly<Record<keyof typeof enUS.ui, Sentence>>} ui texts of the element
 * @property {Readonly<Record<keyof typeof enUS.page, string>>} page texts of the page around the element
 */

/** English is always at hand; any other file of this folder comes when it is used. */
const files = /** @type {Record<string, () => Promise<LocaleTexts>>} */ (
  import.meta.glob(['./*-*.js', '!./en-US.js'])
);

/** @type {readonly Locale[]} */
export const locales = ['en-US', ...Object.keys(files).map((file) => file.slice(2, -3))];

/** @type {Map<Locale, LocaleTexts>} */
const loaded = new Map([['en-US', enUS]]);

/**
 * Brings the texts of a locale. Where they cannot be had, English stays, and the next call tries again.
 * @param {Locale} locale
 */
export async function loadLocale(locale) {
  if (loaded.has(locale)) return;
  try {
    loaded.set(locale, await files[`./${locale}.js`]());
  } catch (problem) {
    console.warn(`The texts of ${locale} could not be loaded; English is shown instead.`, problem);
  }
}

/**
 * The locale itself where its texts are loaded, else English.
 * @param {Locale} locale
 * @returns {Locale}
 */
export const loadedLocale = (locale) => (loaded.has(locale) ? locale : 'en-US');

/**
 * The texts of a locale, in English while they are not loaded.
 * @param {Locale} locale
 * @returns {LocaleTexts}
 */
export const textsOf = (locale) => loaded.get(locale) ?? enUS;

/**
 * The best locale for a list of wishes, dearest first: the same tag, else the same language, else the next wish, else en-US.
 * @param {...(string | null | undefined)} wishes BCP 47 tags; null, undefined and unknown tags are passed over
 * @returns {Locale}
 */
export function chooseLocale(...wishes) {
  for (const wish of wishes) {
    const tag = wish?.toLowerCase();
    if (!tag) continue;
    const [language] = tag.split('-');
    const found =
      locales.find((locale) => locale.toLowerCase() === tag) ??
      locales.find((locale) => locale.split('-')[0] === language);
    if (found) return found;
  }
  return 'en-US';
}
