import { readFile, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

const pages = fileURLToPath(new URL('../pages/', import.meta.url));
const webRequire = createRequire(new URL('../../../web/package.json', import.meta.url));

/** The peers' pages, as they are called in the tables. @type {Readonly<Record<string, string>>} */
export const PEERS = Object.freeze({
  'minimal page': 'minimal',
  Tabulator: 'tabulator',
  'AG Grid': 'ag-grid',
});

/** @param {string} name */
export const builtPage = (name) => fileURLToPath(new URL(`../../../build/bench/${name}/`, import.meta.url));

/** Bundles and compresses the peers' pages in the same way as dist/. */
export async function buildPeerPages() {
  const { build } = await import(pathToFileURL(webRequire.resolve('vite')).href);
  for (const name of Object.values(PEERS)) {
    await build({
      configFile: false,
      root: pages,
      base: './',
      logLevel: 'warn',
      plugins: [{ name: 'peer', transformIndexHtml: { order: 'pre', handler: scriptOf(name) } }],
      build: {
        outDir: builtPage(name),
        emptyOutDir: true,
        target: 'es2022',
        modulePreload: false,
        chunkSizeWarningLimit: 5_000,
      },
    });
    await compressFolder(builtPage(name));
  }
}

/** One page for all, each with its own script. @param {string} name @returns {(html: string) => string} */
const scriptOf = (name) => (html) => html.replace('./minimal/main.js', `./${name}/main.js`);

/** @param {string} folder */
async function compressFolder(folder) {
  for (const file of await readdir(folder, { recursive: true })) {
    if (!/\.(html|js|css)$/.test(file)) continue;
    const bytes = await readFile(path.join(folder, file));
    await writeFile(path.join(folder, `${file}.br`), await promisify(brotliCompress)(bytes));
    await writeFile(path.join(folder, `${file}.gz`), await promisify(gzip)(bytes, { level: 9 }));
  }
}
