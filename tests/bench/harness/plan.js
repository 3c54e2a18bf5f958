import { openChromium, openNode } from './environments.js';

/** @typedef {import('./environments.js').Environment} Environment */

/**
 * What to measure and how often. Servers and browsers are started when they are first needed.
 */
export class Plan {
  #where;
  #most;
  /** @type {ReturnType<typeof openChromium> | undefined} */
  #chromium;
  /** @type {ReturnType<typeof openNode> | undefined} */
  #node;

  /**
   * @param {object} options
   * @param {number} options.rounds
   * @param {number} options.most rows
   * @param {readonly string[]} options.where `chromium`, `node`
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

  chromium() {
    return (this.#chromium ??= openChromium());
  }

  /** @returns {Promise<Environment[]>} */
  environments() {
    const open = {
      chromium: () => this.chromium(),
      node: () => (this.#node ??= openNode()),
    };
    return Promise.all(this.#where.map((name) => open[/** @type {keyof typeof open} */ (name)]()));
  }

  async close() {
    for (const environment of await Promise.all([this.#chromium, this.#node])) await environment?.close();
  }
}
