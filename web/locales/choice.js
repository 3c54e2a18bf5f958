import { languageTag } from './tag.js';

/** @typedef {import('./catalog.js').Locale} Locale */

/**
 * The best of the available locales for a list of preferences, the most preferred first: the same tag, else the same
 * language, else the next one, else the first one available.
 * @param {readonly Locale[]} available
 * @param {readonly (string | null | undefined)[]} preferences BCP 47 tags, or as Java writes them (`zh_CN`); null, undefined and unknown tags are passed over
 * @returns {Locale}
 */
export function bestLocale(available, preferences) {
  for (const preference of preferences) {
    if (!preference) continue;
    const tag = languageTag(preference).toLowerCase();
    const [language] = tag.split('-');
    const found =
      available.find((locale) => locale.toLowerCase() === tag) ??
      available.find((locale) => locale.split('-')[0] === language);
    if (found) return found;
  }
  return available[0];
}
