/** Whether the report is being printed. All rows are rendered then, before the browser lays out the printed pages. */
export class Printing {
  isPrinting = false;
  #host;
  /** The window that the element is in: that of the page, or of a frame it was moved to. @type {Window | null} */
  #window = null;

  /** @param {import('lit').LitElement} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    this.#window = this.#host.ownerDocument.defaultView;
    this.#window?.addEventListener('beforeprint', this.#onPrint);
    this.#window?.addEventListener('afterprint', this.#onPrint);
  }

  hostDisconnected() {
    this.#window?.removeEventListener('beforeprint', this.#onPrint);
    this.#window?.removeEventListener('afterprint', this.#onPrint);
  }

  print() {
    this.#window?.print();
  }

  /** @param {Event} event */
  #onPrint = ({ type }) => {
    this.isPrinting = type === 'beforeprint';
    this.#host.requestUpdate();
    // Renders synchronously, because the browser does not wait for Lit's microtask. `performUpdate` is a protected method.
    /** @type {{ performUpdate(): void }} */ (/** @type {unknown} */ (this.#host)).performUpdate();
  };
}
