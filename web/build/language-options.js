import { readdirSync } from 'node:fs';

const CHOICE = '<select id="language"></select>';

/**
 * Writes the options of the page's language menu into index.html: each locale in locales/, named in its own language.
 * Done at build time, because the first Intl.DisplayNames in a browser costs more than the rest of the page's start.
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

/** Vite plugin that does so for the build and the development server. */
export function languageOptionsPlugin() {
  return { name: 'koodrive-language-options', transformIndexHtml: withLanguages };
}
