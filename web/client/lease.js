import { KooDriveError } from './errors.js';

/** @typedef {import('../locales/loaded.js').Locale} Locale */
/** @typedef {{ delete(): void }} Handle */

/**
 * Owns an Embind handle, whose memory inside the module must be freed exactly once.
 * @template {Handle} T
 */
export class Lease {
  /** @type {T | undefined} */
  #handle;
  #live;
  #locale;

  /**
   * @param {T} handle
   * @param {{ count: number }} live counts the open handles of this type
   * @param {Locale} locale of the error that use after `close()` throws
   */
  constructor(handle, live, locale) {
    this.#handle = handle;
    this.#live = live;
    this.#locale = locale;
    live.count += 1;
  }

  /** @returns {T} */
  get handle() {
    if (this.#handle) return this.#handle;
    throw new KooDriveError({ kind: 'invalid-request', reason: 'closed', option: 'report' }, this.#locale);
  }

  get ended() {
    return this.#handle === undefined;
  }

  end() {
    if (!this.#handle) return;
    this.#handle.delete();
    this.#handle = undefined;
    this.#live.count -= 1;
  }
}

/** Frees the leases of objects that were garbage collected without `close()`. @type {FinalizationRegistry<Lease<any>>} */
const dropped = new FinalizationRegistry((lease) => lease.end());

/**
 * Ends `lease` when `owner` is garbage collected.
 * @param {object} owner
 * @param {Lease<any>} lease
 */
export function endWith(owner, lease) {
  dropped.register(owner, lease, owner);
}

/**
 * Ends `lease` now.
 * @param {object} owner
 * @param {Lease<any>} lease
 */
export function endNow(owner, lease) {
  dropped.unregister(owner);
  lease.end();
}
