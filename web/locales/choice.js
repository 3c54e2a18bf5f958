/** @typedef {import('./catalog.js').Locale} Locale */

/**
 * The best of the available locales for a list of wishes, dearest first: the same tag, else the same language, else the
 * next wish, else the first one available.
 * @param {readonly Locale[]} available
 * @param {readonly (string | null | undefined)[]} wishes BCP 47 tags; null, undefined and unknown tags are passed over
 * @returns {Locale}
 */
export function bestLocale(available, wishes) {
  for (const wish of wishes) {
    const tag = wish?.toLowerCase();
    if (!tag) continue;
    const [language] = tag.split('-');
    const found =
      available.find((locale) => locale.toLowerCase() === tag) ??
      available.find((locale) => locale.split('-')[0] === language);
    if (found) return found;
  }
  return available[0];
}
