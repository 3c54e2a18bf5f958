import { html } from 'lit';
import { icons } from './icons.js';
import { typedValue } from './typed-value.js';

/** @typedef {import('../texts/texts.js').Texts} Texts */

/** A page number is complete when it is confirmed or left. */
const ENTRY = { from: 'input', until: 'change' };

/**
 * Pagination: buttons for the first, previous, next and last page, and a field for the page number. Buttons without a
 * target use aria-disabled and stay focusable, so that focus is never lost.
 * @param {object} options
 * @param {Texts} options.texts
 * @param {number} options.page 0-based
 * @param {number} options.pages
 * @param {(page: number) => void} options.onPage
 */
export function pager({ texts, page, pages, onPage }) {
  const last = pages - 1;
  const step = (/** @type {'first' | 'previous' | 'next' | 'last'} */ name, /** @type {number} */ target) => {
    const label = texts.say(`page.${name}`);
    const leadsNowhere = target === page || target < 0 || target > last;
    return html`<button
      class="button icon"
      type="button"
      aria-label=${label}
      title=${label}
      aria-disabled=${leadsNowhere ? 'true' : 'false'}
      @click=${() => leadsNowhere || onPage(target)}
    >
      ${icons[name]}
    </button>`;
  };
  const onInput = (/** @type {Event} */ event) => {
    const wanted = Number(/** @type {HTMLInputElement} */ (event.target).value);
    onPage(Number.isInteger(wanted) ? wanted - 1 : page);
  };
  return html`<nav class="pager" part="pager" aria-label=${texts.say('page.navigation')}>
    ${step('first', 0)} ${step('previous', page - 1)}
    <label class="pager-place">
      ${texts.say('page')}
      <input
        class="input"
        type="text"
        inputmode="numeric"
        ${typedValue(String(page + 1), ENTRY)}
        @change=${onInput}
      />
    </label>
    <span class="pager-place">${texts.say('page.count', { pages })}</span>
    ${step('next', page + 1)} ${step('last', last)}
  </nav>`;
}
