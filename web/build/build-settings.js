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
    // A twentieth smaller than what Vite's own minifier leaves.
    minify: /** @type {const} */ ('terser'),
    terserOptions: {
      compress: { passes: 3, ecma: /** @type {const} */ (2020), keep_fargs: false, pure_getters: true },
    },
    // The first with light-dark(): what is put in its place for older ones needs style sheets outside the element.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  },
  plugins: [gluePlugin()],
};

/** The facade finds and starts the wasm itself; without this, Vite would follow the glue's own look-up and inline the file. */
function gluePlugin() {
  const lookup = /new URL\((["'])koodrive\.wasm\1,\s*import\.meta\.url\)\.href/;
  return {
    name: 'koodrive-glue',
    /**
     * @param {string} code
     * @param {string} id
     */
    transform(code, id) {
      if (id !== resolve(wasmFolder, 'koodrive.js')) return undefined;
      if (!lookup.test(code))
        throw new Error('Emscripten’s glue no longer looks its wasm up as it did; see gluePlugin.');
      return { code: code.replace(lookup, '""'), map: null };
    },
  };
}
