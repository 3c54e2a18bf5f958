const SECOND_MS = 1000;

/** Counts the seconds until a time, and renders the host anew with each. */
export class Countdown {
  #host;
  /** In milliseconds since 1970. @type {number | undefined} */
  #end;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;

  /** @param {import('lit').ReactiveControllerHost} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  /** The seconds that are left, rounded up; 0 where nothing is waited for. */
  get seconds() {
    return this.#end === undefined ? 0 : Math.max(0, Math.ceil((this.#end - Date.now()) / SECOND_MS));
  }

  /** @param {Date | undefined} end undefined: nothing is waited for */
  until(end) {
    clearInterval(this.#timer);
    this.#end = end?.getTime();
    if (end) this.#timer = setInterval(() => this.#host.requestUpdate(), SECOND_MS);
  }

  hostDisconnected() {
    this.until(undefined);
  }
}
