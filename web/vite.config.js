import { copyFile, readFile, readdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { defineConfig } from 'vite';
import { elementManifest } from './element-manifest.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const wasmFolder = resolve(here, '../build/wasm/src/browser');
const distFolder = resolve(here, '../dist');

export default defineConfig({
  base: './',
  publicDir: false,
  resolve: {
    alias: [
      { find: 'koodrive-module', replacement: resolve(wasmFolder, 'koodrive.js') },
      // fflate's own way to compress large files starts workers from blobs, which Trusted Types forbid.
      { find: /^fflate$/, replacement: resolve(here, 'report/zip-in-place.js') },
    ],
  },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: distFolder,
    emptyOutDir: true,
    target: 'es2022',
    // The first with light-dark(): what is put in its place for older ones needs style sheets outside the element.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: false,
    rolldownOptions: {
      input: {
        'koodrive-page': resolve(here, 'index.html'),
        'koodrive-import-report': resolve(here, 'report/define.js'),
        'koodrive-client': resolve(here, 'client/koodrive-client.js'),
      },
      preserveEntrySignatures: 'strict',
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'koodrive-[name].js',
        assetFileNames: '[name][extname]',
        codeSplitting: {
          groups: [
            { name: 'core', test: /koodrive\.js$|\/web\/client\/|\/locales\/(fill|index|en-US)/ },
            { name: 'element', test: /\/web\/report\/(?!xlsx|zip-in-place)|\/node_modules\/(lit|@lit)/ },
          ],
        },
      },
    },
  },
  plugins: [gluePlugin(), shippedFilesPlugin()],
});

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

/** Adds what is shipped as it is, drops the marks that were meant for this build alone, and compresses ahead of time. */
function shippedFilesPlugin() {
  return {
    name: 'koodrive-shipped-files',
    apply: /** @type {const} */ ('build'),
    /**
     * @param {unknown} _options
     * @param {Record<string, { type: string, name?: string, code?: string }>} bundle
     */
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.code) output.code = output.code.replaceAll('/* @vite-ignore */', '');
        // What is left of line breaks stands in templates, where they are as good without what indents the next line.
        if (output.name === 'element') output.code = output.code?.replace(/\n\s+/g, '\n');
      }
    },
    async closeBundle() {
      await copyFile(resolve(wasmFolder, 'koodrive.wasm'), resolve(distFolder, 'koodrive.wasm'));
      await copyFile(resolve(here, 'config.json'), resolve(distFolder, 'config.json'));
      await copyFile(
        resolve(here, 'client/koodrive-client.d.ts'),
        resolve(distFolder, 'koodrive-client.d.ts'),
      );
      const elementTypes = await readFile(resolve(here, 'report/koodrive-import-report.d.ts'), 'utf8');
      await writeFile(
        resolve(distFolder, 'koodrive-import-report.d.ts'),
        elementTypes.replaceAll('../client/koodrive-client.js', './koodrive-client.js'),
      );
      await writeFile(
        resolve(distFolder, 'custom-elements.json'),
        `${JSON.stringify(await elementManifest(here), undefined, 2)}\n`,
      );
      const names = (await readdir(distFolder)).filter((name) => COMPRESSED.test(name));
      await Promise.all(names.map((name) => compress(resolve(distFolder, name))));
    },
  };
}

const COMPRESSED = /\.(html|js|css|wasm)$/;

/** @param {string} file */
async function compress(file) {
  const bytes = await readFile(file);
  const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes, best));
  await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
}
