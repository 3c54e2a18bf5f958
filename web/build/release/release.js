import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { zipSync } from 'fflate';
import { packNpmPackage, root } from './npm-package.js';

/** The modification time of every ZIP entry. ZIP stores local time, so a local date gives the same bytes in every time zone. */
const ENTRY_TIME = new Date(2000, 0, 1);
const UNIX = 3;
const READABLE_FILE = 0o100644 << 16;
/** Extensions of files that are compressed already: the ZIP stores them as they are. */
const STORED = /\.(br|gz)$/;
/** Files whose hash a page can give as `integrity`: scripts, style sheets and preloaded wasm. */
const LOADED = /\.(js|css|wasm)$/;

/**
 * Makes the files of a release: the npm package, a ZIP of dist/, the Subresource Integrity hashes of the files in it that
 * pages load, and the checksums of all these files. The same dist/ and the same release of Node.js give
 * the same bytes; the zlib of another Node.js, such as Debian 13's, compresses differently.
 * @param {object} options
 * @param {string} options.dist the built dist/
 * @param {string} options.folder emptied first
 * @param {string} [options.npm] npm's executable
 * @returns {Promise<string[]>} the files' names
 */
export async function makeRelease({ dist, folder, npm }) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const tarball = await packNpmPackage({ dist, folder, npm });
  const name = path.basename(tarball, '.tgz');
  const files = await readFiles(dist);
  await writeFile(path.join(folder, `${name}.zip`), await zip(name, files));
  await writeFile(path.join(folder, `${name}-sri.json`), integrity(files));
  const made = (await readdir(folder)).sort();
  const sums = await Promise.all(
    made.map(
      async (file) => `${digest('sha256', await readFile(path.join(folder, file)), 'hex')}  ${file}\n`,
    ),
  );
  await writeFile(path.join(folder, 'SHA256SUMS'), sums.join(''));
  return [...made, 'SHA256SUMS'];
}

/** @param {string} folder without folders in it @returns {Promise<[name: string, bytes: Buffer][]>} in the order of names */
async function readFiles(folder) {
  const names = (await readdir(folder)).sort();
  /** @param {string} name @returns {Promise<[string, Buffer]>} */
  const readOne = async (name) => [name, await readFile(path.join(folder, name))];
  return Promise.all(names.map(readOne));
}

/**
 * @param {string} name the folder that is unpacked
 * @param {readonly [name: string, bytes: Buffer][]} files
 */
async function zip(name, files) {
  /** @type {import('fflate').Zippable} */
  const entries = {};
  /** @param {string} file @param {Buffer} bytes */
  const add = (file, bytes) => {
    const level = STORED.test(file) ? 0 : 9;
    entries[`${name}/${file}`] = [bytes, { level, mtime: ENTRY_TIME, os: UNIX, attrs: READABLE_FILE }];
  };
  for (const [file, bytes] of files) add(file, bytes);
  for (const file of ['LICENSE', 'CHANGELOG.md']) add(file, await readFile(path.join(root, file)));
  return zipSync(entries);
}

/** @param {readonly [name: string, bytes: Buffer][]} files */
function integrity(files) {
  const hashes = files
    .filter(([name]) => LOADED.test(name))
    .map(([name, bytes]) => [name, `sha384-${digest('sha384', bytes, 'base64')}`]);
  return `${JSON.stringify(Object.fromEntries(hashes), undefined, 2)}\n`;
}

/**
 * @param {string} algorithm
 * @param {Buffer} bytes
 * @param {import('node:crypto').BinaryToTextEncoding} encoding
 */
const digest = (algorithm, bytes, encoding) => createHash(algorithm).update(bytes).digest(encoding);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { dist: { type: 'string' }, out: { type: 'string' }, npm: { type: 'string' } },
  });
  const { dist = path.join(root, 'dist'), out = path.join(root, 'build/release'), npm } = values;
  for (const name of await makeRelease({ dist, folder: out, npm })) console.log(path.join(out, name));
}
