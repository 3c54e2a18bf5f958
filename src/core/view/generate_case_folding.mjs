// Derives Unicode simple case folding from the regular expressions of this Node.js with the flags `i` and `u`. The
// search then finds exactly the texts that the browser's regular expressions highlight.
//   node generate_case_folding.mjs           writes case_folding_ranges.inc
//   node generate_case_folding.mjs --check   exits with status 1 if that file contradicts this Node.js
import { readFileSync, writeFileSync } from 'node:fs';

const target = new URL('case_folding_ranges.inc', import.meta.url);

/** The sets of letters that the flags treat as equal, as arrays of code points. */
function equalLetters() {
  const cased = /[\p{CWCM}\p{CWCF}\p{CWL}\p{CWU}\p{CWT}]/u;
  const letters = [];
  for (let letter = 0; letter <= 0x10ffff; ++letter) {
    if ((letter < 0xd800 || letter > 0xdfff) && cased.test(String.fromCodePoint(letter))) {
      letters.push(letter);
    }
  }
  const text = String.fromCodePoint(...letters);
  const classes = new Map();
  for (const letter of letters.filter((each) => !classes.has(each))) {
    const equal = text.match(new RegExp(`\\u{${letter.toString(16)}}`, 'giu')).map((each) => each.codePointAt(0));
    equal.forEach((each) => classes.set(each, equal));
  }
  return new Set([...classes.values()].filter((equal) => equal.length > 1));
}

/** The letter that a set of equal letters folds to: the one that is the lower case of most of them. */
function standardOf(equal) {
  const lowerCased = equal.map((letter) => String.fromCodePoint(letter).toLowerCase());
  const votes = (letter) => lowerCased.filter((each) => each === String.fromCodePoint(letter)).length;
  return [...equal].sort((left, right) => votes(right) - votes(left) || left - right)[0];
}

function foldings() {
  const pairs = [];
  for (const equal of equalLetters()) {
    const standard = standardOf(equal);
    pairs.push(...equal.filter((letter) => letter !== standard).map((letter) => [letter, standard]));
  }
  return pairs.sort(([left], [right]) => left - right);
}

/** Groups letters into ranges with steps of 1 or 2, all at the same distance from the letters they fold to. */
function rangesOf(pairs) {
  const ranges = [];
  for (const [letter, folded] of pairs) {
    const range = ranges.at(-1);
    const delta = folded - letter;
    const step = range && letter - range.last;
    const fits = range?.delta === delta && (range.count === 1 ? step <= 2 : step === range.step);
    if (fits && range.count < 127) {
      Object.assign(range, { last: letter, step, count: range.count + 1 });
    } else {
      ranges.push({ first: letter, last: letter, step: 1, count: 1, delta });
    }
  }
  return ranges;
}

/** The FNV-1a hash over each letter and the letter it folds to. */
function checksumOf(pairs) {
  let state = 0x811c9dc5;
  for (const value of pairs.flat()) {
    state = Math.imul(state ^ value, 0x01000193) >>> 0;
  }
  return state;
}

function source() {
  const pairs = foldings();
  const entries = rangesOf(pairs).map(
    ({ first, step, count, delta }) => `{0x${first.toString(16)}, ${count}, ${step}, ${delta}},`,
  );
  const lines = [];
  while (entries.length > 0) {
    lines.push(`    ${entries.splice(0, 4).join(' ')}`);
  }
  return `// Written by generate_case_folding.mjs; do not edit. Unicode ${process.versions.unicode}.
inline constexpr std::size_t foldedLetterCount = ${pairs.length};
inline constexpr std::uint32_t foldedLetterChecksum = 0x${checksumOf(pairs).toString(16)};
// NOLINTBEGIN(modernize-use-designated-initializers): columns, as in a table
inline constexpr CaseFoldingRange caseFoldingRanges[] = {
${lines.join('\n')}
};
// NOLINTEND(modernize-use-designated-initializers)
`;
}

function pairsIn(text) {
  const pairs = [];
  for (const [, first, count, step, delta] of text.matchAll(/\{0x([0-9a-f]+), (\d+), (\d+), (-?\d+)\}/g)) {
    for (let index = 0; index < Number(count); ++index) {
      const letter = Number.parseInt(first, 16) + index * Number(step);
      pairs.push([letter, letter + Number(delta)]);
    }
  }
  return pairs;
}

/** Whether the file is up to date. Unicode versions only add foldings, so of two versions the older must be a subset. */
function check() {
  const written = readFileSync(target, 'utf8');
  const version = /Unicode (\d+\.\d+)/.exec(written)[1];
  if (version === process.versions.unicode) {
    return written === source();
  }
  const [fewer, more] = [pairsIn(written), foldings()].sort((left, right) => left.length - right.length);
  const foldedBy = new Map(more);
  return fewer.every(([letter, folded]) => foldedBy.get(letter) === folded);
}

if (process.argv[2] === '--check') {
  if (!check()) {
    console.error(`${target.pathname} is out of date: run generate_case_folding.mjs.`);
    process.exitCode = 1;
  }
} else {
  writeFileSync(target, source());
}
