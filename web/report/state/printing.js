/** Whether the report is being printed. Paper has no scroll bar: all rows are drawn before the browser lays the pages out. */
export class Printing {
  isPrinting = false;
  #host;

  /** @param {import('lit').LitElement} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    addEventListener('beforeprint', this.#onPrint);
    addEventListener('afterprint', this.#onPrint);
  }

  hostDisconnected() {
    removeEventListener('beforeprint', this.#onPrint);
    removeEventListener('afterprint', this.#onPrint);
  }

  /** @param {Event} event */
  #onPrint = ({ type }) => {
    this.isPrinting = type === 'beforeprint';
    this.#host.requestUpdate();
    // The browser does not wait for the microtask in which Lit would draw. `performUpdate` is protected, for subclasses.
    /** @type {{ performUpdate(): void }} */ (/** @type {unknown} */ (this.#host)).performUpdate();
  };
}
