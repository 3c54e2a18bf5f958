import { NotTheModule } from './wasm-failure.js';

/** The default URL of koodrive.wasm: the same folder as this module; undefined in a classic script, which has no import.meta.url. */
export function defaultWasmUrl() {
  try {
    return new URL(/* @vite-ignore */ 'koodrive.wasm', import.meta.url).href;
  } catch {
    return undefined;
  }
}

const WASM_TYPE = 'application/wasm';

/**
 * @param {string} url
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compileWasm(url) {
  if (url.startsWith('file:')) return compileFile(url);
  const response = await fetch(url);
  if (!response.ok) throw new NotTheModule({ httpStatus: response.status });
  const type = response.headers.get('Content-Type')?.split(';')[0].trim().toLowerCase();
  try {
    if (type === WASM_TYPE) return await WebAssembly.compileStreaming(response);
    const code = await WebAssembly.compile(await response.arrayBuffer());
    console.warn(`${url} is served as ${type || 'no type'}; it starts faster as ${WASM_TYPE}.`);
    return code;
  } catch (problem) {
    throw problem instanceof WebAssembly.CompileError ? new NotTheModule({ actual: type }, problem) : problem;
  }
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
