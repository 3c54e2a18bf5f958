/** Keys that type nothing into a text box and do not move in it. */
const OTHERS = /^(?:Escape|Tab|F\d+|Control|Shift|Alt|AltGraph|Meta|CapsLock|ContextMenu)$/;

/**
 * Keeps the keys that are typed into a text box from the portal. Its shortcuts pass over text boxes, but outside the shadow
 * tree each event comes from the element, which is none.
 * @param {Event} event
 */
export function keepTypedKeys(event) {
  const box = /** @type {Element} */ (event.target);
  const isTextBox = box.matches('input:not([type=checkbox], [type=radio])');
  if (isTextBox && isTyped(/** @type {KeyboardEvent} */ (event))) event.stopPropagation();
}

/** @param {KeyboardEvent} event */
function isTyped(event) {
  // On Windows, AltGr is Ctrl and Alt at once.
  const isChord = (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState('AltGraph');
  return event.isComposing || !(isChord || OTHERS.test(event.key));
}
