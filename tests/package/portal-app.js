import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
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
 * Creates a portal's folder and installs the packed package into it without a network.
 * @param {Readonly<Record<string, string>>} files of the portal, by path
 * @param {string} [example] a folder whose files and installed packages the portal begins with
 */
export async function createPortalApp(files, example) {
  const folder = await mkdtemp(path.join(tmpdir(), 'koodrive-portal-'));
  const app = path.join(folder, 'app');
  const tarball = await packNpmPackage({ dist: distFolder, folder, npm });
  if (example) await cp(example, app, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(app, name)), { recursive: true });
    await writeFile(path.join(app, name), text);
  }
  const offline = ['--offline', '--cache', path.join(folder, 'npm-cache'), '--no-audit', '--no-fund'];
  await run(npm, ['install', '--no-save', ...offline, tarball], { cwd: app });
  return {
    app,
    tarball,
    /** @param {...string} args a script of the portal, and what it is given */
    node: async (...args) => (await run(process.execPath, args, { cwd: app })).stdout,
    /** The TypeScript compiler's complaints. @param {...string} options @returns {Promise<string>} */
    typeCheck: (...options) =>
      run(process.execPath, [path.join(webModules, 'typescript/bin/tsc'), ...options], { cwd: app }).then(
        () => '',
        ({ stdout, stderr }) => stdout + stderr,
      ),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
