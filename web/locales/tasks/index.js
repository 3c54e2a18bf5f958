/// <reference types="vite/client" />
import { TextsByLocale, partsByLocale } from '../loaded.js';
import { tasks } from './en-US.js';

/** @typedef {import('../catalog.js').Sentence} Sentence */
/** @typedef {import('../loaded.js').Locale} Locale */
/** @typedef {keyof typeof tasks} TaskKey */
/** @typedef {{ tasks: Readonly<Record<TaskKey, Sentence>> }} TaskTexts */

/** Every other file of this folder that is named like a locale; the build makes a chunk of each, loaded when used. */
const parts = partsByLocale(
  /** @type {Record<string, () => Promise<TaskTexts>>} */ (import.meta.glob(['./*-*.js', '!./en-US.js'])),
);

/** The texts of the list of imports, and of a task that is followed. */
export const taskTexts = /** @type {TextsByLocale<TaskTexts>} */ (new TextsByLocale({ tasks }));

/**
 * Loads them: see `TextsByLocale.load`.
 * @param {Locale} locale
 * @param {() => void} onLate called when they come after this function has ended
 */
export const loadTaskTexts = (locale, onLate) => taskTexts.load(locale, parts.get(locale), onLate);
