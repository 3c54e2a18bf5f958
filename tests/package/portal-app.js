import { execFile, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { distFolder } from '../browser/support/site.js';
import { packNpmPackage } from '../../web/build/release/npm-package.js';

const run = promisify(execFile);
const npm = process.env.KOODRIVE_NPM ?? 'npm';
const webModules = fileURLToPath(new URL('../../web/node_modules/', import.meta.url));

/**
 * Copies an example, but links the files of its packages: those of Next.js weigh 380 MB. npm writes its own list of them in place.
 * @param {string} example
 * @param {string} app
 */
async function copyExample(example, app) {
  const left = ['node_modules', '.next'];
  const isOfExample = (/** @type {string} */ file) => !left.includes(path.basename(file));
  await cp(example, app, { recursive: true, filter: isOfExample });
  // The folder itself may be a link, which must not be shared.
  const packages = await realpath(path.join(example, 'node_modules'));
  const copied = path.join(app, 'node_modules');
  // Other file systems allow no links.
  await run('cp', ['--archive', '--link', packages, copied]).catch(() =>
    cp(packages, copied, { recursive: true, verbatimSymlinks: true, force: true }),
  );
  await rm(path.join(copied, '.package-lock.json'), { force: true });
}

/**
 * Creates a portal's folder and installs the packed package into it without a network.
 * @param {Readonly<Record<string, string>>} files of the portal, by path
 * @param {string} [example] a folder whose files and installed packages the portal begins with
 * @param {Readonly<Record<string, string>>} [variables] of the environment of its scripts
 */
export async function createPortalApp(files, example, variables) {
  const folder = await mkdtemp(path.join(tmpdir(), 'koodrive-portal-'));
  const app = path.join(folder, 'app');
  const tarball = await packNpmPackage({ dist: distFolder, folder, npm });
  if (example) await copyExample(example, app);
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(app, name)), { recursive: true });
    await writeFile(path.join(app, name), text);
  }
  const offline = ['--offline', '--cache', path.join(folder, 'npm-cache'), '--no-audit', '--no-fund'];
  await run(npm, ['install', '--no-save', ...offline, tarball], { cwd: app });
  const options = { cwd: app, env: { ...process.env, ...variables } };
  return {
    app,
    tarball,
    /** @param {...string} args a script of the portal, and what it is given */
    node: async (...args) => (await run(process.execPath, args, options)).stdout,
    /** Starts a script that serves. @param {...string} args @returns {import('node:child_process').ChildProcessWithoutNullStreams} */
    serve: (...args) => spawn(process.execPath, args, options),
    /** The TypeScript compiler's complaints. @param {...string} options @returns {Promise<string>} */
    typeCheck: (...options) =>
      run(process.execPath, [path.join(webModules, 'typescript/bin/tsc'), ...options], { cwd: app }).then(
        () => '',
        ({ stdout, stderr }) => stdout + stderr,
      ),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
