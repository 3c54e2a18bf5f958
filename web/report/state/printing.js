/** Whether the report is being printed. All rows are rendered then, before the browser lays out the printed pages. */
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
    // Renders synchronously, because the browser does not wait for Lit's microtask. `performUpdate` is a protected method.
    /** @type {{ performUpdate(): void }} */ (/** @type {unknown} */ (this.#host)).performUpdate();
  };
}
