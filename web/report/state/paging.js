/** Rows on each page in the paged mode. */
export const PAGE_SIZE = 100;

/** The mode of the table, scrolling or paged, and the current page. */
export class Paging {
  /** @type {'scroll' | 'pages'} */
  mode = 'scroll';
  /** 0-based. */
  page = 0;
  #announcer;
  #rowCount;
  #listeners;

  /**
   * @param {import('./announcer.js').Announcer} announcer
   * @param {() => number} rowCount the current number of rows
   * @param {object} listeners
   * @param {() => void} listeners.onMode called after a change of the mode
   * @param {() => void} listeners.onPage called after a change of the page
   */
  constructor(announcer, rowCount, listeners) {
    this.#announcer = announcer;
    this.#rowCount = rowCount;
    this.#listeners = listeners;
  }

  get pages() {
    return Math.max(1, Math.ceil(this.#rowCount() / PAGE_SIZE));
  }

  /** The rows of the current page. @returns {{ first: number, end: number }} `end` is exclusive */
  get range() {
    const first = this.page * PAGE_SIZE;
    return { first, end: Math.min(first + PAGE_SIZE, this.#rowCount()) };
  }

  /** @param {'scroll' | 'pages'} mode */
  setMode(mode) {
    this.mode = mode;
    this.#listeners.onMode();
    if (mode === 'pages') this.#announcePage();
  }

  /** @param {number} page 0-based */
  goToPage(page) {
    this.page = Math.min(Math.max(0, page), this.pages - 1);
    this.#announcePage();
    this.#listeners.onPage();
  }

  /** @param {number} index of a row */
  goToPageOf(index) {
    this.page = Math.floor(index / PAGE_SIZE);
  }

  #announcePage() {
    const place = { page: this.page + 1, pages: this.pages };
    this.#announcer.announceAfterRows((texts) => texts.say('page.of', place));
  }
}
