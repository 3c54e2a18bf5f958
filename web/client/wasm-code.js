/** The default URL of koodrive.wasm: the same folder as this module. */
export const defaultWasmUrl = () => new URL(/* @vite-ignore */ 'koodrive.wasm', import.meta.url);

/**
 * @param {string} url
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compileWasm(url) {
  if (url.startsWith('file:')) return compileFile(url);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const type = response.headers.get('Content-Type')?.split(';')[0].trim().toLowerCase();
  if (type === 'application/wasm') return WebAssembly.compileStreaming(response);
  const code = await WebAssembly.compile(await response.arrayBuffer());
  console.warn(`${url} is served as ${type || 'no type'}; it starts faster as application/wasm.`);
  return code;
}

/**
 * Loads file: URLs in Node.js, whose fetch() does not support them.
 * @param {string} url
 */
async function compileFile(url) {
  // process.getBuiltinModule() instead of import(), because bundlers would try to resolve an import.
  const files = globalThis.process?.getBuiltinModule?.('node:fs/promises');
  if (!files) throw new Error('A page cannot read files by their URL.');
  return WebAssembly.compile(await files.readFile(new URL(url)));
}
