import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as catalogs from '../../web/locales/index.js';

/** @typedef {string | Record<string, string>} Text a sentence, or one for each plural category */

const { locales } = catalogs;
/** @type {Record<string, Record<string, Record<string, Text>>>} */
const parts = { errors: catalogs.errors, ui: catalogs.ui, page: catalogs.page };

/**
 * What a text is filled with. A plural's special cases may leave the number out, `other` must not.
 * @param {Text} text
 */
function placeholders(text) {
  const sentence = typeof text === 'string' ? text : text.other;
  return [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();
}

for (const [part, byLocale] of Object.entries(parts)) {
  const [reference, ...others] = locales;

  describe(`the ${part} texts`, () => {
    it('exist', () => {
      assert.deepEqual(Object.keys(byLocale), locales);
      assert.ok(Object.keys(byLocale[reference]).length > 10);
    });

    for (const locale of others) {
      it(`have the same keys in ${locale} as in ${reference}`, () => {
        assert.deepEqual(Object.keys(byLocale[locale]).sort(), Object.keys(byLocale[reference]).sort());
      });

      it(`have the same placeholders in ${locale} as in ${reference}`, () => {
        for (const [key, text] of Object.entries(byLocale[reference]))
          assert.deepEqual(placeholders(byLocale[locale][key]), placeholders(text), key);
      });

      it(`are sentences for one in ${locale} where they are in ${reference}, and plurals where they are plurals`, () => {
        for (const [key, text] of Object.entries(byLocale[reference]))
          assert.equal(typeof byLocale[locale][key], typeof text, key);
      });
    }

    for (const locale of locales) {
      it(`are complete in ${locale}`, () => {
        const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.sort();
        for (const [key, text] of Object.entries(byLocale[locale])) {
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
