/** How long a box must rest after the finger was lifted to be done with gliding, in milliseconds. */
const REST = 150;

/** Tells whether a finger scrolls a box, the glide after it was lifted included. */
export class TouchScroll {
  /** Whether a finger scrolls, or the box still glides. */
  isActive = false;
  #isDown = false;
  #listeners;
  /** @type {HTMLElement | undefined} */
  #box;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #resting;

  /**
   * @param {object} listeners
   * @param {() => void} listeners.onBegin called when a finger is put down
   * @param {() => void} listeners.onEnd called when the box rests
   */
  constructor(listeners) {
    this.#listeners = listeners;
  }

  /** @param {HTMLElement | undefined} box to listen to, instead of the previous one */
  attach(box) {
    for (const [name, listener] of this.#events) this.#box?.removeEventListener(name, listener);
    this.#box = box;
    for (const [name, listener] of this.#events) box?.addEventListener(name, listener, { passive: true });
    this.stop();
  }

  /** Takes no further movement of the box for that of a finger, until one is put down again. */
  stop() {
    clearTimeout(this.#resting);
    this.isActive = false;
    this.#isDown = false;
  }

  #onStart = (/** @type {Event} */ event) => {
    if (this.#isOnScrollBar(event)) return;
    clearTimeout(this.#resting);
    this.#listeners.onBegin();
    this.isActive = true;
    this.#isDown = true;
  };

  #onLift = (/** @type {Event} */ event) => {
    this.#isDown = 'touches' in event && /** @type {TouchEvent} */ (event).touches.length > 0;
    this.#onMove();
  };

  #onMove = () => {
    if (!this.isActive || this.#isDown) return;
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      this.stop();
      this.#listeners.onEnd();
    }, REST);
  };

  /** @type {readonly (readonly [string, (event: Event) => void])[]} */
  #events = [
    ['touchstart', this.#onStart],
    ['touchend', this.#onLift],
    ['touchcancel', this.#onLift],
    ['scroll', this.#onMove],
  ];

  /** A finger on the scroll bar moves that, not the rows. @param {Event} event */
  #isOnScrollBar(event) {
    const box = this.#box;
    const touch = 'touches' in event ? /** @type {TouchEvent} */ (event).touches[0] : undefined;
    if (!box || !touch) return false;
    return touch.clientX - box.getBoundingClientRect().left - box.clientLeft >= box.clientWidth;
  }
}
