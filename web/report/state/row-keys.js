/** @typedef {import('./report-explorer.js').ReportExplorer} ReportExplorer */

/**
 * The keyboard on the rows: one stop for Tab, then arrows, pages, Home and End; Shift chooses on the way.
 * @param {ReportExplorer} explorer
 * @param {KeyboardEvent} event
 */
export function onRowKey(explorer, event) {
  const box = /** @type {HTMLElement} */ (event.target);
  const row = box instanceof HTMLInputElement ? box.closest('tr') : null;
  if (!row || event.altKey) return;
  if (event.ctrlKey || event.metaKey) return onCommand(explorer, event);
  const target = targetOf(explorer, Number(row.dataset.index), event.key);
  if (target === undefined) return;
  event.preventDefault();
  if (event.shiftKey) explorer.select(target, true, true);
  explorer.focusRow(target);
}

/**
 * @param {ReportExplorer} explorer
 * @param {KeyboardEvent} event
 */
function onCommand(explorer, event) {
  const key = event.key.toLowerCase();
  if (key === 'a') explorer.selectAll(true);
  else if (key === 'c' && explorer.selection.size > 0) explorer.copySelection();
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
  const last = explorer.view.length - 1;
  const screen = explorer.rows.rowsPerScreen;
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
