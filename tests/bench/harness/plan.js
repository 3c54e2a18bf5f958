import { ENGINES } from './engines.js';
import { openBrowser, openNode } from './environments.js';

/** @typedef {import('./environments.js').Environment} Environment */
/** @typedef {import('./environments.js').EngineName} EngineName */
/** @typedef {import('./environments.js').BrowserEnvironment} BrowserEnvironment */

const NODE = 'node';

/** Where something can be measured. */
export const PLACES = Object.freeze([...Object.keys(ENGINES), NODE]);

/**
 * What to measure and how often. Servers and browsers are started when they are first needed.
 */
export class Plan {
  #where;
  #most;
  /** @type {Map<EngineName, Promise<BrowserEnvironment>>} */
  #browsers = new Map();
  /** @type {ReturnType<typeof openNode> | undefined} */
  #node;

  /**
   * @param {object} options
   * @param {number} options.rounds
   * @param {number} options.most rows
   * @param {readonly string[]} options.where some of PLACES
   */
  constructor({ rounds, most, where }) {
    this.rounds = rounds;
    this.#most = most;
    this.#where = where;
  }

  /** @param {readonly number[]} sizes */
  sizes(sizes) {
    return sizes.filter((size) => size <= this.#most);
  }

  /** @param {EngineName} engine */
  #browser(engine) {
    const opened = this.#browsers.get(engine) ?? openBrowser(engine);
    this.#browsers.set(engine, opened);
    return opened;
  }

  chromium() {
    return this.#browser('chromium');
  }

  /** The browsers among the places, one after another. */
  async *browsers() {
    for (const name of this.#where)
      if (name !== NODE) yield await this.#browser(/** @type {EngineName} */ (name));
  }

  /** All of the places. @returns {AsyncGenerator<Environment>} */
  async *environments() {
    yield* this.browsers();
    if (this.#where.includes(NODE)) yield await (this.#node ??= openNode());
  }

  async close() {
    for (const environment of await Promise.all([...this.#browsers.values(), this.#node]))
      await environment?.close();
  }
}
