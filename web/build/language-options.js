import { readdirSync } from 'node:fs';

const CHOICE = '<select id="language"></select>';

/**
 * Fills the page's choice of languages: one for each file of locales/, in its own words. A browser would take longer over
 * naming the first of them than over all else that starts the page.
 * @param {string} html index.html
 */
export function withLanguages(html) {
  if (!html.includes(CHOICE))
    throw new Error(`index.html no longer holds ${CHOICE}; see language-options.js.`);
  return html.replace(CHOICE, CHOICE.replace('><', `>${locales().map(option).join('')}<`));
}

const locales = () =>
  readdirSync(new URL('../locales/', import.meta.url)).flatMap(
    (file) => /^(\w+-\w+)\.js$/.exec(file)?.[1] ?? [],
  );

/** @param {string} locale */
const option = (locale) =>
  `<option value="${locale}" lang="${locale}">${new Intl.DisplayNames(locale, { type: 'language' }).of(locale)}</option>`;

/** The same for what Vite builds and serves. */
export function languageOptionsPlugin() {
  return { name: 'koodrive-language-options', transformIndexHtml: withLanguages };
}
