/**
 * @param {string} text
 * @param {import('lit').LitElement} host
 * @returns {Promise<boolean>} false when the browser forbids it
 */
export async function copyToClipboard(text, host) {
  try {
    const { navigator } = host.ownerDocument.defaultView ?? globalThis;
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text, host);
  }
}

/**
 * Copies where there is no Clipboard API, as on plain http, or where it is not permitted, as in frames without
 * `allow="clipboard-write"`. The command is deprecated, but the only way there.
 * @param {string} text
 * @param {import('lit').LitElement} host
 */
function copyByCommand(text, { ownerDocument, renderRoot }) {
  const focused = /** @type {HTMLElement | null} */ (/** @type {ShadowRoot} */ (renderRoot).activeElement);
  // Browsers copy only if something is selected. In the shadow tree it can be, also in a modal dialog.
  const box = ownerDocument.createElement('textarea');
  box.className = 'visually-hidden';
  box.value = '.';
  const give = (/** @type {ClipboardEvent} */ event) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  renderRoot.append(box);
  ownerDocument.addEventListener('copy', give, { capture: true });
  try {
    box.focus({ preventScroll: true });
    box.select();
    return ownerDocument.execCommand('copy');
  } finally {
    ownerDocument.removeEventListener('copy', give, { capture: true });
    box.remove();
    focused?.focus({ preventScroll: true });
  }
}
