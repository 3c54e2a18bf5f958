/** @typedef {import('../texts/texts.js').Texts} Texts */

/** How long a notice is visible, in milliseconds. */
const NOTICE_TIME = 6000;

/**
 * How long an announcement waits for screen readers to take in changed rows, in milliseconds. Orca drops what a live region
 * says within a flood of other changes.
 */
const ROWS_TIME = 500;

/** The text of the element's ARIA live region, which is either announced by screen readers only or also shown as a notice. */
export class Announcer {
  text = '';
  /** Whether the text is also visible. */
  isNotice = false;
  /** What is announced some time after the next render, unless something else is announced before. @type {((texts: Texts) => string) | undefined} */
  #waiting;
  #host;
  #texts;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {import('lit').ReactiveControllerHost} host
   * @param {() => Texts} texts in the locale of the moment
   */
  constructor(host, texts) {
    this.#host = host;
    this.#texts = texts;
  }

  /** Announces a text to screen readers, also if it equals the last one. @param {(texts: Texts) => string} compose */
  announce(compose) {
    const text = compose(this.#texts());
    // Screen readers ignore an unchanged text, so a no-break space is appended to make it differ.
    this.#say(text === this.text ? `${text}\u00a0` : text, false);
  }

  /** Announces a text that goes with a change of the table's rows, shortly after it. @param {(texts: Texts) => string} compose */
  async announceAfterRows(compose) {
    clearTimeout(this.#timer);
    this.#waiting = compose;
    await this.#host.updateComplete;
    if (this.#waiting === compose) this.#timer = setTimeout(() => this.announce(compose), ROWS_TIME);
  }

  /** Shows a notice for a while and announces it to screen readers. @param {(texts: Texts) => string} compose */
  notify(compose) {
    this.announce(compose);
    this.isNotice = true;
    this.#timer = setTimeout(() => this.#say(this.text, false), NOTICE_TIME);
  }

  /** Announces progress to screen readers, but not if the text is unchanged. @param {(texts: Texts) => string} compose */
  update(compose) {
    this.#say(compose(this.#texts()), false);
  }

  /**
   * @param {string} text
   * @param {boolean} isNotice
   */
  #say(text, isNotice) {
    clearTimeout(this.#timer);
    this.#waiting = undefined;
    this.text = text;
    this.isNotice = isNotice;
    this.#host.requestUpdate();
  }
}
