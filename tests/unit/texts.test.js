import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { displayTexts, loadedLocale, textsOf } from '../../web/locales/catalog.js';
import { bestLocale } from '../../web/locales/choice.js';
import { fill } from '../../web/locales/fill.js';
import { languageTag } from '../../web/locales/tag.js';
import * as zhCN from '../../web/locales/zh-CN.js';
import { searchPattern } from '../../web/report/texts/marked-text.js';
import { textsFor } from '../../web/report/texts/texts.js';
import { failedWidth } from '../../web/report/views/proportion-picture.js';

describe('bestLocale', () => {
  const available = ['en-US', 'zh-CN', 'zh-TW'];

  it('prefers the same language tag to the same language, ignoring case', () => {
    assert.equal(bestLocale(available, ['ZH-tw']), 'zh-TW');
    assert.equal(bestLocale(available, ['zh-HK']), 'zh-CN');
    assert.equal(bestLocale(available, ['zh']), 'zh-CN');
    assert.equal(bestLocale(available, ['zh_TW']), 'zh-TW');
  });

  it('tries the wanted locales in order, and falls back to the first available one', () => {
    assert.equal(bestLocale(available, [undefined, null, '', 'de-DE', 'zh-CN', 'en-US']), 'zh-CN');
    assert.equal(bestLocale(available, ['z', 'constructor']), 'en-US');
    assert.equal(bestLocale(available, []), 'en-US');
  });
});

describe('fill', () => {
  it('omits a part in brackets if its value is missing, and keeps it otherwise', () => {
    const sentence = 'Refused[ (code {code})].[ KooDrive says: {message}]';
    assert.equal(fill(sentence, { code: 7, message: '' }), 'Refused (code 7).');
    assert.equal(fill(sentence, { message: 'no' }), 'Refused. KooDrive says: no');
  });

  it('does not interpret brackets and placeholders inside values', () => {
    assert.equal(fill('{a}', { a: '{b} [c] $& $1', b: 'x' }), '{b} [c] $& $1');
  });

  it('inserts a question mark for a missing value outside brackets', () => {
    assert.equal(fill('line {line}, byte {offset}', { line: 0 }), 'line 0, byte ?');
  });
});

describe('the catalog of texts', () => {
  it('returns English texts until those of a locale are added', () => {
    assert.equal(loadedLocale('zh-CN'), 'en-US');
    assert.equal(textsOf('zh-CN'), textsOf('en-US'));
    displayTexts.add('zh-CN', zhCN);
    assert.equal(loadedLocale('zh-CN'), 'zh-CN');
    assert.equal(textsOf('zh-CN').ui.title, zhCN.ui.title);
    assert.equal(textsFor('zh-CN').locale, 'zh-CN');
  });
});

describe('textsFor', () => {
  const texts = textsFor('en-US');

  it('chooses the plural form by the count and formats numbers', () => {
    assert.equal(texts.say('selection.count', { count: 1 }), '1 row selected');
    assert.equal(texts.say('selection.count', { count: 12_345 }), '12,345 rows selected');
  });

  it('never rounds a share to 0 % or 100 % unless it is exactly that', () => {
    assert.deepEqual([0, 0.000_01, 0.125, 0.999_99, 1].map(texts.percent), [
      '0%',
      '< 0.1%',
      '12.5%',
      '> 99.9%',
      '100%',
    ]);
  });

  it('formats a time with its offset from UTC, because a report may be read in another zone', () => {
    const zone = process.env.TZ;
    try {
      process.env.TZ = 'America/Chicago';
      const time = new Date('2026-02-03T19:05:06.789Z');
      const [english, chinese] = ['en-US', 'zh-CN'].map((locale) =>
        textsFor(/** @type {import('../../web/locales/catalog.js').Locale} */ (locale)).dateTime(time),
      );
      assert.equal(english.replace(/\s/g, ' '), 'Feb 3, 2026, 1:05:06 PM GMT-6');
      assert.match(chinese, /2026年2月3日.*GMT-6.*13:05:06/);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it('formats sizes in bytes, kilobytes or megabytes, as fits', () => {
    assert.deepEqual([0, 999, 1500, 2_000_000, 3e12].map(texts.bytes), [
      '0 byte',
      '999 byte',
      '1.5 kB',
      '2 MB',
      '3,000 GB',
    ]);
  });
});

describe('searchPattern', () => {
  it('matches every character literally and ignores case', () => {
    assert.equal(searchPattern(''), undefined);
    for (const special of '\\^$.*+?()[]{}|/-') {
      const pattern = searchPattern(`a${special}b`);
      assert.deepEqual(`xA${special}Bx`.match(pattern ?? ''), [`A${special}B`], special);
      assert.equal('axb'.match(pattern ?? ''), null, special);
    }
  });
});

describe('failedWidth', () => {
  it('is proportional to the share, and is 0 or 100 only if nobody or everybody failed', () => {
    assert.equal(failedWidth(75, 25), 25);
    assert.equal(failedWidth(5, 0), 0);
    assert.equal(failedWidth(0, 5), 100);
    assert.equal(failedWidth(999_999, 1), 0.8);
    assert.equal(failedWidth(1, 999_999), 99.2);
  });
});

describe('languageTag', () => {
  it('is the BCP 47 tag of a locale as Java and POSIX write it', () => {
    const tags = [
      'zh_CN',
      'zh_CN_#Hans',
      'zh__#Hans',
      'en_US_POSIX',
      'zh_CN.UTF-8',
      'sr_RS@latin',
      'es_419',
      'zh_',
    ];
    assert.deepEqual(tags.map(languageTag), [
      'zh-CN',
      'zh-CN',
      'zh-Hans',
      'en-US',
      'zh-CN',
      'sr-RS',
      'es-419',
      'zh',
    ]);
  });

  it('leaves everything else as it is, so that the request’s own check can refuse it', () => {
    for (const text of ['', 'zh-CN', 'zh-Hant-TW', 'C.UTF-8', 'a b']) assert.equal(languageTag(text), text);
  });
});
