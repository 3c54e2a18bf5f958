import '../page/koodrive-page.css';
import { provideWasm } from './inlined-wasm.js';

/**
 * Starts the page.
 * @param {Uint8Array<ArrayBuffer>} wasm the bytes of koodrive.wasm
 */
export function start(wasm) {
  provideWasm(wasm);
  return import('../page/koodrive-page.js');
}
