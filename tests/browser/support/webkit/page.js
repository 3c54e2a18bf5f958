import { EventEmitter } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Handle } from './handle.js';
import { findAll, runInPage, tellConsole } from './in-page.js';
import { Keyboard, Mouse } from './input.js';
import { DriverError } from './session.js';

/** How long one command waits in the page for a condition, which a navigation would otherwise never end. */
const CONDITION_MS = 500;

/** For how long an answer to it is awaited. There is none if the page is left meanwhile and kept for the way back. */
const LONGEST_CONDITION_MS = 10_000;

let markers = 0;

/** The part of puppeteer's Page that the tests use, in a window of WebKit. */
export class WebKitPage extends EventEmitter {
  #session;
  #window;
  #onClose;
  #url = 'about:blank';
  /** What the browser calls this page in the events that it tells. */
  name = '';
  keyboard = new Keyboard((actions) => this.#perform(actions));
  mouse = new Mouse((actions) => this.#perform(actions));

  /**
   * @param {import('./session.js').Session} session
   * @param {string} window
   * @param {() => void} onClose
   */
  constructor(session, window, onClose) {
    super();
    this.#session = session;
    this.#window = window;
    this.#onClose = onClose;
  }

  async begin() {
    this.name = await this.ask('name');
    await this.evaluateOnNewDocument(tellConsole);
  }

  /** Passes on what the browser tells of this page. @param {string} event @param {Record<string, string>} values */
  tell(event, { type, text, message, stack, url, referer }) {
    if (event === 'console') this.emit('console', { type: () => type, text: () => text });
    else if (event === 'pageerror') this.emit('pageerror', Object.assign(new Error(message), { stack }));
    else if (event === 'request') this.emit('request', { url: () => url, headers: () => ({ referer }) });
    else this.emit(event);
  }

  /** @param {import('./session.js').Command} command */
  #command(command) {
    return this.#session.command(this.#window, command);
  }

  /** @param {object[]} actions */
  #perform(actions) {
    return this.#command({ path: '/actions', body: { actions } });
  }

  /** Asks the program around the page. @param {string} command @param {...string} args */
  ask(command, ...args) {
    return this.evaluate(
      (/** @type {string[]} */ words) =>
        /** @type {any} */ (window).webkit.messageHandlers.test.postMessage(words),
      [command, ...args],
    );
  }

