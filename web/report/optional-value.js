import { html } from 'lit';

/** @typedef {import('./texts.js').Texts} Texts */

/**
 * A text of the answer: isolated from the direction of what stands around it; a dash where the answer has none.
 * @param {Texts} texts
 * @param {string | undefined} value
 * @param {(value: string) => unknown} [show] draws a text that is there
 */
export function optionalValue(texts, value, show = (text) => html`<bdi>${text}</bdi>`) {
  if (value === undefined) return dash(texts.say('value.absent'));
  if (value === '') return html`<span class="empty-value">${texts.say('value.empty')}</span>`;
  return show(value);
}

/**
 * A dash that a screen reader reads as words.
 * @param {string} meaning
 */
export function dash(meaning) {
  return html`<span class="absent-value" aria-hidden="true">—</span
    ><span class="visually-hidden">${meaning}</span>`;
}
