import { unsafeCSS } from 'lit';
import tokens from './tokens.css?inline';
import controls from './controls/controls.css?inline';
import layout from './koodrive-import-report.css?inline';
import panels from './views/panels.css?inline';
import summary from './views/summary-view.css?inline';
import reasons from './views/reasons-view.css?inline';
import failures from './views/failures-view.css?inline';
import oddities from './oddities/oddities.css?inline';
import table from './views/failure-table.css?inline';
import menu from './controls/export-menu.css?inline';
import paper from './print.css?inline';

/** The style sheets of the shadow root. Each file is in the same folder as the view or control that it styles. */
export const styles = [
  tokens,
  controls,
  layout,
  panels,
  summary,
  reasons,
  failures,
  table,
  oddities,
  menu,
  paper,
].map((text) => unsafeCSS(text));

/**
 * Registers the custom property that the sizes are multiples of, once for each window.
 * @param {typeof globalThis} view
 */
export function registerProperties({ CSS }) {
  try {
    // Registered as a <length>, it is computed once at the element's root and inherited as pixels; unregistered, an `em` in it would be resolved anew at each font size.
    CSS.registerProperty({
      name: '--koodrive-rem',
      syntax: '<length>',
      inherits: true,
      initialValue: '16px',
    });
  } catch {
    // Registered before, by another version of this module or when an element came first.
  }
}

/**
 * Gives a shadow root its styles anew: those of another document's window have no effect.
 * @param {ShadowRoot} root
 */
export function adoptStyles(root) {
  const view = root.ownerDocument.defaultView;
  if (!view) return;
  registerProperties(view);
  root.adoptedStyleSheets = styles.map(({ cssText }) => {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(cssText);
    return sheet;
  });
}
