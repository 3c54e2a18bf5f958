import { noChange } from 'lit';
import { Directive, directive } from 'lit/directive.js';

/**
 * The events of a field between which its text is the user's, such as the composition of an input method (IME).
 * @typedef {{ from: string, until: string }} Typing
 */

class TypedValue extends Directive {
  /** @type {HTMLInputElement | undefined} */
  #field;
  #isListening = false;
  #isTyping = false;

  /**
   * @param {import('lit/directive.js').ElementPart} part
   * @param {[string, Typing]} args
   */
  update(part, args) {
    this.#field = /** @type {HTMLInputElement} */ (part.element);
    return this.render(...args);
  }

  /**
   * @param {string} value
   * @param {Typing} typing
   */
  render(value, typing) {
    if (!this.#field) return noChange;
    this.#listen(this.#field, typing);
    if (!this.#isTyping && this.#field.value !== value) this.#field.value = value;
    return noChange;
  }

  /**
   * @param {HTMLInputElement} field
   * @param {Typing} typing
   */
  #listen(field, { from, until }) {
    if (this.#isListening) return;
    this.#isListening = true;
    field.addEventListener(from, () => (this.#isTyping = true));
    field.addEventListener(until, () => (this.#isTyping = false));
  }
}

/** The value of a text field, which is not written while the user types: every update of the element would wipe what is in it. */
export const typedValue = directive(TypedValue);
