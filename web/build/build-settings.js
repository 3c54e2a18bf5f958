import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));

/** CMake's output folder for the release build of koodrive.js and koodrive.wasm. */
export const wasmFolder = resolve(here, '../../build/wasm/src/browser');

/**
 * Vite's `resolve.alias`: the files that two bare import specifiers resolve to.
 * @param {string} folder that holds koodrive.js
 */
export const aliases = (folder) => [
  { find: 'koodrive-module', replacement: resolve(folder, 'koodrive.js') },
  // fflate compresses large files in workers created from blob: URLs, which Trusted Types forbid.
  { find: /^fflate$/, replacement: resolve(here, '../report/export/zip-in-place.js') },
];

const { version } = JSON.parse(readFileSync(resolve(here, '../package.json'), 'utf8'));

/** The Vite configuration that every build shares. */
export const shared = {
  resolve: { alias: aliases(wasmFolder) },
  define: {
    'process.env.NODE_ENV': '"production"',
    'globalThis.KOODRIVE_VERSION': JSON.stringify(version),
  },
  build: {
    target: 'es2022',
    // The first versions with CSS light-dark(). The polyfill for older ones needs style sheets outside the shadow tree.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  },
};
