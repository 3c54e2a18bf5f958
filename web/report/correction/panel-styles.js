import panel from './panel.css?inline';

/** The style sheet of the panel in each window, as those of another one have no effect. @type {WeakMap<Window, CSSStyleSheet>} */
const sheets = new WeakMap();

/**
 * Gives a shadow root the styles of the panel, which come later than those of the element.
 * @param {DocumentFragment | HTMLElement} root
 */
export function adoptPanelStyles(root) {
  const view = root.ownerDocument.defaultView;
  if (!view || !('adoptedStyleSheets' in root)) return;
  const { adoptedStyleSheets } = /** @type {ShadowRoot} */ (root);
  const sheet = sheets.get(view) ?? new view.CSSStyleSheet();
  if (!sheets.has(view)) {
    sheets.set(view, sheet);
    sheet.replaceSync(panel);
  }
  if (!adoptedStyleSheets.includes(sheet)) {
    /** @type {ShadowRoot} */ (root).adoptedStyleSheets = [...adoptedStyleSheets, sheet];
  }
}
