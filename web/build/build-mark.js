import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { wasmFolder } from './build-settings.js';

const web = fileURLToPath(new URL('../', import.meta.url));
/** What decides how the files of dist/ fit together. */
const FOLDERS = ['build', 'client', 'loading', 'locales', 'page', 'report'];
const CORE = 'koodrive-core.js';
const SECTION = 'koodrive-build';

/** A name for the build that is the same for the same sources. */
export const buildName = createHash('sha256').update(inputs()).digest('hex').slice(0, 16);

/** All that goes into a build, each file with its name. */
function inputs() {
  const sources = FOLDERS.flatMap((folder) =>
    readdirSync(join(web, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name)),
  );
  const files = [
    ...sources.sort(),
    join(web, 'package-lock.json'),
    ...['koodrive.js', 'koodrive.wasm'].map((name) => join(wasmFolder, name)),
  ];
  return Buffer.concat(
    files.flatMap((file) => [Buffer.from(`${relative(web, file)}\0`), readFileSync(file)]),
  );
}

/**
 * Vite plugin that makes every script import a name which only the core script of its own build exports. A browser links
 * modules by names: those of another build, which a server or a cache may mix in, are refused before they run.
 * @returns {import('vite').Plugin}
 */
export function buildMarkPlugin() {
  const name = `koodrive_build_${buildName}`;
  return {
    name: 'koodrive-build-mark',
    apply: 'build',
    config: () => ({ define: { 'globalThis.KOODRIVE_BUILD': JSON.stringify(buildName) } }),
    generateBundle(_, bundle) {
      const scripts = Object.values(bundle).filter((output) => output.type === 'chunk');
      if (!scripts.some(({ fileName }) => fileName === CORE))
        throw new Error(`There is no ${CORE}; see build-mark.js.`);
      for (const script of scripts) {
        const mark =
          script.fileName === CORE ? `export const ${name}=0;` : `import{${name} as $$}from"./${CORE}";`;
        // Before the comment that names the source map, which is the end of the file.
        script.code = script.code.replace(
          /\s*(\/\/# sourceMappingURL=\S+)?\s*$/,
          (_, comment = '') => `\n${mark}\n${comment}`,
        );
      }
    },
  };
}

/**
 * Adds a custom section with the build's name to a WebAssembly module (WebAssembly specification, custom section).
 * @param {string} file
 */
export async function markWasm(file) {
  const [name, content] = [SECTION, buildName].map((text) => Buffer.from(text));
  const size = 1 + name.length + content.length;
  if (size > 127) throw new Error('The length of the section must fit into one byte.');
  const section = Buffer.concat([Buffer.from([0, size, name.length]), name, content]);
  await writeFile(file, Buffer.concat([await readFile(file), section]));
}
