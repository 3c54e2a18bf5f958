import { html } from 'lit';

/**
 * A regular expression that finds the same matches as the core's search: substrings under Unicode simple case folding,
 * which the flags `iu` specify.
 * @param {string} search
 * @returns {RegExp | undefined} undefined without a search text
 */
export function searchPattern(search) {
  return search ? new RegExp(search.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'giu') : undefined;
}

/**
 * A text with every match in a `<mark>` element.
 * @param {string} text
 * @param {RegExp | undefined} pattern
 */
export function markedText(text, pattern) {
  if (!pattern) return text;
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    parts.push(text.slice(end, match.index), html`<mark part="mark">${match[0]}</mark>`);
    end = match.index + match[0].length;
  }
  return parts.length ? [...parts, text.slice(end)] : text;
}
