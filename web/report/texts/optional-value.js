import { html } from 'lit';
import { isBlank } from '../../text/blanks.js';

/** @typedef {import('./texts.js').Texts} Texts */

/**
 * A text of the answer, isolated from the text direction around it (`<bdi>`). A dash replaces a missing text; a localized
 * word replaces one that is empty or invisible.
 * @param {Texts} texts
 * @param {string | undefined} value
 * @param {(value: string) => unknown} [show] renders the text if it is present
 */
export function optionalValue(texts, value, show = (text) => html`<bdi>${text}</bdi>`) {
  if (value === undefined) return dash(texts.say('value.absent'));
  if (value === '') return badge(texts.say('value.empty'));
  return isBlank(value) ? html`${show(value)}${badge(texts.say('value.blank'))}` : show(value);
}

/**
 * A reason as an entry in the ranking. Rows without a reason are described in words.
 * @param {Texts} texts
 * @param {string | undefined} reason
 * @param {(reason: string) => unknown} [show] renders its text
 */
export function reasonText(texts, reason, show = (text) => text) {
  if (reason !== undefined) return optionalValue(texts, reason, (text) => html`<bdi>${show(text)}</bdi>`);
  return html`<span class="absent-value">${texts.say('reason.absent')}</span>`;
}

/** @param {string} words */
const badge = (words) => html`<span class="empty-value">${words}</span>`;

/**
 * A dash that screen readers read as the given words.
 * @param {string} meaning
 */
export function dash(meaning) {
  return html`<span class="absent-value" aria-hidden="true">—</span
    ><span class="visually-hidden">${meaning}</span>`;
}
