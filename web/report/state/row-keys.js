/** @typedef {import('./report-explorer.js').ReportExplorer} ReportExplorer */

/**
 * Keyboard navigation of the table, which is a single tab stop. Arrow and page keys, Home and End move the focus between
 * rows; with Shift they also extend the selection.
 * @param {ReportExplorer} explorer
 * @param {KeyboardEvent} event
 */
export function onRowKey(explorer, event) {
  const box = /** @type {HTMLElement} */ (event.target);
  const row = box.matches('input') ? box.closest('tr') : null;
  if (!row || event.altKey) return;
  if (event.ctrlKey || event.metaKey) return onCommand(explorer, event);
  const index = Number(row.dataset.index);
  const target = targetOf(explorer, index, event.key);
  if (target === undefined) return;
  event.preventDefault();
  if (event.shiftKey) explorer.selection.chooseBetween(index, target);
  void explorer.cursor.focus(target);
}

/**
 * @param {ReportExplorer} explorer
 * @param {KeyboardEvent} event
 */
function onCommand(explorer, event) {
  const key = event.key.toLowerCase();
  if (key === 'a') explorer.selection.chooseAll(true);
  else if (key === 'c' && explorer.selection.size > 0) void explorer.selection.copy();
  else return;
  event.preventDefault();
}

/**
 * @param {ReportExplorer} explorer
 * @param {number} index
 * @param {string} key
 * @returns {number | undefined} the row that a key leads to
 */
function targetOf(explorer, index, key) {
  const last = explorer.rows.count - 1;
  const screen = explorer.rowWindow.rowsPerScreen;
  /** @type {Record<string, number>} */
  const targets = {
    ArrowUp: index - 1,
    ArrowDown: index + 1,
    PageUp: index - screen,
    PageDown: index + screen,
    Home: 0,
    End: last,
  };
  const target = targets[key];
  return target === undefined ? undefined : Math.min(Math.max(0, target), last);
}
