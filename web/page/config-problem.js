/** @typedef {keyof import('../locales/catalog.js').LocaleTexts['page']} PageTextKey */

/** An error in config.json, with the key of the localized text that describes it. */
export class ConfigProblem extends Error {
  /**
   * @param {PageTextKey} key
   * @param {Record<string, string>} [values]
   */
  constructor(key, values = {}) {
    super(key);
    this.key = key;
    this.values = values;
  }
}
