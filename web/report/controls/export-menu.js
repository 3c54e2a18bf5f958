import { html, nothing } from 'lit';
import { icons } from './icons.js';

/** @typedef {import('../texts/texts.js').Texts} Texts */
/** @typedef {import('../texts/texts.js').TextKey} TextKey */

/**
 * The choice between exporting all rows and the filtered ones, offered while a filter is active.
 * @typedef {object} ScopeChoice
 * @property {string} [name] of the group of radio buttons; default: `scope`
 * @property {'all' | 'shown'} chosen
 * @property {{ all: number, shown: number }} counts rows of each
 * @property {(scope: 'all' | 'shown') => void} onChoose
 */

/** @typedef {{ label: TextKey, hint: TextKey, onClick: () => void }} ExportItem */

/** @param {Event} event */
const menuOf = ({ currentTarget }) => /** @type {HTMLDetailsElement} */ (currentTarget);

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (event.key !== 'Escape' || !menuOf(event).open) return;
  event.stopPropagation();
  // Otherwise a modal dialog around the element closes as well.
  event.preventDefault();
  menuOf(event).open = false;
  menuOf(event).querySelector('summary')?.focus();
}

/** Closes when the focus goes elsewhere; the panel is focusable, so that a click on its background leaves the menu open. @param {FocusEvent} event */
function onFocusOut(event) {
  const menu = menuOf(event);
  const isInside = menu.contains(/** @type {Node | null} */ (event.relatedTarget));
  // Switching to another window leaves the menu open.
  if (!isInside && menu.ownerDocument.hasFocus()) menu.open = false;
}

/**
 * @param {Texts} texts
 * @param {ScopeChoice} options
 */
export function scopeChoice(texts, { name = 'scope', chosen, counts, onChoose }) {
  const choice = (/** @type {'all' | 'shown'} */ scope) =>
    html`<label class="choice">
      <input type="radio" name=${name} .checked=${chosen === scope} @change=${() => onChoose(scope)} />
      ${texts.say(`export.${scope}`, { count: counts[scope] })}
    </label>`;
  return html`<fieldset>
    <legend>${texts.say('export.scope')}</legend>
    ${choice('all')} ${choice('shown')}
  </fieldset>`;
}

/**
 * @param {object} options
 * @param {Texts} options.texts
 * @param {readonly ExportItem[]} options.items
 * @param {ScopeChoice} [options.scope]
 */
export function exportMenu({ texts, items, scope }) {
  const item = (/** @type {ExportItem} */ { label, hint, onClick }) =>
    html`<li>
      <button class="menu-item" type="button" @click=${onClick}>
        <strong>${texts.say(label)}</strong><span>${texts.say(hint)}</span>
      </button>
    </li>`;
  return html`<details class="menu" part="export" @keydown=${onKey} @focusout=${onFocusOut}>
    <summary class="button">${icons.download}${texts.say('export')}</summary>
    <div class="menu-panel" part="export-panel" tabindex="-1">
      ${scope ? scopeChoice(texts, scope) : nothing}
      <ul>
        ${items.map(item)}
      </ul>
    </div>
  </details>`;
}
