/** @typedef {import('../../locales/catalog.js').Sentence} Sentence */
/** @typedef {import('../texts/texts.js').Texts} Texts */
/** @typedef {import('../texts/texts.js').TextValues} TextValues */

/**
 * The texts of a panel, which are loaded with it.
 * @template {string} Key
 */
export class PanelTexts {
  /** @type {string | undefined} */
  #askedFor;
  #host;
  #load;
  #textsOf;

  /**
   * @param {import('lit').ReactiveControllerHost} host
   * @param {(locale: string, onLate: () => void) => Promise<void>} load as `TextsByLocale.load`
   * @param {(locale: string) => Readonly<Record<Key, Sentence>>} textsOf in English while they are not loaded
   */
  constructor(host, load, textsOf) {
    this.#host = host;
    this.#load = load;
    this.#textsOf = textsOf;
  }

  /** Loads those of the locale, or ends when English has to do. @param {Texts} texts */
  async load({ locale }) {
    if (locale === this.#askedFor) return;
    this.#askedFor = locale;
    await this.#load(locale, () => this.#host.requestUpdate());
    this.#host.requestUpdate();
  }

  /**
   * @param {Texts} texts
   * @returns {(key: Key, values?: TextValues) => string}
   */
  sayIn = (texts) => (key, values) => texts.phrase(this.#textsOf(texts.locale)[key], values);
}
