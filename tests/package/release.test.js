import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { unzipSync } from '../../web/node_modules/fflate/esm/index.mjs';
import { distFolder } from '../browser/support/site.js';
import { read, readJson } from '../structure/repository.js';

const script = fileURLToPath(new URL('../../web/build/release/release.js', import.meta.url));
const npm = process.env.KOODRIVE_NPM ?? 'npm';
const name = `koodrive-import-report-${readJson('web/package.json').version}`;

/** @param {string} folder @returns {Promise<Record<string, Buffer>>} */
async function readAll(folder) {
  const names = (await readdir(folder)).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (file) => [file, await readFile(path.join(folder, file))])),
  );
}

describe('a release', () => {
  /** @type {string} */
  let folder;
  /** The files of two releases that were made from the same dist/. @type {Record<string, Buffer>[]} */
  let releases;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'koodrive-release-'));
    releases = await Promise.all(
      [
        { by: 'one', zone: 'Pacific/Kiritimati', umask: '077', time: 1e9 },
        { by: 'another person', zone: 'America/New_York', umask: '002', time: 1.7e9 },
      ].map(async ({ by, zone, umask, time }) => {
        const own = path.join(folder, by);
        const dist = path.join(own, 'dist');
        await cp(distFolder, dist, { recursive: true });
        for (const file of await readdir(dist)) await utimes(path.join(dist, file), time, time);
        const command = 'umask "$1" && exec "$2" "$3" --dist "$4" --out "$5" --npm "$6"';
        const args = [umask, process.execPath, script, dist, path.join(own, 'out'), npm];
        await promisify(execFile)('sh', ['-c', command, 'sh', ...args], {
          env: { ...process.env, TZ: zone },
        });
        return readAll(path.join(own, 'out'));
      }),
    );
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('consists of the npm package, a zip of dist/, SRI hashes and checksums', () => {
    assert.deepEqual(Object.keys(releases[0]), [
      'SHA256SUMS',
      `${name}-sri.json`,
      `${name}.tgz`,
      `${name}.zip`,
    ]);
  });

  it('has the same bytes for another person, time zone, umask and time', () => {
    assert.deepEqual(Object.keys(releases[1]), Object.keys(releases[0]));
    for (const [file, bytes] of Object.entries(releases[0]))
      assert.ok(bytes.equals(releases[1][file]), `${file} differs`);
  });

  it('has the whole of dist/ in its zip', async () => {
    const unzipped = unzipSync(releases[0][`${name}.zip`]);
    const dist = await readAll(distFolder);
    assert.deepEqual(
      Object.keys(unzipped).sort(),
      [...Object.keys(dist), 'LICENSE', 'CHANGELOG.md'].map((file) => `${name}/${file}`).sort(),
    );
    for (const [file, bytes] of Object.entries(dist))
      assert.ok(bytes.equals(unzipped[`${name}/${file}`]), file);
  });

  it('is described in CHANGELOG.md', () => {
    const [, entry] = read('CHANGELOG.md').split(`\n## [${readJson('web/package.json').version}]`);
    assert.match(entry ?? '', /^### Types$/m);
  });

  it('can be checked by sha256sum', () => {
    execFileSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], {
      cwd: path.join(folder, 'one/out'),
      stdio: 'ignore',
    });
    assert.equal(releases[0].SHA256SUMS.toString().trim().split('\n').length, 3);
  });

  it('gives the hash of every file that a page loads', async () => {
    const hashes = JSON.parse(releases[0][`${name}-sri.json`].toString());
    const loaded = Object.entries(await readAll(distFolder)).filter(([file]) =>
      /\.(js|css|wasm)$/.test(file),
    );
    assert.deepEqual(
      hashes,
      Object.fromEntries(
        loaded.map(([file, bytes]) => [
          file,
          `sha384-${createHash('sha384').update(bytes).digest('base64')}`,
        ]),
      ),
    );
  });
});
