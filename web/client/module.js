import createKooDriveModule from 'koodrive-module';
import { KooDriveError } from './errors.js';
import { BUILD, buildOf } from './build.js';
import { compileWasm, defaultWasmUrl } from './wasm-code.js';
import { wasmFailure } from './wasm-failure.js';

/** @typedef {Awaited<ReturnType<typeof createKooDriveModule>>} WasmModule */
/** @typedef {import('../locales/loaded.js').Locale} Locale */

/**
 * An instance of the WebAssembly module, with the state that all of its clients share.
 * @typedef {object} Core
 * @property {WasmModule} wasm
 * @property {import('koodrive-module').TaskResultClient} client
 * @property {() => number} liveValues
 * @property {{ count: number }} liveReports
 * @property {{ count: number }} liveViews
 * @property {{ count: number }} liveFiles
 * @property {{ count: number }} liveMatches
 */

/** The modules of this page, by the URL of koodrive.wasm. @type {Map<string, Promise<Core>>} */
const loaded = new Map();

/**
 * @param {string | URL | undefined} wasmUrl
 * @param {Locale} locale of the error
 * @returns {Promise<Core>}
 */
export function loadCore(wasmUrl, locale) {
  const url = (wasmUrl ?? defaultWasmUrl())?.toString();
  if (url === undefined) return Promise.reject(new KooDriveError(wasmFailure(url), locale));
  const running = loaded.get(url);
  if (running) return running;
  const starting = start(url, locale);
  loaded.set(url, starting);
  // A failure is not cached: the next client loads the module again.
  starting.catch(() => loaded.delete(url));
  return starting;
}

/**
 * @param {string} url
 * @param {Locale} locale
 * @returns {Promise<Core>}
 */
async function start(url, locale) {
  try {
    const code = await compileWasm(url);
    if (buildOf(code) !== BUILD) throw new KooDriveError({ kind: 'network', reason: 'other-build' }, locale);
    const wasm = await instantiate(code);
    return {
      wasm,
      client: wasm.createClient(),
      liveValues: () => wasm.count_emval_handles(),
      liveReports: { count: 0 },
      liveViews: { count: 0 },
      liveFiles: { count: 0 },
      liveMatches: { count: 0 },
    };
  } catch (cause) {
    throw cause instanceof KooDriveError ? cause : new KooDriveError(wasmFailure(url, cause), locale);
  }
}

/**
 * @param {WebAssembly.Module} code
 * @returns {Promise<WasmModule>}
 */
function instantiate(code) {
  return new Promise((resolve, reject) => {
    createKooDriveModule({
      /**
       * @param {WebAssembly.Imports} imports
       * @param {(instance: WebAssembly.Instance, code: WebAssembly.Module) => void} receive
       */
      instantiateWasm(imports, receive) {
        WebAssembly.instantiate(code, imports).then((instance) => receive(instance, code), reject);
        return {};
      },
    }).then(resolve, reject);
  });
}
