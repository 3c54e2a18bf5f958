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

  close() {
    endNow(this, this.#lease);
  }

  /**
   * The handle of a view that the facade was given back; it never leaves the facade.
   * @param {unknown} view
   * @returns {ViewHandle | undefined} undefined for what is no view
   */
  static handleOf(view) {
    return view instanceof ReportView ? view.#lease.handle : undefined;
  }
}
