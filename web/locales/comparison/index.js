/// <reference types="vite/client" />
import { TextsByLocale, partsByLocale } from '../loaded.js';
import { comparison } from './en-US.js';

/** @typedef {import('../catalog.js').Sentence} Sentence */
/** @typedef {import('../loaded.js').Locale} Locale */
/** @typedef {keyof typeof comparison} ComparisonKey */
/** @typedef {{ comparison: Readonly<Record<ComparisonKey, Sentence>> }} ComparisonTexts */

/** Every other file of this folder that is named like a locale; the build makes a chunk of each, loaded when used. */
const parts = partsByLocale(
  /** @type {Record<string, () => Promise<ComparisonTexts>>} */ (
    import.meta.glob(['./*-*.js', '!./en-US.js'])
  ),
);

const texts = /** @type {TextsByLocale<ComparisonTexts>} */ (new TextsByLocale({ comparison }));

/**
 * The texts of a locale, in English while they are not loaded.
 * @param {Locale} locale
 */
export const comparisonTexts = (locale) => texts.of(locale).comparison;

/**
 * Loads them: see `TextsByLocale.load`.
 * @param {Locale} locale
 * @param {() => void} onLate called when they come after this function has ended
 */
export const loadComparisonTexts = (locale, onLate) => texts.load(locale, parts.get(locale), onLate);
