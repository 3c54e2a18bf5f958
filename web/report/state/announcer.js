/** @typedef {import('../texts/texts.js').Texts} Texts */

/** How long a notice stays in sight, in milliseconds. */
const NOTICE_TIME = 6000;

/** The element's one live region: what it says, and whether everybody is to see it or only a screen reader reads it. */
export class Announcer {
  text = '';
  /** Whether the text is shown, too. */
  isNotice = false;
  #host;
  #texts;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #noticeTimer;

  /**
   * @param {import('lit').ReactiveControllerHost} host
   * @param {() => Texts} texts in the locale of the moment
   */
  constructor(host, texts) {
    this.#host = host;
    this.#texts = texts;
  }

  /** Says something to screen readers, again where it is what was said last. @param {(texts: Texts) => string} compose */
  announce(compose) {
    const text = compose(this.#texts());
    // The same words twice would not be read twice: the no-break space makes them differ.
    this.#say(text === this.text ? `${text}\u00a0` : text, false);
  }

  /** Shows something to everybody for a while, and says it. @param {(texts: Texts) => string} compose */
  notify(compose) {
    this.announce(compose);
    this.isNotice = true;
    this.#noticeTimer = setTimeout(() => this.#say(this.text, false), NOTICE_TIME);
  }

  /** Says how something goes on: nothing while the words stay the same. @param {(texts: Texts) => string} compose */
  update(compose) {
    this.#say(compose(this.#texts()), false);
  }

  /**
   * @param {string} text
   * @param {boolean} isNotice
   */
  #say(text, isNotice) {
    clearTimeout(this.#noticeTimer);
    this.text = text;
    this.isNotice = isNotice;
    this.#host.requestUpdate();
  }
}
