import { endNow, endWith } from './lease.js';

/** @typedef {import('./koodrive-client.d.ts').Row} Row */
/** @typedef {import('koodrive-module').ViewHandle} ViewHandle */

export class ReportView {
  #lease;

  /** @param {import('./lease.js').Lease<ViewHandle>} lease owned by this view from now on */
  constructor(lease) {
    this.#lease = lease;
    endWith(this, lease);
    this.length = lease.handle.length();
  }

  /**
   * @param {number} offset
   * @param {number} count
   * @returns {Row[]}
   */
  rows(offset, count) {
    return this.#lease.handle.rows(offset, count);
  }

  /**
   * @param {number} offset
   * @param {number} count
   * @returns {Uint32Array}
   */
  positions(offset, count) {
    return this.#lease.handle.positions(offset, count);
  }

  close() {
    endNow(this, this.#lease);
  }

  /**
   * The module's handle of a view that a caller passed in. Handles are internal to the client.
   * @param {unknown} view
   * @returns {ViewHandle | undefined} undefined when the value is not a view
   */
  static handleOf(view) {
    return view instanceof ReportView ? view.#lease.handle : undefined;
  }
}
