import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { htmlCustomData, webTypes } from './editor-data.js';
import { elementManifest } from './element-manifest.js';

/** The declarations for TypeScript. They are all in one folder where they are shipped. */
const DECLARATIONS = [
  'client/koodrive-client.d.ts',
  'client/koodrive-credentials.d.ts',
  'client/koodrive-error-reasons.d.ts',
  'client/koodrive-import-file.d.ts',
  'client/koodrive-tasks.d.ts',
  'client/koodrive-warnings.d.ts',
  'client/koodrive.wasm.d.ts',
  'report/koodrive-import-report.d.ts',
  'report/koodrive-frameworks.d.ts',
  'report/koodrive-import-list.d.ts',
];

/**
 * Writes what tells compilers and editors about the element and the client.
 * @param {string} web
 * @param {string} folder
 */
export async function writePortalFiles(web, folder) {
  for (const file of DECLARATIONS) {
    const text = await readFile(resolve(web, file), 'utf8');
    const name = file.slice(file.lastIndexOf('/') + 1);
    await writeFile(
      resolve(folder, name),
      text.replaceAll(/'(?:\.{1,2}\/)+(?:client\/)?(?=koodrive)/g, "'./"),
    );
  }
  const manifest = await elementManifest(web);
  const declarations = manifest.modules.flatMap((module) => module.declarations);
  const library = JSON.parse(await readFile(resolve(web, 'package.json'), 'utf8'));
  for (const [name, content] of Object.entries({
    'custom-elements.json': manifest,
    'html-custom-data.json': htmlCustomData(declarations),
    'web-types.json': webTypes(declarations, library),
  }))
    await writeFile(resolve(folder, name), `${JSON.stringify(content, undefined, 2)}\n`);
}
