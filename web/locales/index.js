import * as enUS from './en-US.js';
import * as zhCN from './zh-CN.js';

/** @typedef {'en-US' | 'zh-CN'} Locale */

/** The locales that are complete, the fallback first. @type {readonly Locale[]} */
export const locales = ['en-US', 'zh-CN'];

/** Sentences of errors, by reason. */
export const errors = { 'en-US': enUS.errors, 'zh-CN': zhCN.errors };

/** Texts of the element. */
export const ui = { 'en-US': enUS.ui, 'zh-CN': zhCN.ui };

/** Texts of the page around the element. */
export const page = { 'en-US': enUS.page, 'zh-CN': zhCN.page };

/**
 * The best locale for a list of wishes, dearest first: the same tag, else the same language, else the next wish, else en-US.
 * @param {...(string | null | undefined)} wishes BCP 47 tags; null, undefined and unknown tags are passed over
 * @returns {Locale}
 */
export function chooseLocale(...wishes) {
  for (const wish of wishes) {
    const tag = wish?.toLowerCase();
    if (!tag) continue;
    const language = tag.split('-')[0];
    const found =
      locales.find((locale) => locale.toLowerCase() === tag) ??
      locales.find((locale) => locale.split('-')[0] === language);
    if (found) return found;
  }
  return 'en-US';
}
