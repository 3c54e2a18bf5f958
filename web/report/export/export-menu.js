import { html } from 'lit';
import { icons } from '../controls/icons.js';

/** @typedef {import('../state/report-explorer.js').ReportExplorer} ReportExplorer */
/** @typedef {import('../texts/texts.js').Texts} Texts */

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
 * The button that opens the choice of exports.
 * @param {Texts} texts
 * @param {ReportExplorer} explorer
 * @param {import('./late-exports.js').LateExports} fileExports
 */
export function exportMenu(texts, explorer, fileExports) {
  // On the click, which comes before the menu opens: what is loaded is there for the next key.
  const onClick = async (/** @type {Event} */ { currentTarget }) => {
    const menu = /** @type {HTMLDetailsElement} */ (/** @type {Element} */ (currentTarget).parentElement);
    if (!menu.open && !(await fileExports.open())) menu.open = false;
  };
  return html`<details class="menu" part="export" @keydown=${onKey} @focusout=${onFocusOut}>
    <summary class="button" @click=${onClick}>${icons.download}${texts.say('export')}</summary>
    ${fileExports.items(texts, explorer)}
  </details>`;
}
