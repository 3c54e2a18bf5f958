/// <reference types="vite/client" />
import { displayTexts } from './catalog.js';
import { loadErrorTexts } from './errors/index.js';
import { partsByLocale } from './loaded.js';

export { chooseLocale } from './errors/index.js';

/** @typedef {import('./loaded.js').Locale} Locale */

/** Every other file of this folder that is named like a locale; the build makes a chunk of each, loaded when used. */
const parts = partsByLocale(
  /** @type {Record<string, () => Promise<import('./catalog.js').LocaleTexts>>} */ (
    import.meta.glob(['./*-*.js', '!./en-US.js'])
  ),
);

/**
 * Loads all texts of a locale: see `TextsByLocale.load`.
 * @param {Locale} locale
 * @param {() => void} [onLate] called when texts come after this function has ended
 */
export const loadLocale = (locale, onLate) =>
  Promise.all([loadErrorTexts(locale, onLate), displayTexts.load(locale, parts.get(locale), onLate)]);
