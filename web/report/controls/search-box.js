import { html } from 'lit';
import { typedValue } from './typed-value.js';

/** @typedef {import('../texts/texts.js').Texts} Texts */

/** Until a word is complete, the box holds parts of it that only the input method understands. */
const COMPOSITION = { from: 'compositionstart', until: 'compositionend' };

/**
 * A search box that searches while the user types, but not during the composition of an input method (IME).
 * @param {object} options
 * @param {Texts} options.texts
 * @param {string} options.value
 * @param {(search: string) => void} options.onSearch
 */
export function searchBox({ texts, value, onSearch }) {
  const onInput = (/** @type {Event} */ event) => {
    if (/** @type {Partial<InputEvent>} */ (event).isComposing) return;
    onSearch(/** @type {HTMLInputElement} */ (event.target).value);
  };
  return html`<input
    class="input search"
    part="search"
    type="search"
    autocomplete="off"
    spellcheck="false"
    aria-label=${texts.say('search')}
    placeholder=${texts.say('search')}
    ${typedValue(value, COMPOSITION)}
    @input=${onInput}
    @compositionend=${onInput}
  />`;
}
