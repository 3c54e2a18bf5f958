/** @typedef {import('./page.js').WebKitPage} WebKitPage */

/** An object that is kept in a page: the part of puppeteer's JSHandle and ElementHandle that the tests use. */
export class Handle {
  /**
   * @param {WebKitPage} page
   * @param {{ kept: number, isNode: boolean, value?: unknown }} place
   */
  constructor(page, { kept, isNode, value }) {
    this.page = page;
    this.kept = kept;
    this.isNode = isNode;
    this.value = value;
  }

  asElement() {
    return this.isNode ? this : null;
  }

  async jsonValue() {
    return this.value;
  }

  async dispose() {}

  /** @param {Function} work @param {...unknown} args */
  evaluate(work, ...args) {
    return this.page.evaluate(work, this, ...args);
  }

  /** @param {string} selector */
  $(selector) {
    return this.page.find(selector, this);
  }

  /** @param {string} selector @param {Function} work @param {...unknown} args */
  async $eval(selector, work, ...args) {
    return (await this.page.need(selector, this)).evaluate(work, ...args);
  }

  focus() {
    return this.evaluate((/** @type {HTMLElement} */ element) => element.focus());
  }

  /** The middle of what can be seen of the element, once it is scrolled to. @returns {Promise<{ x: number, y: number }>} */
  async clickablePoint() {
    return this.evaluate(async (/** @type {Element} */ element) => {
      const isSeen = ({ left, top, right, bottom } = element.getBoundingClientRect()) =>
        left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
      if (!isSeen()) element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
      const [box] = element.getClientRects();
      if (!box) throw new Error('the element is not displayed, so it cannot be clicked');
      const middle = (/** @type {number} */ from, /** @type {number} */ to, /** @type {number} */ limit) =>
        (Math.max(from, 0) + Math.min(to, limit)) / 2;
      return { x: middle(box.left, box.right, innerWidth), y: middle(box.top, box.bottom, innerHeight) };
    });
  }

  async hover() {
    const { x, y } = await this.clickablePoint();
    await this.page.mouse.move(x, y);
  }

  /** @param {{ count?: number }} [options] */
  async click(options) {
    const { x, y } = await this.clickablePoint();
    await this.page.mouse.click(x, y, options);
  }

  /** @param {string} text */
  async type(text) {
    await this.focus();
    await this.page.keyboard.type(text);
  }

  /** @param {string} key */
  async press(key) {
    await this.focus();
    await this.page.keyboard.press(key);
  }

  /** @param {...string} paths */
  uploadFile(...paths) {
    return this.page.chooseFiles(this, paths);
  }
}
