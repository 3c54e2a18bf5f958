import { html, nothing } from 'lit';
import { icons } from './icons.js';

/** @typedef {import('../texts/texts.js').Texts} Texts */
/** @typedef {import('../state/report-explorer.js').ReportExplorer} ReportExplorer */
/** @typedef {import('../export/exporter.js').Exporter} Exporter */
/** @typedef {import('../export/exporter.js').ExportFormat} ExportFormat */

/** @type {readonly ExportFormat[]} */
const FORMATS = ['spreadsheet', 'xlsx', 'csv', 'json'];

/** @param {Event} event */
const menuOf = ({ currentTarget }) => /** @type {HTMLDetailsElement} */ (currentTarget);

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (event.key !== 'Escape' || !menuOf(event).open) return;
  event.stopPropagation();
  menuOf(event).open = false;
  menuOf(event).querySelector('summary')?.focus();
}

/** Closes when the focus goes elsewhere; the panel takes it, so that pressing on its ground leaves it open. @param {FocusEvent} event */
function onFocusOut(event) {
  const menu = menuOf(event);
  const isInside = menu.contains(/** @type {Node | null} */ (event.relatedTarget));
  // Whoever turns to another window finds everything as it was.
  if (!isInside && document.hasFocus()) menu.open = false;
}

/**
 * Which rows a file holds: asked only where it makes a difference.
 * @param {Texts} texts
 * @param {ReportExplorer} explorer
 * @param {Exporter} exporter
 */
function scopeChoice(texts, explorer, exporter) {
  if (!explorer.query.isFiltered) return nothing;
  const choice = (/** @type {'all' | 'shown'} */ scope, /** @type {number} */ count) =>
    html`<label class="choice">
      <input
        type="radio"
        name="scope"
        .checked=${exporter.scope === scope}
        @change=${() => exporter.choose(scope)}
      />
      ${texts.say(`export.${scope}`, { count })}
    </label>`;
  return html`<fieldset>
    <legend>${texts.say('export.scope')}</legend>
    ${choice('all', explorer.report.failInfoList.length)} ${choice('shown', explorer.view.length)}
  </fieldset>`;
}

/**
 * @param {object} options
 * @param {Texts} options.texts
 * @param {ReportExplorer} options.explorer
 * @param {Exporter} options.exporter
 */
export function exportMenu({ texts, explorer, exporter }) {
  const item = (/** @type {ExportFormat | 'print'} */ name, /** @type {() => void} */ onClick) =>
    html`<li>
      <button class="menu-item" type="button" @click=${onClick}>
        <strong>${texts.say(`export.${name}`)}</strong><span>${texts.say(`export.${name}.hint`)}</span>
      </button>
    </li>`;
  return html`<details class="menu" part="export" @keydown=${onKey} @focusout=${onFocusOut}>
    <summary class="button">${icons.download}${texts.say('export')}</summary>
    <div class="menu-panel" part="export-panel" tabindex="-1">
      ${scopeChoice(texts, explorer, exporter)}
      <ul>
        ${FORMATS.map((format) => item(format, () => exporter.run(format, explorer, texts)))}
        ${item('print', () => print())}
      </ul>
    </div>
  </details>`;
}
