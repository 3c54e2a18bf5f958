import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isBlank, visibleValue, withoutBlanksAround } from '../../web/text/blanks.js';

/** White space, a control character, and characters without a width, as spreadsheets, messengers and dialogs add them. */
const BLANKS = [
  ...[' ', '\t', '\n', '\r', '\u0000', '\u0085', '\u00a0', '\u00ad', '\u1680', '\u180e', '\u2003'],
  ...['\u200b', '\u200d', '\u200e', '\u2028', '\u202c', '\u2060', '\u2069', '\u3000', '\u3164', '\ufe0f'],
  ...['\ufeff', '\u{e0020}'],
];
const WITHOUT_WIDTH = [
  '\u00ad',
  '\u200b',
  '\u200c',
  '\u200e',
  '\u202d',
  '\u2060',
  '\u2066',
  '\ufe0f',
  '\ufeff',
];

/** @param {string} character */
const named = (character) => `U+${character.codePointAt(0)?.toString(16)}`;

describe('blanks', () => {
  it('are white space, control characters and characters without a width, and nothing that can be seen', () => {
    for (const blank of BLANKS) assert.ok(isBlank(blank), named(blank));
    assert.ok(isBlank('') && isBlank(BLANKS.join('')));
    for (const seen of ['a', '0', '-', '·', '\u0301', '王', '\u{1f600}', '\u2800a'])
      assert.ok(!isBlank(seen) && !isBlank(` ${seen} `), named(seen));
  });

  it('are removed around a text and kept within it', () => {
    for (const blank of BLANKS) {
      assert.equal(withoutBlanksAround(`${blank}wei.zhang${blank} `), 'wei.zhang', named(blank));
      assert.equal(withoutBlanksAround(`wei${blank}zhang`), `wei${blank}zhang`, named(blank));
      assert.equal(withoutBlanksAround(blank), '');
    }
  });
});

describe('the visible value of an identifier', () => {
  it('is without the characters that have no width, wherever they stand, and without blanks around it', () => {
    for (const character of WITHOUT_WIDTH)
      assert.equal(
        visibleValue(`${character}15340${character}87\t${character}`),
        '1534087',
        named(character),
      );
  });

  it('keeps blanks and control characters within it, which are judged by what it is used for', () => {
    assert.equal(visibleValue(' AT 0a1b\n'), 'AT 0a1b');
    assert.equal(visibleValue('a\tb'), 'a\tb');
  });
});
