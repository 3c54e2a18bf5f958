import { adoptStyles as adoptShared, unsafeCSS } from 'lit';
import tokens from './tokens.css?inline';
import controls from '../controls/controls.css?inline';
import layout from './report-display.css?inline';
import panels from '../views/panels.css?inline';
import summary from '../views/summary-view.css?inline';
import reasons from '../views/reasons-view.css?inline';
import failures from '../views/failures-view.css?inline';
import table from '../views/failure-table.css?inline';
import menu from '../controls/export-menu.css?inline';
import paper from './print.css?inline';
import { registerProperties } from '../element/custom-properties.js';

/** The style sheets of the shadow root. Each file is in the same folder as the view or control that it styles. */
const styles = [tokens, controls, layout, panels, summary, reasons, failures, table, menu, paper].map(
  (text) => unsafeCSS(text),
);

/**
 * Gives a shadow root its styles. Style sheets belong to a window: those of another document's have no effect.
 * @param {ShadowRoot} root
 */
export function adoptStyles(root) {
  const view = root.ownerDocument.defaultView;
  if (!view || view === globalThis.window) return adoptShared(root, styles);
  registerProperties(view);
  root.adoptedStyleSheets = styles.map(({ cssText }) => {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(cssText);
    return sheet;
  });
}
