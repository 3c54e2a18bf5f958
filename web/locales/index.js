/// <reference types="vite/client" />
import { displayTexts } from './catalog.js';
import { loadErrorTexts } from './errors/index.js';

export { chooseLocale } from './errors/index.js';

/** @typedef {import('./loaded.js').Locale} Locale */

/** Every other file of this folder that is named like a locale; the build makes a chunk of each, loaded when used. */
const files = /** @type {Record<string, () => Promise<import('./catalog.js').LocaleTexts>>} */ (
  import.meta.glob(['./*-*.js', '!./en-US.js'])
);

/**
 * Loads all texts of a locale.
 * @param {Locale} locale
 */
export const loadLocale = (locale) =>
  Promise.all([loadErrorTexts(locale), displayTexts.load(locale, files[`./${locale}.js`])]);