  /**
   * @param {Function | string} work
   * @param {readonly unknown[]} args
   * @param {boolean} keep
   * @param {number} [longest]
   */
  async #run(work, args, keep, longest) {
    const packed = args.map((arg) => (arg instanceof Handle ? { kept: arg.kept } : { value: arg }));
    const source = typeof work === 'string' ? `() => (${work})` : work;
    const script = `(${runInPage})(${source}, arguments[0], arguments[1], arguments[2])`;
    const body = { script, args: [JSON.stringify(packed), keep] };
    const { url, error, ...answer } = JSON.parse(
      await this.#command({ path: '/execute/async', body, longest }),
    );
    this.#url = url;
    if (!error) return answer;
    throw Object.assign(new Error(error.message), {
      name: error.name,
      stack: `${error.message}\n${error.stack}`,
    });
  }

  /** @param {Function | string} work @param {...unknown} args @returns {Promise<any>} */
  async evaluate(work, ...args) {
    return (await this.#run(work, args, false)).value;
  }

  /** @param {Function} work @param {...unknown} args */
  async evaluateHandle(work, ...args) {
    return new Handle(this, { kept: -1, isNode: false, ...(await this.#run(work, args, true)) });
  }

  /** @param {Function | string} work @param {...unknown} args */
  async evaluateOnNewDocument(work, ...args) {
    await this.ask('addScript', `(${work})(...${JSON.stringify(args)})`);
  }

  /** @param {string} selector @param {Handle} [scope] @returns {Promise<Handle | null>} */
  async find(selector, scope) {
    const find = `(scope, selector) => (${findAll})(scope ?? document, selector)[0]`;
    const found = await this.evaluateHandle(sourceOnly(find), scope, selector);
    return found.asElement();
  }

  /** @param {string} selector @param {Handle} [scope] */
  async need(selector, scope) {
    const found = await this.find(selector, scope);
    if (!found) throw new Error(`failed to find element matching selector "${selector}"`);
    return found;
  }

  /** @param {string} selector */
  $(selector) {
    return this.find(selector);
  }

  /** @param {string} selector @param {Function} work @param {...unknown} args */
  async $eval(selector, work, ...args) {
    const run = `(selector, ...args) => {
      const [element] = (${findAll})(document, selector);
      if (!element) throw new Error('failed to find element matching selector "' + selector + '"');
      return (${work})(element, ...args);
    }`;
    return this.evaluate(sourceOnly(run), selector, ...args);
  }

  /** @param {string} selector @param {Function} work @param {...unknown} args */
  async $$eval(selector, work, ...args) {
    const run = `(selector, ...args) => (${work})((${findAll})(document, selector), ...args)`;
    return this.evaluate(sourceOnly(run), selector, ...args);
  }

  /** @param {Function | string} condition @param {{ timeout?: number }} [options] @param {...unknown} args */
  async waitForFunction(condition, { timeout = 30_000 } = {}, ...args) {
    const work = typeof condition === 'string' ? `() => (${condition})` : condition;
    const wait = `async (ms, ...args) => {
      const end = performance.now() + ms;
      for (;;) {
        const value = await (${work})(...args);
        if (value || performance.now() > end) return value || undefined;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    }`;
    const end = Date.now() + timeout;
    for (;;) {
      const found = await this.#run(
        sourceOnly(wait),
        [CONDITION_MS, ...args],
        true,
        LONGEST_CONDITION_MS,
      ).catch(unlessLeft);
      if (found && found.kept >= 0) return new Handle(this, { isNode: false, ...found });
      if (Date.now() > end) throw new Error(`waiting failed: ${timeout} ms exceeded: ${condition}`);
    }
  }

  /** @param {string} selector @param {{ visible?: boolean, hidden?: boolean, timeout?: number }} [options] */
  async waitForSelector(selector, { visible = false, hidden = false, timeout } = {}) {
    const find = `(selector, visible, hidden) => {
      const [element] = (${findAll})(document, selector);
      const isVisible = element?.checkVisibility({ visibilityProperty: true }) ?? false;
      if (hidden) return !isVisible;
      return visible && !isVisible ? undefined : element;
    }`;
    const found = await this.waitForFunction(sourceOnly(find), { timeout }, selector, visible, hidden);
    return found.asElement();
  }

  url() {
    return this.#url;
  }

  async title() {
    return this.evaluate(() => document.title);
  }

  /** @param {string} url @param {{ waitUntil?: 'load' | 'domcontentloaded' }} [options] */
  goto(url, { waitUntil = 'load' } = {}) {
    return this.#navigate({ path: '/url', body: { url } }, waitUntil);
  }

  reload() {
    return this.#navigate({ path: '/refresh' });
  }

  goBack() {
    return this.#navigate({ path: '/back' });
  }

  goForward() {
    return this.#navigate({ path: '/forward' });
  }

  /**
   * Waits in the page, because the driver sometimes misses the end of a navigation and then never answers.
   * @param {import('./session.js').Command} command
   * @param {'load' | 'domcontentloaded'} [waitUntil]
   */
  async #navigate(command, waitUntil = 'load') {
    const [origin, url] = await this.evaluate(() => [performance.timeOrigin, location.href]);
    await this.#command(command);
    const loaded = () =>
      this.waitForFunction(
        (
          /** @type {number} */ oldOrigin,
          /** @type {string} */ oldUrl,
          /** @type {boolean} */ isLoadAwaited,
        ) =>
          // A document of its own has another origin of time; within the same one, the URL changes.
          (performance.timeOrigin !== oldOrigin || location.href !== oldUrl) &&
          (document.readyState === 'complete' || (!isLoadAwaited && document.readyState === 'interactive')),
        {},
        origin,
        url,
        waitUntil === 'load',
      );
    await loaded();
    // WebKitGTK sometimes begins to load the same page again now.
    await loaded();
    return null;
  }

  /** Waits until the page is another document than the present one. */
  async waitForNavigation() {
    const began = await this.evaluate(() => performance.timeOrigin);
    await this.waitForFunction(
      (/** @type {number} */ before) =>
        performance.timeOrigin !== before && document.readyState === 'complete',
      {},
      began,
    );
    return null;
  }

  /** @param {{ width: number, height: number }} viewport */
  async setViewport({ width, height }) {
    await this.ask('resize', String(width), String(height));
    await this.waitForFunction(
      (/** @type {number} */ w, /** @type {number} */ h) => innerWidth === w && innerHeight === h,
      {},
      width,
      height,
    );
  }

  /** @param {string} selector */
  async focus(selector) {
    await (await this.need(selector)).focus();
  }

  /** @param {string} selector @param {{ count?: number }} [options] */
  async click(selector, options) {
    await (await this.need(selector)).click(options);
  }

  /** @param {string} selector */
  async hover(selector) {
    await (await this.need(selector)).hover();
  }

  /** @param {string} selector @param {string} text */
  async type(selector, text) {
    await (await this.need(selector)).type(text);
  }

  /** @param {string} selector @param {...string} values */
  async select(selector, ...values) {
    await this.$eval(
      selector,
      (/** @type {HTMLSelectElement} */ list, /** @type {string[]} */ wanted) => {
        for (const option of list.options) option.selected = wanted.includes(option.value);
        list.dispatchEvent(new Event('input', { bubbles: true }));
        list.dispatchEvent(new Event('change', { bubbles: true }));
      },
      values,
    );
  }

  /** @param {Handle} picker @param {readonly string[]} paths */
  async chooseFiles(picker, paths) {
    const script = `return window[Symbol.for('kept by the test')][arguments[0]]`;
    const reference = await this.#command({ path: '/execute/sync', body: { script, args: [picker.kept] } });
    const [id] = Object.values(reference);
    await this.#command({ path: `/element/${id}/value`, body: { text: paths.join('\n') } });
  }

  /** Prints as a reader would, on A4. @returns {Promise<Uint8Array>} */
  async pdf() {
    const file = path.join(tmpdir(), `koodrive-print-${process.pid}-${(markers += 1)}.pdf`);
    const problem = await this.ask('printPdf', file);
    if (problem) throw new Error(`WebKit does not print: ${problem}`);
    const pdf = await readFile(file);
    await rm(file);
    return pdf;
  }

  /** Waits until everything is told that the page has said so far. */
  async #untilTold() {
    const marker = `marker ${(markers += 1)}`;
    /** @type {Promise<void>} */
    const told = new Promise((resolve) => this.once(marker, resolve));
    await this.ask('tell', JSON.stringify({ event: marker }));
    await told;
  }

  async close() {
    await this.#untilTold();
    await this.#command({ method: 'DELETE', path: '/window' });
    this.removeAllListeners();
    this.#onClose();
  }
}

/** Something that `#run` sends as it is. @param {string} source */
const sourceOnly = (source) => /** @type {Function} */ ({ toString: () => source });

/** Lets a condition wait on in the next document. @param {unknown} error */
function unlessLeft(error) {
  const isUnanswered = error instanceof Error && error.name === 'TimeoutError';
  if (!(error instanceof DriverError) && !isUnanswered) throw error;
}
