import { keyCode } from './keys.js';

/** @typedef {(actions: object[]) => Promise<unknown>} Perform performs WebDriver's actions in the page's window */

/** The part of puppeteer's Keyboard that the tests use. */
export class Keyboard {
  #perform;

  /** @param {Perform} perform */
  constructor(perform) {
    this.#perform = perform;
  }

  /** @param {object[]} actions */
  #keys(actions) {
    return this.#perform([{ type: 'key', id: 'keyboard', actions }]);
  }

  /** @param {string} key */
  down(key) {
    return this.#keys([{ type: 'keyDown', value: keyCode(key) }]);
  }

  /** @param {string} key */
  up(key) {
    return this.#keys([{ type: 'keyUp', value: keyCode(key) }]);
  }

  /** @param {string} key */
  press(key) {
    return this.type([key]);
  }

  /** @param {Iterable<string>} text its characters, or the names of keys */
  type(text) {
    return this.#keys(
      [...text].map(keyCode).flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]),
    );
  }
}

/** The part of puppeteer's Mouse that the tests use. */
export class Mouse {
  #perform;
  #at = { x: 0, y: 0 };

  /** @param {Perform} perform */
  constructor(perform) {
    this.#perform = perform;
  }

  /** @param {object[]} actions */
  #pointer(actions) {
    return this.#perform([{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }]);
  }

  /** @param {number} x @param {number} y */
  move(x, y) {
    this.#at = { x: Math.floor(x), y: Math.floor(y) };
    return this.#pointer([{ type: 'pointerMove', duration: 0, ...this.#at }]);
  }

  down() {
    return this.#pointer([{ type: 'pointerDown', button: 0 }]);
  }

  up() {
    return this.#pointer([{ type: 'pointerUp', button: 0 }]);
  }

  /** @param {number} x @param {number} y @param {{ count?: number }} [options] */
  async click(x, y, { count = 1 } = {}) {
    await this.move(x, y);
    for (let n = 0; n < count; n += 1) {
      await this.down();
      await this.up();
    }
  }

  /** @param {{ deltaX?: number, deltaY?: number }} distance */
  wheel({ deltaX = 0, deltaY = 0 }) {
    const scroll = { type: 'scroll', duration: 0, ...this.#at, deltaX, deltaY };
    return this.#perform([{ type: 'wheel', id: 'wheel', actions: [scroll] }]);
  }
}
