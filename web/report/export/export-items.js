import { html, nothing } from 'lit';

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
 * What the menu of exports holds.
 * @param {object} options
 * @param {Texts} options.texts
 * @param {readonly ExportItem[]} options.items
 * @param {ScopeChoice} [options.scope]
 */
export function exportItems({ texts, items, scope }) {
  const item = (/** @type {ExportItem} */ { label, hint, onClick }) =>
    html`<li>
      <button class="menu-item" type="button" @click=${onClick}>
        <strong>${texts.say(label)}</strong><span>${texts.say(hint)}</span>
      </button>
    </li>`;
  return html`<div class="menu-panel" part="export-panel" tabindex="-1">
    ${scope ? scopeChoice(texts, scope) : nothing}
    <ul>
      ${items.map(item)}
    </ul>
  </div>`;
}
