/** The row that the keyboard is on. */
export class RowCursor {
  /** Its place in the view. */
  index = 0;
  #host;
  #paging;
  #rowWindow;

  /**
   * @param {import('lit').LitElement} host
   * @param {import('./paging.js').Paging} paging
   * @param {import('../scrolling/row-window.js').RowWindow} rowWindow
   */
  constructor(host, paging, rowWindow) {
    this.#host = host;
    this.#paging = paging;
    this.#rowWindow = rowWindow;
  }

  /**
   * Brings the focus to a row, wherever it is.
   * @param {number} index place in the view
   */
  async focus(index) {
    this.index = index;
    const isScrolling = this.#paging.mode === 'scroll';
    if (isScrolling) this.#rowWindow.reveal(index);
    else this.#paging.goToPageOf(index);
    const row = await this.#drawn(index);
    row?.querySelector('input')?.focus({ preventScroll: isScrolling });
    // The row is in sight within the frame; the frame itself may not be.
    if (isScrolling) row?.closest('.table-frame')?.scrollIntoView({ block: 'nearest' });
  }

  /** Goes to the first row of the page, and leaves the focus where it is. */
  async goToPageStart() {
    this.index = this.#paging.range.first;
    (await this.#drawn(this.index))?.scrollIntoView({ block: 'nearest' });
  }

  /**
   * A row of the table, when it is drawn.
   * @param {number} index place in the view
   */
  async #drawn(index) {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    return this.#host.renderRoot.querySelector(`tr[data-index="${index}"]`);
  }
}
