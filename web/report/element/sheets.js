import { adoptStyles, unsafeCSS } from 'lit';
import { registerProperties } from './custom-properties.js';

/**
 * Style sheets for shadow roots. They belong to a window: those of another document's have no effect.
 * @param {readonly string[]} texts
 * @returns {(root: ShadowRoot) => void} gives a shadow root its styles
 */
export function sheetsOf(texts) {
  const shared = texts.map((text) => unsafeCSS(text));
  return (root) => {
    const view = root.ownerDocument.defaultView;
    if (!view || view === globalThis.window) return adoptStyles(root, shared);
    registerProperties(view);
    root.adoptedStyleSheets = texts.map((text) => {
      const sheet = new view.CSSStyleSheet();
      sheet.replaceSync(text);
      return sheet;
    });
  };
}
