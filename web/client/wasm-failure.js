/** @typedef {import('./errors.js').Failure} Failure */

/** What the server sent for the URL of koodrive.wasm is not the module. */
export class NotTheModule extends Error {
  /**
   * @param {Pick<Failure, 'httpStatus' | 'actual'>} sent its status, if that is not successful, or else its media type
   * @param {unknown} [cause] what the browser says about it
   */
  constructor(sent, cause) {
    super(sent.httpStatus ? `HTTP ${sent.httpStatus}` : `not WebAssembly: ${sent.actual}`, { cause });
    this.name = 'NotTheModule';
    this.sent = sent;
  }
}

/**
 * The failure that says as exactly as can be known why the WebAssembly module could not be started.
 * @param {string | undefined} url of koodrive.wasm; undefined where a script does not know its own URL
 * @param {unknown} [cause] what was thrown
 * @returns {Failure}
 */
export const wasmFailure = (url, cause) => ({
  kind: 'network',
  reason: 'wasm-unavailable',
  url,
  cause,
  ...explained(url, cause),
});

/**
 * @param {string | undefined} url
 * @param {unknown} cause
 * @returns {Pick<Failure, 'sentence' | 'httpStatus' | 'actual'>}
 */
function explained(url, cause) {
  if (url === undefined) return { sentence: 'wasm-unavailable.without-url' };
  if (cause instanceof NotTheModule && cause.sent.httpStatus)
    return { sentence: 'wasm-unavailable.status', ...cause.sent };
  if (!allowsWasm()) return { sentence: 'wasm-unavailable.forbidden' };
  if (cause instanceof NotTheModule) return { sentence: 'wasm-unavailable.type', ...cause.sent };
  if (cause instanceof RangeError) return { sentence: 'wasm-unavailable.memory' };
  return isOtherOrigin(url) ? { sentence: 'wasm-unavailable.other-origin' } : {};
}

/** A module without content. */
const EMPTY = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/**
 * False where the page's Content-Security-Policy or the browser's settings refuse WebAssembly altogether: Chromium and
 * Firefox refuse to compile then, WebKit to instantiate.
 */
function allowsWasm() {
  try {
    return Boolean(new WebAssembly.Instance(new WebAssembly.Module(EMPTY)));
  } catch {
    return false;
  }
}

/** @param {string} url */
function isOtherOrigin(url) {
  const { origin, location } = globalThis;
  return Boolean(origin) && URL.canParse(url, location.href) && new URL(url, location.href).origin !== origin;
}
