/** The row with the keyboard focus (roving tabindex). */
export class RowCursor {
  /** Its index in the view. */
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
   * Focuses a row, scrolling to it or turning the page if needed.
   * @param {number} index in the view
   */
  async focus(index) {
    this.index = index;
    const isScrolling = this.#paging.mode === 'scroll';
    if (isScrolling) this.#rowWindow.reveal(index);
    else this.#paging.goToPageOf(index);
    const row = await this.#drawn(index);
    row?.querySelector('input')?.focus({ preventScroll: isScrolling });
    // The row is now visible inside the table's scroll area, but that area may be outside the viewport.
    if (isScrolling) row?.closest('.table-frame')?.scrollIntoView({ block: 'nearest' });
  }

  /** Moves to the first row of the page without moving the focus. */
  async goToPageStart() {
    this.index = this.#paging.range.first;
    (await this.#drawn(this.index))?.scrollIntoView({ block: 'nearest' });
  }

  /**
   * The element of a row, if it is rendered.
   * @param {number} index in the view
   */
  async #drawn(index) {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    return this.#host.renderRoot.querySelector(`tr[data-index="${index}"]`);
  }
}
