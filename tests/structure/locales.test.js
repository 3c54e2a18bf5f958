import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { filesUnder, read, translations } from './repository.js';

/** @typedef {string | Record<string, string>} Text a sentence, or one for each plural category */
/** @typedef {Record<string, Record<string, Text>>} Catalog what a file exports: its parts, each with its texts by key */

const locales = ['en-US', ...translations];
/** @type {Record<string, Catalog>} */
const catalogs = Object.fromEntries(
  await Promise.all(
    locales.map(async (locale) => [
      locale,
      {
        ...(await import(`../../web/locales/${locale}.js`)),
        ...(await import(`../../web/locales/errors/${locale}.js`)),
        ...(await import(`../../web/locales/correction/${locale}.js`)),
        ...(await import(`../../web/locales/comparison/${locale}.js`)),
        ...(await import(`../../web/locales/tasks/${locale}.js`)),
      },
    ]),
  ),
);

/**
 * The names of a text's placeholders, by the plural form `other`: the other forms may leave the number out.
 * @param {Text} text
 */
function placeholders(text) {
  const sentence = typeof text === 'string' ? text : text.other;
  return [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();
}

describe('the locales', () => {
  it('include at least one translation of the English texts', () => {
    assert.ok(translations.length > 0);
  });

  it('are named nowhere in the code, so that adding one means adding its file', () => {
    const code = ['client', 'page', 'report'].flatMap((folder) =>
      filesUnder(`web/${folder}`).filter((file) => file.endsWith('.js')),
    );
    assert.ok(code.length > 40, `${code.length} files are read`);
    for (const file of [
      ...code,
      'web/locales/index.js',
      'web/locales/errors/index.js',
      'web/locales/correction/index.js',
      'web/locales/comparison/index.js',
      'web/locales/tasks/index.js',
      'web/index.html',
    ])
      for (const locale of translations) assert.ok(!read(file).includes(locale), `${file} names ${locale}`);
  });

  it('all export the parts comparison, correction, errors, page, tasks and ui', () => {
    for (const locale of locales)
      assert.deepEqual(
        Object.keys(catalogs[locale]).sort(),
        ['comparison', 'correction', 'errors', 'page', 'tasks', 'ui'],
        locale,
      );
  });

  it('say in the sentence of an error something else than in its heading, as both are shown and read aloud', () => {
    for (const [locale, { errors, ui }] of Object.entries(catalogs)) {
      const headings = Object.entries(ui).filter(([key]) => key.startsWith('error.'));
      assert.ok(headings.length > 5, locale);
      for (const [reason, sentence] of Object.entries(errors))
        for (const [key, heading] of headings)
          assert.ok(!String(sentence).startsWith(String(heading)), `${locale}: ${reason} repeats ${key}`);
    }
  });

  for (const folder of [
    'web/locales/errors',
    'web/locales/correction',
    'web/locales/comparison',
    'web/locales/tasks',
  ]) {
    it(`have a file in ${folder} for each locale, and for no other`, () => {
      const files = filesUnder(folder).filter((file) => /-\w+\.js$/.test(file));
      assert.deepEqual(files.sort(), locales.map((locale) => `${folder}/${locale}.js`).sort());
    });
  }
});

const { 'en-US': reference, ...others } = catalogs;

for (const [part, texts] of Object.entries(reference)) {
  describe(`the ${part} texts of every locale`, () => {
    for (const [locale, { [part]: translated }] of Object.entries(others)) {
      it(`have in ${locale} the same keys as in English`, () => {
        assert.deepEqual(Object.keys(translated).sort(), Object.keys(texts).sort());
      });

      it(`have in ${locale} the same placeholders and plurals as in English`, () => {
        for (const [key, text] of Object.entries(texts)) {
          assert.equal(typeof translated[key], typeof text, key);
          assert.deepEqual(placeholders(translated[key]), placeholders(text), key);
        }
      });
    }

    for (const [locale, { [part]: own }] of Object.entries(catalogs)) {
      it(`have in ${locale} every plural form, no empty sentence and no unknown placeholder`, () => {
        assert.ok(Object.keys(own).length > 0);
        const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.sort();
        for (const [key, text] of Object.entries(own)) {
          if (typeof text === 'object') assert.deepEqual(Object.keys(text).sort(), categories, key);
          for (const sentence of typeof text === 'object' ? Object.values(text) : [text]) {
            assert.ok(sentence.trim(), key);
            assert.equal(sentence.split('[').length, sentence.split(']').length, `${key}: ${sentence}`);
            const named = [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
            for (const name of named) assert.ok(placeholders(text).includes(name), `${key}: {${name}}`);
          }
        }
      });
    }
  });
}
