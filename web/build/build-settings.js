import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Where CMake puts the koodrive.js and koodrive.wasm that are shipped. */
export const wasmFolder = resolve(here, '../../build/wasm/src/browser');

/**
 * What stands for the names that the sources import.
 * @param {string} folder that holds koodrive.js
 */
export const aliases = (folder) => [
  { find: 'koodrive-module', replacement: resolve(folder, 'koodrive.js') },
  // fflate's own way to compress large files starts workers from blobs, which Trusted Types forbid.
  { find: /^fflate$/, replacement: resolve(here, '../report/export/zip-in-place.js') },
];

/** What every build of these sources has in common. */
export const shared = {
  resolve: { alias: aliases(wasmFolder) },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    target: 'es2022',
    // The first with light-dark(): what is put in its place for older ones needs style sheets outside the element.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  },
};
