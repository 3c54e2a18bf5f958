import { LitElement } from 'lit';
import { keepTypedKeys } from './typed-keys.js';

/** An element that a portal may prepare before its module is loaded and move into another document, and that keeps what is typed in it. */
export class PortalElement extends LitElement {
  #isTakingOver = false;

  createRenderRoot() {
    const root = /** @type {ShadowRoot} */ (super.createRenderRoot());
    for (const type of /** @type {const} */ (['keydown', 'keypress', 'keyup'])) {
      root.addEventListener(type, keepTypedKeys);
    }
    this._adoptStyles(root);
    return root;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#takeOver();
  }

  /**
   * Gives the shadow root its styles, for the document that it is in.
   * @abstract
   * @param {ShadowRoot} root
   */
  _adoptStyles(root) {
    throw new Error(`${this.localName} has no styles for ${root}.`);
  }

  adoptedCallback() {
    if (this.shadowRoot) this._adoptStyles(this.shadowRoot);
  }

  shouldUpdate() {
    return !this.#isTakingOver;
  }

  /**
   * Takes over the properties that were set before the module was loaded. Lit does it in the first update, which may wait for
   * texts: too late for methods that are called at once, and over values that are newer.
   */
  #takeOver() {
    if (this.hasUpdated) return;
    this.#isTakingOver = true;
    this.performUpdate();
    this.#isTakingOver = false;
    this.requestUpdate();
  }
}
