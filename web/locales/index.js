/// <reference types="vite/client" />
import { latePart } from '../loading/late-part.js';
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

const parts = new Map(locales.slice(1).map((locale) => [locale, latePart(files[`./${locale}.js`])]));

/** Longest wait for the texts of a locale, in milliseconds. */
const PATIENCE = 2000;

/** Texts that are on the way: `texts` tells whether they came, `wait` ends with them or when PATIENCE is over. @type {Map<Locale, { texts: Promise<boolean>, wait: Promise<unknown> }>} */
const loading = new Map();

/**
 * Loads the texts of a locale. Where they cannot be had, or not soon, English stays; after a failure the next call tries
 * again.
 * @param {Locale} locale
 * @param {() => void} [onLate] called when the texts come after this function has ended
 */
export async function loadLocale(locale, onLate = () => {}) {
  if (isLoaded(locale)) return;
  const { texts, wait } = loading.get(locale) ?? begin(locale);
  let isWaiting = true;
  void texts.then((haveCome) => haveCome && !isWaiting && onLate());
  await wait;
  isWaiting = false;
}

/** @param {Locale} locale */
function begin(locale) {
  const texts = fetchTexts(locale);
  const begun = { texts, wait: Promise.race([texts, new Promise((end) => setTimeout(end, PATIENCE))]) };
  loading.set(locale, begun);
  return begun;
}

/** @param {Locale} locale @returns {Promise<boolean>} */
async function fetchTexts(locale) {
  try {
    const texts = await parts.get(locale)?.();
    if (texts) addTexts(locale, texts);
    return Boolean(texts);
  } catch (problem) {
    console.warn(`The texts of ${locale} could not be loaded; English is shown instead.`, problem);
    return false;
  } finally {
    loading.delete(locale);
  }
}

/**
 * The best locale that there is for a list of preferences, the most preferred first; English where none fits.
 * @param {...(string | null | undefined)} preferences BCP 47 tags
 * @returns {Locale}
 */
export const chooseLocale = (...preferences) => bestLocale(locales, preferences);
