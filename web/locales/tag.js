/**
 * A language tag (BCP 47) for a locale as Java and POSIX write it, such as `zh_CN`, `zh_CN_#Hans` and `zh_CN.UTF-8`.
 * @param {string} locale
 * @returns {string} any other text as it is
 */
export function languageTag(locale) {
  if (!locale.includes('_')) return locale;
  const [language, region] = locale.replace(/[.@].*/, '').split('_');
  if (/^(?:[a-z]{2}|\d{3})$/i.test(region)) return `${language}-${region}`;
  const [, script] = /#([a-z]{4})/i.exec(locale) ?? [];
  return script ? `${language}-${script}` : language;
}
