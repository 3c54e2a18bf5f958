import { fill } from '../../locales/fill.js';
import { loadedLocale, textsOf } from '../../locales/catalog.js';

/** @typedef {import('../../locales/loaded.js').Locale} Locale */
/** @typedef {keyof import('../../locales/catalog.js').LocaleTexts['ui']} TextKey */
/** @typedef {Readonly<Record<string, string | number | undefined>>} TextValues */

/**
 * The texts of one locale, and its formatting of numbers and dates.
 * @typedef {object} Texts
 * @property {Locale} locale
 * @property {(key: TextKey, values?: TextValues) => string} say a text; numbers in it are formatted, `count` chooses the plural
 * @property {(entry: import('../../locales/catalog.js').Sentence, values?: TextValues) => string} phrase a text of another catalogue, in the same way
 * @property {(value: number) => string} number
 * @property {(share: number) => string} percent a share from 0 to 1; only exactly 0 and 1 are shown as 0 % and 100 %
 * @property {(date: Date) => string} dateTime
 * @property {(count: number) => string} bytes
 * @property {(milliseconds: number) => string} duration in its two largest units, such as minutes and seconds
 * @property {() => void} prepare creates the Intl formatters ahead of time, each in a task of its own, because each takes some milliseconds
 */

/** With the offset from UTC, because a report may be read in another time zone than the one it was printed in. */
const DATE_TIME = /** @type {const} */ ({
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'shortOffset',
});

/** Each with the number of seconds in it. */
const TIME_UNITS = /** @type {const} */ ([
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
]);

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];

/** @type {Map<Locale, Texts>} */
const known = new Map();

/**
 * @param {Locale} wanted
 * @returns {Texts} in English until the texts of the locale are loaded
 */
export function textsFor(wanted) {
  const locale = loadedLocale(wanted);
  const texts = known.get(locale) ?? createTexts(locale);
  known.set(locale, texts);
  return texts;
}

/**
 * @param {Locale} locale
 * @returns {Texts}
 */
function createTexts(locale) {
  const sentences = textsOf(locale).ui;
  const plural = once(() => new Intl.PluralRules(locale));
  const numbers = once(() => new Intl.NumberFormat(locale));
  const percents = once(() => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }));
  const dates = once(() => new Intl.DateTimeFormat(locale, DATE_TIME));

  /** @type {Texts['phrase']} */
  const phrase = (entry, values = {}) => {
    const sentence =
      typeof entry === 'string' ? entry : (entry[plural().select(Number(values.count))] ?? entry.other ?? '');
    const shown = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? numbers().format(value) : value,
    ]);
    return fill(sentence, Object.fromEntries(shown));
  };

  return {
    locale,
    say: (key, values) => phrase(sentences[key], values),
    phrase,
    number: (value) => numbers().format(value),
    percent: (share) => {
      if (share > 0 && share < 0.001) return `< ${percents().format(0.001)}`;
      if (share > 0.999 && share < 1) return `> ${percents().format(0.999)}`;
      return percents().format(share);
    },
    dateTime: (date) => dates().format(date),
    bytes: (count) => {
      const power = Math.min(Math.floor(Math.log10(Math.max(count, 1)) / 3), BYTE_UNITS.length - 1);
      const format = {
        style: /** @type {const} */ ('unit'),
        unit: BYTE_UNITS[power],
        maximumFractionDigits: 1,
      };
      return new Intl.NumberFormat(locale, format).format(count / 1000 ** power);
    },
    duration(milliseconds) {
      let seconds = Math.round(milliseconds / 1000);
      const parts = [];
      for (const [unit, size] of TIME_UNITS) {
        const count = Math.floor(seconds / size);
        seconds -= count * size;
        if (count > 0 || (unit === 'second' && parts.length === 0))
          parts.push(new Intl.NumberFormat(locale, { style: 'unit', unit }).format(count));
      }
      return parts.slice(0, 2).join(' ');
    },
    prepare: () => [plural, numbers, percents, dates].forEach((make) => setTimeout(make)),
  };
}

/** Lazy initialization. @template Value @param {() => Value} make called once, when first needed @returns {() => Value} */
function once(make) {
  /** @type {Value | undefined} */
  let made;
  return () => (made ??= make());
}
