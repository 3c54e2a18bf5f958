import { html } from 'lit';

/**
 * Finds a search text as the report's own search does: anywhere, and by Unicode simple case folding, which is what the
 * flags `iu` stand for.
 * @param {string} search
 * @returns {RegExp | undefined} undefined where nothing is searched for
 */
export function searchPattern(search) {
  return search ? new RegExp(search.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'giu') : undefined;
}

/**
 * A text in which every match is marked.
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
