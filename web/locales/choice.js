/** @typedef {import('./catalog.js').Locale} Locale */

/**
 * The best of the available locales for a list of preferences, the most preferred first: the same tag, else the same
 * language, else the next one, else the first one available.
 * @param {readonly Locale[]} available
 * @param {readonly (string | null | undefined)[]} preferences BCP 47 tags; null, undefined and unknown tags are passed over
 * @returns {Locale}
 */
export function bestLocale(available, preferences) {
  for (const preference of preferences) {
    const tag = preference?.toLowerCase();
    if (!tag) continue;
    const [language] = tag.split('-');
    const found =
      available.find((locale) => locale.toLowerCase() === tag) ??
      available.find((locale) => locale.split('-')[0] === language);
    if (found) return found;
  }
  return available[0];
}
