import { execFile } from 'node:child_process';
import { chmod, copyFile, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
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
  'homepage',
  'repository',
  'bugs',
  'type',
  'main',
  'types',
  'exports',
  'customElements',
  'web-types',
  'engines',
];

/** npm's `sideEffects`: the built files that register an element. Not in web/package.json, where it would apply to the sources. */
const SIDE_EFFECTS = ['./koodrive-import-report.js', './koodrive-import-list.js', './koodrive-element.js'];

/** The frameworks whose types `koodrive-frameworks.d.ts` extends. Package managers that keep packages apart show it these. */
const FRAMEWORKS = ['@types/react', 'vue'];

/** The picture that the package's page shows. */
const PICTURE = 'screenshots/second-import-light.png';

/** What `koodrive-import-report/client` and `/list` mean to whoever does not read `exports`, such as Parcel by default. */
const FOLDERS = { client: 'koodrive-client', list: 'koodrive-import-list' };

/**
 * The files of dist/ that belong to a portal: element, client, wasm, source maps, types, and what
 * editors read, but not the page.
 * @param {string} name
 */
const isForPortals = (name) =>
  (/^koodrive[\w-]*\.(js|js\.map|d\.ts|wasm|wasm\.d\.ts)$/.test(name) && !name.startsWith('koodrive-page')) ||
  ['custom-elements.json', 'html-custom-data.json', 'web-types.json', 'THIRD-PARTY-LICENSES.md'].includes(
    name,
  );

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
  await writeFile(path.join(staged, 'package.json'), json(manifest));
  for (const name of await readdir(staged)) await chmod(path.join(staged, name), 0o644);
  const picture = path.join(staged, PICTURE);
  await mkdir(path.dirname(picture));
  await copyFile(path.join(root, 'web', PICTURE), picture);
  await chmod(picture, 0o644);
  for (const [folder, script] of Object.entries(FOLDERS)) {
    await mkdir(path.join(staged, folder));
    const file = path.join(staged, folder, 'package.json');
    await writeFile(file, json({ type: 'module', main: `../${script}.js`, types: `../${script}.d.ts` }));
    await chmod(file, 0o644);
  }
}

/** @param {string} text web/package.json */
function packageManifest(text) {
  const all = JSON.parse(text);
  return {
    ...Object.fromEntries(PUBLIC_MEMBERS.map((name) => [name, all[name]])),
    sideEffects: SIDE_EFFECTS,
    peerDependencies: Object.fromEntries(FRAMEWORKS.map((name) => [name, '*'])),
    peerDependenciesMeta: Object.fromEntries(FRAMEWORKS.map((name) => [name, { optional: true }])),
  };
}

/** @param {object} content */
const json = (content) => `${JSON.stringify(content, undefined, 2)}\n`;
