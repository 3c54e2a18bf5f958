/** Moves the focus to a heading when a render removes the focused element, so that keyboard users keep their place. */
export class FocusKeeper {
  #host;
  #report;
  /** The report of the previous render. @type {unknown} */
  #drawn;
  /** @type {string | undefined} */
  #next;

  /**
   * @param {import('lit').LitElement} host
   * @param {() => unknown} report what is shown, if it is a report
   */
  constructor(host, report) {
    this.#host = host;
    this.#report = report;
    host.addController(this);
  }

  hostUpdate() {
    const report = this.#report();
    const isSameReport = report !== undefined && report === this.#drawn;
    this.#drawn = report;
    this.#next = this.#host.shadowRoot?.activeElement ? (isSameReport ? '#failures-title' : 'h2') : undefined;
  }

  hostUpdated() {
    if (!this.#next || this.#host.shadowRoot?.activeElement) return;
    /** @type {HTMLElement | null} */ (this.#host.renderRoot.querySelector(this.#next))?.focus();
  }
}
