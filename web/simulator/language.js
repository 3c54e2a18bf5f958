/**
 * Languages that KooDrive documents for the `language` request header.
 * @typedef {'en-US' | 'zh-CN'} Language
 */

/**
 * One text in every language the simulator answers in.
 * @typedef {Record<Language, string>} LocalText
 */

/**
 * The language of an answer: Chinese for any `zh` tag, else English, which is KooDrive's default.
 * @param {string | undefined} header value of the `language` request header
 * @returns {Language}
 */
export function answerLanguage(header) {
  return header !== undefined && /^zh(-|$)/i.test(header) ? 'zh-CN' : 'en-US';
}

/**
 * @param {string} english
 * @param {string} chinese
 * @returns {LocalText}
 */
export function text(english, chinese) {
  return { 'en-US': english, 'zh-CN': chinese };
}
