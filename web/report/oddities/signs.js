import { html } from 'lit';

/** @typedef {import('../texts/texts.js').Texts} Texts */
/** @typedef {import('../../client/koodrive-client.js').Oddity} Oddity */

/** The usual short names of characters that show nothing; others are named by their code point. @type {Readonly<Record<string, string>>} */
const SHORT_NAMES = Object.freeze({
  '\0': 'NUL',
  '\t': 'TAB',
  '\n': 'LF',
  '\r': 'CR',
  ' ': '␣',
  '\u00a0': 'NBSP',
  '\u00ad': 'SHY',
  '\u061c': 'ALM',
  '\u200b': 'ZWSP',
  '\u200c': 'ZWNJ',
  '\u200d': 'ZWJ',
  '\u200e': 'LRM',
  '\u200f': 'RLM',
  '\u202a': 'LRE',
  '\u202b': 'RLE',
  '\u202c': 'PDF',
  '\u202d': 'LRO',
  '\u202e': 'RLO',
  '\u202f': 'NNBSP',
  '\u2060': 'WJ',
  '\u2066': 'LRI',
  '\u2067': 'RLI',
  '\u2068': 'FSI',
  '\u2069': 'PDI',
  '\u3000': 'IDSP',
  '\ufeff': 'BOM',
});

/** Most names in one sign. */
const MOST_NAMES = 8;

/** @param {string} character */
const nameOf = (character) =>
  SHORT_NAMES[character] ??
  `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? ''}`;

/** @param {string} text */
const namesIn = (text) => {
  const names = Array.from(text, nameOf);
  const shown = names.slice(0, MOST_NAMES).join(names[0] === '␣' ? '' : ' ');
  return names.length > MOST_NAMES ? `${shown}…` : shown;
};

/** The scripts of look-alikes: Greek ends at U+03FF. @param {string} text */
const scriptOf = (text) => (text < '\u0400' ? 'oddity.greek' : 'oddity.cyrillic');

/**
 * @param {Texts} texts
 * @param {Oddity['kind']} kind
 * @param {string} text the odd characters
 */
function signOf(texts, kind, text) {
  if (kind === 'full-width') return texts.say('oddity.wide');
  return kind === 'look-alike' ? texts.say(scriptOf(text)) : namesIn(text);
}

/**
 * Odd characters with a sign before them. The sign is generated content and the name an attribute, so that the text of the
 * document stays exact.
 * @param {Texts} texts
 * @param {Oddity['kind']} kind
 * @param {string} text
 * @param {boolean} isMatch of the search
 */
function signed(texts, kind, text, isMatch) {
  const sign = signOf(texts, kind, text);
  const name = texts.say(`oddity.${kind}`, { text, sign });
  return html`<span
    class="oddity ${isMatch ? 'match' : ''}"
    part="oddity"
    role="img"
    aria-label=${name}
    title=${name}
    data-sign=${sign}
    >${text}</span
  >`;
}

/**
 * A text with every odd part signed, and with every match of the search in a `<mark>` element.
 * @param {Texts} texts
 * @param {string} text
 * @param {readonly Oddity[]} oddities
 * @param {RegExp | undefined} pattern
 */
export function signedText(texts, text, oddities, pattern) {
  const matches = pattern
    ? Array.from(text.matchAll(pattern), ({ index, 0: found }) => ({
        start: index,
        end: index + found.length,
      }))
    : [];
  let next = 0;
  const isMatchIn = (/** @type {number} */ start, /** @type {number} */ end) => {
    while (next < matches.length && matches[next].end <= start) next += 1;
    return next < matches.length && matches[next].start < end;
  };
  /** @type {unknown[]} */
  const parts = [];
  const plain = (/** @type {number} */ start, /** @type {number} */ end) => {
    let at = start;
    while (at < end) {
      const isMatch = isMatchIn(at, end);
      const from = isMatch ? Math.max(matches[next].start, at) : end;
      if (from > at) parts.push(text.slice(at, from));
      at = isMatch ? Math.min(matches[next].end, end) : end;
      if (isMatch) parts.push(html`<mark part="mark">${text.slice(from, at)}</mark>`);
    }
  };
  let at = 0;
  for (const { kind, start, end } of oddities) {
    plain(at, start);
    parts.push(signed(texts, kind, text.slice(start, end), isMatchIn(start, end)));
    at = end;
  }
  plain(at, text.length);
  return parts;
}
