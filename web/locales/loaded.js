import { latePart } from '../loading/late-part.js';

/** A BCP 47 tag, the name of a file of this folder. @typedef {string} Locale */

/** The locale whose texts are always loaded. @type {Locale} */
export const DEFAULT_LOCALE = 'en-US';

/** Longest wait for the texts of a locale, in milliseconds. */
const PATIENCE = 2000;

/**
 * The modules of a folder by the locale that names them, each loaded when used.
 * @template Texts
 * @param {Readonly<Record<string, () => Promise<Texts>>>} files as import.meta.glob() gives them
 */
export const partsByLocale = (files) =>
  new Map(
    Object.entries(files).map(([file, load]) => [file.slice('./'.length, -'.js'.length), latePart(load)]),
  );

/** The texts of a part of this software, in every locale that is loaded. @template Texts */
export class TextsByLocale {
  #english;
  /** @type {Map<Locale, Texts>} */
  #loaded;
  /** Texts that are on the way: `texts` tells whether they came, `wait` ends with them or when PATIENCE is over. @type {Map<Locale, { texts: Promise<boolean>, wait: Promise<unknown> }>} */
  #loading = new Map();

  /** @param {Texts} english */
  constructor(english) {
    this.#english = english;
    this.#loaded = new Map([[DEFAULT_LOCALE, english]]);
  }

  /** @param {Locale} locale @param {Texts} texts */
  add(locale, texts) {
    this.#loaded.set(locale, texts);
  }

  /** @param {Locale} locale */
  has(locale) {
    return this.#loaded.has(locale);
  }

  /** The texts of a locale, in English while they are not loaded. @param {Locale} locale */
  of(locale) {
    return this.#loaded.get(locale) ?? this.#english;
  }

  /**
   * Loads the texts of a locale. Where they cannot be had, or not soon, English stays; after a failure the next call tries
   * again.
   * @param {Locale} locale
   * @param {(() => Promise<Texts>) | undefined} part
   * @param {() => void} [onLate] called when the texts come after this function has ended
   */
  async load(locale, part, onLate = () => {}) {
    if (!part || this.has(locale)) return;
    const { texts, wait } = this.#loading.get(locale) ?? this.#begin(locale, part);
    let isWaiting = true;
    void texts.then((haveCome) => haveCome && !isWaiting && onLate());
    await wait;
    isWaiting = false;
  }

  /** @param {Locale} locale @param {() => Promise<Texts>} part */
  #begin(locale, part) {
    const texts = this.#fetch(locale, part);
    const begun = { texts, wait: Promise.race([texts, new Promise((end) => setTimeout(end, PATIENCE))]) };
    this.#loading.set(locale, begun);
    return begun;
  }

  /** @param {Locale} locale @param {() => Promise<Texts>} part @returns {Promise<boolean>} */
  async #fetch(locale, part) {
    try {
      this.add(locale, await part());
      return true;
    } catch (problem) {
      console.warn(`The texts of ${locale} could not be loaded; English is shown instead.`, problem);
      return false;
    } finally {
      this.#loading.delete(locale);
    }
  }
}
