import shared from './file-panel.css?inline';

/** The style sheets in each window, as those of another one have no effect. @type {WeakMap<Window, Map<string, CSSStyleSheet>>} */
const sheets = new WeakMap();

/**
 * Gives a shadow root the styles of a panel, which come later than those of the element.
 * @param {DocumentFragment | HTMLElement} root
 * @param {string} own what the panel has beside the styles of all panels
 */
export function adoptPanelStyles(root, own) {
  const view = root.ownerDocument.defaultView;
  if (!view || !('adoptedStyleSheets' in root)) return;
  const shadow = /** @type {ShadowRoot} */ (root);
  const known = sheets.get(view) ?? new Map();
  sheets.set(view, known);
  for (const text of [shared, own]) {
    const sheet = known.get(text) ?? new view.CSSStyleSheet();
    if (!known.has(text)) sheet.replaceSync(text);
    known.set(text, sheet);
    if (!shadow.adoptedStyleSheets.includes(sheet))
      shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
  }
}
