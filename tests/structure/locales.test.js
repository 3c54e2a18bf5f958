import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { filesUnder, read } from './repository.js';

/** @typedef {string | Record<string, string>} Text a sentence, or one for each plural category */
/** @typedef {Record<string, Record<string, Text>>} Catalog the parts of a file, each with its texts by key */

const locales = filesUnder('web/locales').flatMap(
  (file) => /\/([a-z]{2}-[A-Z]{2})\.js$/.exec(file)?.[1] ?? [],
);
/** @type {Record<string, Catalog>} */
const catalogs = Object.fromEntries(
  await Promise.all(locales.map(async (locale) => [locale, await import(`../../web/locales/${locale}.js`)])),
);

/**
 * What a text is filled with. A plural's special cases may leave the number out, `other` must not.
 * @param {Text} text
 */
function placeholders(text) {
  const sentence = typeof text === 'string' ? text : text.other;
  return [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();
}

describe('the locales', () => {
  it('are these', () => {
    assert.deepEqual(locales.sort(), ['en-US', 'zh-CN']);
  });

  it('are named by their files alone, so that another is one more file', () => {
    const code = ['client', 'page', 'report'].flatMap((folder) =>
      filesUnder(`web/${folder}`).filter((file) => file.endsWith('.js')),
    );
    assert.ok(code.length > 40, `${code.length} files are read`);
    for (const file of [...code, 'web/locales/index.js', 'web/index.html'])
      for (const locale of locales)
        if (locale !== 'en-US') assert.ok(!read(file).includes(locale), `${file} names ${locale}`);
  });

  it('have the same parts', () => {
    for (const locale of locales)
      assert.deepEqual(Object.keys(catalogs[locale]).sort(), ['errors', 'page', 'ui'], locale);
  });
});

const { 'en-US': reference, ...others } = catalogs;

for (const [part, texts] of Object.entries(reference)) {
  describe(`the ${part} texts`, () => {
    for (const [locale, { [part]: translated }] of Object.entries(others)) {
      it(`have the same keys in ${locale}`, () => {
        assert.deepEqual(Object.keys(translated).sort(), Object.keys(texts).sort());
      });

      it(`have the same placeholders and plurals in ${locale}`, () => {
        for (const [key, text] of Object.entries(texts)) {
          assert.equal(typeof translated[key], typeof text, key);
          assert.deepEqual(placeholders(translated[key]), placeholders(text), key);
        }
      });
    }

    for (const [locale, { [part]: own }] of Object.entries(catalogs)) {
      it(`are complete in ${locale}`, () => {
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
