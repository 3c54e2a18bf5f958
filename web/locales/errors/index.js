/// <reference types="vite/client" />
import { bestLocale } from '../choice.js';
import { DEFAULT_LOCALE, partsByLocale } from '../loaded.js';
import { errorTexts } from './catalog.js';

/** @typedef {import('../loaded.js').Locale} Locale */

/** Every other file of this folder that is named like a locale; the build makes a chunk of each, loaded when used. */
const parts = partsByLocale(
  /** @type {Record<string, () => Promise<import('./catalog.js').ErrorTexts>>} */ (
    import.meta.glob(['./*-*.js', '!./en-US.js'])
  ),
);

/** @type {readonly Locale[]} */
const locales = [DEFAULT_LOCALE, ...parts.keys()];

/**
 * Loads the sentences of errors in a locale: see `TextsByLocale.load`.
 * @param {Locale} locale
 * @param {() => void} [onLate] called when they come after this function has ended
 */
export const loadErrorTexts = (locale, onLate) => errorTexts.load(locale, parts.get(locale), onLate);

/**
 * The best locale that there is for a list of preferences, the most preferred first; English where none fits.
 * @param {...(string | null | undefined)} preferences BCP 47 tags
 * @returns {Locale}
 */
export const chooseLocale = (...preferences) => bestLocale(locales, preferences);
