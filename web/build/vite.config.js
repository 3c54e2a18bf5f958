import { appendFile, copyFile, readFile, readdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { defineConfig } from 'vite';
import { buildMarkPlugin, markWasm } from './build-mark.js';
import { shared, wasmFolder } from './build-settings.js';
import { importByUrlPlugin } from './import-by-url.js';
import { languageOptionsPlugin } from './language-options.js';
import { portablePlugins } from './portable-plugins.js';
import { writePortalFiles } from './portal-files.js';
import { preloadPlugin } from './preload-plugin.js';
import { terserPlugin } from './terser-plugin.js';
import { buildSingleFile } from './single-file/build.js';

const web = fileURLToPath(new URL('../', import.meta.url));
const distFolder = resolve(web, '../dist');
/** The licence notices that are shipped: Vite writes those of the npm packages. */
const LICENSES = 'THIRD-PARTY-LICENSES.md';

export default defineConfig({
  ...shared,
  root: web,
  base: './',
  publicDir: false,
  build: {
    ...shared.build,
    outDir: distFolder,
    emptyOutDir: true,
    modulePreload: false,
    sourcemap: true,
    // In a library Vite puts no helper around imports on demand; bundlers of portals warn about the one that preloads styles.
    lib: {
      entry: {
        'koodrive-page': resolve(web, 'index.html'),
        'koodrive-import-report': resolve(web, 'report/define.js'),
        'koodrive-import-list': resolve(web, 'report/list/define.js'),
        'koodrive-client': resolve(web, 'client/koodrive-client.js'),
      },
      formats: ['es'],
    },
    cssCodeSplit: true,
    license: { fileName: LICENSES },
    rolldownOptions: {
      preserveEntrySignatures: 'strict',
      output: {
        // Vite leaves white space and annotations in a library unless it is told otherwise.
        minify: true,
        comments: { annotation: false },
        entryFileNames: '[name].js',
        chunkFileNames: ({ facadeModuleId }) => `koodrive-${kindOf(facadeModuleId)}[name].js`,
        assetFileNames: '[name][extname]',
        codeSplitting: {
          groups: [
            {
              name: 'core',
              test: /koodrive\.js$|\/web\/(client\/(?!import-file\/|tasks\/)|loading\/|text\/)|\/locales\/(choice|fill|loaded|tag|errors\/(catalog|index|en-US))/,
            },
            {
              name: 'element',
              // The folders beside these are needed to display a report, and come in the chunk of report-display.js.
              test: /\/web\/report\/([^/]+\.js$|element\/|following\/following\.js$)|\/node_modules\/(lit|@lit)|\/locales\/(catalog|index|en-US)/,
            },
            {
              name: 'controls',
              // What the display shares with the list of imports, the view of a running one and the panels.
              test: /\/web\/report\/(controls\/|texts\/(?!task-texts)|state\/(announcer|clipboard|known-task)\.js|display\/tokens\.css)/,
            },
            {
              name: 'file-panel',
              // What the panels share that are loaded when they are opened.
              test: /\/web\/report\/file-panel\/(?!late-panel)/,
            },
          ],
        },
      },
    },
  },
  plugins: [
    ...portablePlugins(),
    stylesFromDiskPlugin(),
    preloadPlugin(),
    languageOptionsPlugin(),
    // Before the marks, because it takes away what a script imports without using it.
    terserPlugin(),
    buildMarkPlugin(),
    importByUrlPlugin(),
    shippedFilesPlugin(),
  ],
});

/**
 * What the names of a folder's chunks begin with, where its files are named like those of another one.
 * @param {string | null} file
 */
function kindOf(file) {
  const kind = /\/(errors|correction|comparison|(?<=locales\/)tasks)\/[\w-]+\.js$/.exec(file ?? '')?.[1];
  return kind ? `${kind}-` : '';
}

/** Removes `crossorigin` from style sheet links, because a page opened from disk cannot load them with CORS. */
function stylesFromDiskPlugin() {
  return {
    name: 'koodrive-styles-from-disk',
    transformIndexHtml: {
      order: /** @type {const} */ ('post'),
      /** @param {string} html */
      handler: (html) => html.replace('<link rel="stylesheet" crossorigin', '<link rel="stylesheet"'),
    },
  };
}

/** Copies the files that need no build into dist/, and writes a .br and a .gz beside each file that is served. */
function shippedFilesPlugin() {
  return {
    name: 'koodrive-shipped-files',
    apply: /** @type {const} */ ('build'),
    async closeBundle() {
      await checkWasm(resolve(wasmFolder, 'koodrive.wasm'));
      await copyFile(resolve(wasmFolder, 'koodrive.wasm'), resolve(distFolder, 'koodrive.wasm'));
      await markWasm(resolve(distFolder, 'koodrive.wasm'));
      await appendFile(
        resolve(distFolder, LICENSES),
        await readFile(resolve(web, 'build/licenses-of-wasm.md')),
      );
      await copyFile(resolve(web, 'config.json'), resolve(distFolder, 'config.json'));
      await writePortalFiles(web, distFolder);
      const singleFile = await buildSingleFile();
      await writeFile(
        resolve(distFolder, 'koodrive-import-report.html'),
        await singleFile(resolve(web, 'config.json')),
      );
      const names = (await readdir(distFolder)).filter((name) => COMPRESSED.test(name));
      await Promise.all(names.map((name) => compress(resolve(distFolder, name))));
    },
  };
}

/**
 * Checks koodrive.wasm before it is shipped.
 * @param {string} file
 * @throws {Error} when it is incomplete, for example because another build is still linking it
 */
async function checkWasm(file) {
  if (!WebAssembly.validate(await readFile(file)))
    throw new Error(
      `${file} is not valid WebAssembly. Does another build of the same folder run? Build again.`,
    );
}

const COMPRESSED = /\.(html|js|css|wasm)$/;

/** @param {string} file */
async function compress(file) {
  const bytes = await readFile(file);
  const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes, best));
  await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
}
