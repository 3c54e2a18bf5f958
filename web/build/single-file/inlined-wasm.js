/** @type {Uint8Array<ArrayBuffer> | undefined} */
let inlined;

/** @param {Uint8Array<ArrayBuffer>} bytes of koodrive.wasm */
export function provideWasm(bytes) {
  inlined = bytes;
}

/** Names the code in errors; there is no file. */
export const defaultWasmUrl = () => 'koodrive.wasm';

/** @returns {Promise<WebAssembly.Module>} */
export async function compileWasm() {
  if (!inlined) throw new Error('koodrive.wasm was not provided');
  return WebAssembly.compile(inlined);
}
