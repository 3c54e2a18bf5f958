/// <reference path="./globals.d.ts" />

/** The build that the scripts are of; undefined for sources that were not built. See web/build/build-mark.js. */
export const BUILD = globalThis.KOODRIVE_BUILD;

/**
 * The build that koodrive.wasm is of. It works with the scripts of the same build only: both sides name each other's
 * functions by short names that change.
 * @param {WebAssembly.Module} code
 * @returns {string | undefined}
 */
export function buildOf(code) {
  const [section] = WebAssembly.Module.customSections(code, 'koodrive-build');
  return section && new TextDecoder().decode(section);
}
