/** The style sheets in each window, as those of another one have no effect. @type {WeakMap<Window, Map<string, CSSStyleSheet>>} */
const sheets = new WeakMap();

/**
 * Gives a shadow root styles that come later than those of the element.
 * @param {DocumentFragment | HTMLElement} root
 * @param {readonly string[]} texts of style sheets
 */
export function adoptLateStyles(root, texts) {
  const view = root.ownerDocument.defaultView;
  if (!view || !('adoptedStyleSheets' in root)) return;
  const shadow = /** @type {ShadowRoot} */ (root);
  const known = sheets.get(view) ?? new Map();
  sheets.set(view, known);
  for (const text of texts) {
    const sheet = known.get(text) ?? new view.CSSStyleSheet();
    if (!known.has(text)) sheet.replaceSync(text);
    known.set(text, sheet);
    if (!shadow.adoptedStyleSheets.includes(sheet))
      shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
  }
}
