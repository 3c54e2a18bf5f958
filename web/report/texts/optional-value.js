import { html } from 'lit';

/** @typedef {import('./texts.js').Texts} Texts */

/** White space and characters that only steer others. */
const INVISIBLE = /^[\s\p{Cc}\p{Cf}]*$/u;

/**
 * A text of the answer: isolated from the direction of what stands around it; a dash where the answer has none, a word where
 * there is nothing to be seen.
 * @param {Texts} texts
 * @param {string | undefined} value
 * @param {(value: string) => unknown} [show] draws a text that is there
 */
export function optionalValue(texts, value, show = (text) => html`<bdi>${text}</bdi>`) {
  if (value === undefined) return dash(texts.say('value.absent'));
  if (value === '') return badge(texts.say('value.empty'));
  return INVISIBLE.test(value) ? html`${show(value)}${badge(texts.say('value.blank'))}` : show(value);
}

/**
 * A reason where it stands for all rows that give it: the one of rows without a reason is said in words.
 * @param {Texts} texts
 * @param {string | undefined} reason
 */
export function reasonText(texts, reason) {
  if (reason !== undefined) return optionalValue(texts, reason);
  return html`<span class="absent-value">${texts.say('reason.absent')}</span>`;
}

/** @param {string} words */
const badge = (words) => html`<span class="empty-value">${words}</span>`;

/**
 * A dash that a screen reader reads as words.
 * @param {string} meaning
 */
export function dash(meaning) {
  return html`<span class="absent-value" aria-hidden="true">—</span
    ><span class="visually-hidden">${meaning}</span>`;
}
