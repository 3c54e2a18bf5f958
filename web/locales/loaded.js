/** A BCP 47 tag, the name of a file of this folder. @typedef {string} Locale */

/** The locale whose texts are always loaded. @type {Locale} */
export const DEFAULT_LOCALE = 'en-US';

/** The texts of a part of this software, in every locale that is loaded. @template Texts */
export class TextsByLocale {
  #english;
  /** @type {Map<Locale, Texts>} */
  #loaded;

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
   * Loads the texts of a locale. Where they cannot be had, English stays, and the next call tries again.
   * @param {Locale} locale
   * @param {() => Promise<Texts>} file
   */
  async load(locale, file) {
    if (this.has(locale)) return;
    try {
      this.add(locale, await file());
    } catch (problem) {
      console.warn(`The texts of ${locale} could not be loaded; English is shown instead.`, problem);
    }
  }
}
