/// <reference types="vite/client" />
import { DEFAULT_LOCALE, addTexts, isLoaded } from './catalog.js';
import { bestLocale } from './choice.js';

/** @typedef {import('./catalog.js').Locale} Locale */
/** @typedef {import('./catalog.js').LocaleTexts} LocaleTexts */

/** Every other file of this folder that is named like a locale; the build makes a chunk of each, loaded when used. */
const files = /** @type {Record<string, () => Promise<LocaleTexts>>} */ (
  import.meta.glob(['./*-*.js', '!./en-US.js'])
);

/** @type {readonly Locale[]} */
export const locales = [DEFAULT_LOCALE, ...Object.keys(files).map((file) => file.slice(2, -3))];

/**
 * Loads the texts of a locale. Where they cannot be had, English stays, and the next call tries again.
 * @param {Locale} locale
 */
export async function loadLocale(locale) {
  if (isLoaded(locale)) return;
  try {
    addTexts(locale, await files[`./${locale}.js`]());
  } catch (problem) {
    console.warn(`The texts of ${locale} could not be loaded; English is shown instead.`, problem);
  }
}

/**
 * The best locale that there is for a list of preferences, the most preferred first; English where none fits.
 * @param {...(string | null | undefined)} preferences BCP 47 tags
 * @returns {Locale}
 */
export const chooseLocale = (...preferences) => bestLocale(locales, preferences);
