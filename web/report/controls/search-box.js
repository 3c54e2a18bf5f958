import { html } from 'lit';
import { live } from 'lit/directives/live.js';

/** @typedef {import('../texts/texts.js').Texts} Texts */
/** @typedef {import('../state/report-explorer.js').ReportExplorer} ReportExplorer */

/**
 * Searches while typing, but not for the unfinished letters of an input method.
 * @param {Texts} texts
 * @param {ReportExplorer} explorer
 */
export function searchBox(texts, explorer) {
  const onInput = (/** @type {Event} */ event) => {
    if (event instanceof InputEvent && event.isComposing) return;
    explorer.typeSearch(/** @type {HTMLInputElement} */ (event.target).value);
  };
  return html`<input
    class="input search"
    part="search"
    type="search"
    autocomplete="off"
    spellcheck="false"
    aria-label=${texts.say('search')}
    placeholder=${texts.say('search')}
    .value=${live(explorer.typed)}
    @input=${onInput}
    @compositionend=${onInput}
  />`;
}
