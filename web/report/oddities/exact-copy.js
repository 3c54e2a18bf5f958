/**
 * Puts the exact text on the clipboard where odd characters are selected: browsers make others of some, such as a blank of a
 * no-break space. Cells are separated by tabs and rows by line feeds, as browsers do. Any other selection is left to the browser.
 * @param {ClipboardEvent} event in the shadow tree of the element
 */
export function copyExactly(event) {
  const place = /** @type {Element} */ (event.currentTarget);
  const range = selectedIn(/** @type {ShadowRoot} */ (place.getRootNode()));
  if (!range || !event.clipboardData || !place.contains(range.commonAncestorContainer)) return;
  const isOdd = [...place.querySelectorAll('.oddity')].some((odd) => range.intersectsNode(odd));
  if (!isOdd) return;
  event.clipboardData.setData('text/plain', exactText(range, place));
  event.preventDefault();
}

/**
 * @param {ShadowRoot} root
 * @returns {Range | undefined} undefined where the browser does not tell
 */
function selectedIn(root) {
  const selection = root.ownerDocument.getSelection();
  const [found] = selection?.getComposedRanges?.({ shadowRoots: [root] }) ?? [];
  if (!found || found.collapsed) return undefined;
  const range = root.ownerDocument.createRange();
  range.setStart(found.startContainer, found.startOffset);
  range.setEnd(found.endContainer, found.endOffset);
  return range;
}

/**
 * @param {Range} range
 * @param {Element} place
 */
function exactText(range, place) {
  const { commonAncestorContainer: common } = range;
  const isInOneText = (common instanceof Element ? common : common.parentElement)?.closest('bdi');
  if (isInOneText) return range.toString();
  const rows = [...place.querySelectorAll('tbody tr, li')].filter((row) => range.intersectsNode(row));
  return rows.map((row) => cellsOf(row, range).join('\t')).join('\n');
}

/**
 * The selected texts of a row.
 * @param {Element} row
 * @param {Range} range
 */
function cellsOf(row, range) {
  return [...row.querySelectorAll('td:not(.select), th, .reason-words')]
    .filter((cell) => range.intersectsNode(cell))
    .map((cell) => {
      const content = cell.querySelector('bdi') ?? cell;
      const part = cell.ownerDocument.createRange();
      part.selectNodeContents(content);
      if (content.contains(range.startContainer)) part.setStart(range.startContainer, range.startOffset);
      if (content.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset);
      return part.toString();
    });
}
