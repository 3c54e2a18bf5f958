/**
 * Puts values into a sentence. `{name}` stands for a value; a part in `[square brackets]` is left out when a value in it
 * is not known, so that one sentence serves with and without the detail.
 * @param {string} sentence
 * @param {Readonly<Record<string, string | number | undefined>>} values
 * @returns {string}
 */
export function fill(sentence, values) {
  const known = (/** @type {string} */ name) => values[name] !== undefined && values[name] !== '';
  return sentence
    .replace(/\[([^\]]*)\]/g, (_, part) =>
      [...part.matchAll(/\{(\w+)\}/g)].every(([, name]) => known(name)) ? part : '',
    )
    .replace(/\{(\w+)\}/g, (_, name) => (known(name) ? String(values[name]) : '?'));
}
