import '../../page/koodrive-page.css';
import { provideConfig } from './inlined-config.js';
import { provideWasm } from './inlined-wasm.js';

/**
 * Starts the page.
 * @param {Uint8Array<ArrayBuffer>} wasm the bytes of koodrive.wasm
 * @param {unknown} config config.json as it was when the file was built
 */
export function start(wasm, config) {
  provideWasm(wasm);
  provideConfig(config);
  return import('../../page/koodrive-page.js');
}
