import { execFile } from 'node:child_process';
import { chmod, copyFile, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The fields of web/package.json that are published; the other ones concern the build. */
const PUBLIC_MEMBERS = [
  'name',
  'version',
  'description',
  'keywords',
  'license',
  'type',
  'exports',
  'customElements',
  'engines',
];

/** npm's `sideEffects`: the built files that register the element. Not in web/package.json, where it would apply to the sources. */
const SIDE_EFFECTS = ['./koodrive-import-report.js', './koodrive-element.js'];

/**
 * The files of dist/ that belong to a portal: element, client, wasm, types and manifest, but not the page.
 * @param {string} name
 */
const isForPortals = (name) =>
  /^koodrive[\w-]*\.(js|d\.ts)$|^koodrive\.wasm$|^custom-elements\.json$|^THIRD-PARTY-LICENSES\.md$/.test(
    name,
  ) && !name.startsWith('koodrive-page');

/**
 * Packs the npm package reproducibly: its bytes do not depend on the time, the folder or the umask.
 * @param {object} options
 * @param {string} options.dist the built dist/
 * @param {string} options.folder where the tarball is put
 * @param {string} [options.npm] npm's executable
 * @returns {Promise<string>} the tarball's path
 */
export async function packNpmPackage({ dist, folder, npm = 'npm' }) {
  const staged = await mkdtemp(path.join(tmpdir(), 'koodrive-package-'));
  try {
    await stage(dist, staged);
    const { stdout } = await promisify(execFile)(
      npm,
      ['pack', staged, '--pack-destination', folder, '--json', '--offline', '--ignore-scripts'],
      { cwd: staged },
    );
    // npm 11 and older print a list, newer ones an object by package.
    const [{ filename }] = Object.values(JSON.parse(stdout));
    return path.join(folder, filename);
  } finally {
    await rm(staged, { recursive: true });
  }
}

/**
 * @param {string} dist
 * @param {string} staged an empty folder for what goes into the tarball
 */
async function stage(dist, staged) {
  for (const name of (await readdir(dist)).filter(isForPortals))
    await copyFile(path.join(dist, name), path.join(staged, name));
  for (const name of ['LICENSE', 'CHANGELOG.md', 'web/README.md'])
    await copyFile(path.join(root, name), path.join(staged, path.basename(name)));
  const manifest = packageManifest(await readFile(path.join(root, 'web/package.json'), 'utf8'));
  await writeFile(path.join(staged, 'package.json'), manifest);
  for (const name of await readdir(staged)) await chmod(path.join(staged, name), 0o644);
}

/** @param {string} text web/package.json */
function packageManifest(text) {
  const all = JSON.parse(text);
  const members = PUBLIC_MEMBERS.map((name) => [name, all[name]]);
  return `${JSON.stringify({ ...Object.fromEntries(members), sideEffects: SIDE_EFFECTS }, undefined, 2)}\n`;
}
