/** @typedef {keyof import('../locales/catalog.js').LocaleTexts['page']} PageTextKey */

/** Says which text tells what is wrong with config.json. */
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
