import { html } from 'lit';

/** @typedef {import('./texts.js').Texts} Texts */

/** Texts up to this length, in UTF-16 units, are always shown in full. */
const FOLD_BEYOND = 400;
/** Texts of up to as many lines are, too. */
const FOLD_BEYOND_LINES = 8;

/**
 * A text of the answer. A very long one is collapsed and can be expanded.
 * @param {object} options
 * @param {Texts} options.texts
 * @param {string} options.value
 * @param {unknown} options.content the text as it is displayed, with its marks
 * @param {boolean} options.isUnfolded
 * @param {() => void} options.onToggle
 */
export function longText({ texts, value, content, isUnfolded, onToggle }) {
  if (!isLong(value)) return html`<bdi>${content}</bdi>`;
  const label = texts.say(isUnfolded ? 'text.fold' : 'text.unfold', { count: value.length });
  return html`<bdi class="long ${isUnfolded ? '' : 'folded'}">${content}</bdi>
    <button class="link" type="button" aria-expanded=${isUnfolded ? 'true' : 'false'} @click=${onToggle}>
      ${label}
    </button>`;
}

/** @param {string} text */
const isLong = (text) =>
  text.length > FOLD_BEYOND || text.split('\n', FOLD_BEYOND_LINES + 1).length > FOLD_BEYOND_LINES;
