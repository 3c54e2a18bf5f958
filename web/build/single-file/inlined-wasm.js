/** @type {Uint8Array<ArrayBuffer> | undefined} */
let inlined;

/** @param {Uint8Array<ArrayBuffer>} bytes of koodrive.wasm */
export function provideWasm(bytes) {
  inlined = bytes;
}

/** Stands for the URL of koodrive.wasm in error messages, as this page loads no such file. */
export const defaultWasmUrl = () => 'koodrive.wasm';

/** @returns {Promise<WebAssembly.Module>} */
export async function compileWasm() {
  if (!inlined) throw new Error('koodrive.wasm was not provided');
  return WebAssembly.compile(inlined);
}
