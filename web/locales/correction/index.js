/// <reference types="vite/client" />
import { TextsByLocale, partsByLocale } from '../loaded.js';
import { correction } from './en-US.js';

/** @typedef {import('../catalog.js').Sentence} Sentence */
/** @typedef {import('../loaded.js').Locale} Locale */
/** @typedef {keyof typeof correction} CorrectionKey */
/** @typedef {{ correction: Readonly<Record<CorrectionKey, Sentence>> }} CorrectionTexts */

/** Every other file of this folder that is named like a locale; the build makes a chunk of each, loaded when used. */
const parts = partsByLocale(
  /** @type {Record<string, () => Promise<CorrectionTexts>>} */ (
    import.meta.glob(['./*-*.js', '!./en-US.js'])
  ),
);

const texts = /** @type {TextsByLocale<CorrectionTexts>} */ (new TextsByLocale({ correction }));

/**
 * The texts of a locale, in English while they are not loaded.
 * @param {Locale} locale
 */
export const correctionTexts = (locale) => texts.of(locale).correction;

/**
 * Loads them: see `TextsByLocale.load`.
 * @param {Locale} locale
 * @param {() => void} onLate called when they come after this function has ended
 */
export const loadCorrectionTexts = (locale, onLate) => texts.load(locale, parts.get(locale), onLate);
