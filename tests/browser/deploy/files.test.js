import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { securityHeaders } from '../../../web/dev/security-headers.js';
import { get } from '../../simulator/harness.js';
import { distFolder } from '../support/site.js';
import { SITE_HOST, shippedFile } from './deployment.js';
import { brotliModule } from './nginx.js';
import { openScene, serverNames } from './scene.js';
import { requiredPath } from './server-process.js';

const KEPT_FOR_GOOD = 'public, max-age=31536000, immutable';
const TYPES = Object.freeze({
  html: 'text/html',
  css: 'text/css',
  wasm: 'application/wasm',
  json: 'application/json',
});
const SCRIPT_TYPES = ['text/javascript', 'application/javascript'];

const inDist = (/** @type {string} */ name) => readFile(path.join(distFolder, name));

for (const name of serverNames) {
  describe(`${name} serves dist/`, { timeout: 60_000 }, () => {
    /** @type {import('./scene.js').Scene} */
    let scene;
    /** @type {string} */
    let root;
    /** @type {string[]} */
    let files;
    before(async () => {
      root = await mkdtemp(path.join(tmpdir(), 'koodrive-root-'));
      files = (await readdir(distFolder)).filter((file) => /\.(html|css|js|wasm|json)$/.test(file));
      assert.ok(files.length > 9, `dist/ has ${files.length} files`);
      await cp(distFolder, root, { recursive: true });
      for (const folder of ['1.2.0', 'tools/import']) {
        await mkdir(path.join(root, folder), { recursive: true });
        await cp(distFolder, path.join(root, folder), { recursive: true });
      }
      scene = await openScene(name, { root });
    });
    after(async () => {
      await scene?.close();
      await rm(root, { recursive: true, force: true });
    });

    /** @param {string} file @param {Record<string, string>} [headers] */
    const fetchFile = (file, headers) => scene.ask(file, { headers });

    it('with every byte and the media type of each file', async () => {
      for (const file of files) {
        const { status, headers, body } = await fetchFile(`/${file}`);
        assert.equal(status, 200, file);
        assert.deepEqual(body, await inDist(file), file);
        const extension = path.extname(file).slice(1);
        const type = headers['content-type']?.split(';')[0] ?? '';
        if (extension === 'js') assert.ok(SCRIPT_TYPES.includes(type), `${file}: ${type}`);
        else assert.equal(type, TYPES[/** @type {keyof typeof TYPES} */ (extension)], file);
      }
    });

    it('with the security headers on files and on errors', async () => {
      for (const file of [
        '/',
        '/koodrive.wasm',
        '/config.json',
        '/tools/import/',
        '/nothing',
        '/1.2.0/nothing.js',
      ]) {
        const { headers } = await fetchFile(file);
        for (const [header, value] of Object.entries(securityHeaders())) {
          const sent = headers[header.toLowerCase()]?.toString().replace("'self' ;", "'self';");
          assert.equal(sent, value, `${file}: ${header}`);
        }
      }
    });

    for (const [coding, suffix, unpack] of /** @type {const} */ ([
      ['br', '.br', brotliDecompressSync],
      ['gzip', '.gz', gunzipSync],
    ])) {
      // nginx serves .br files only with a module that some distributions lack.
      const isServed = name !== 'nginx' || coding === 'gzip' || brotliModule !== undefined;
      it(`${isServed ? `from the ${suffix} file` : 'uncompressed for want of the module'} to a client that accepts ${coding}`, async () => {
        for (const file of ['index.html', 'koodrive-element.js', 'koodrive.wasm', 'koodrive-page.css']) {
          const { headers, body } = await fetchFile(`/${file}`, { 'Accept-Encoding': coding });
          assert.equal(headers['content-encoding'], isServed ? coding : undefined, file);
          assert.deepEqual(isServed ? unpack(body) : body, await inDist(file), file);
          assert.deepEqual(body, await inDist(isServed ? file + suffix : file), file);
          assert.match(headers.vary ?? '', /accept-encoding/i, file);
        }
      });
    }

    it('as files that a browser revalidates each time and receives again only when they changed', async () => {
      for (const file of [
        '/',
        '/index.html',
        '/koodrive.wasm',
        '/koodrive-core.js?v=1.2.0',
        '/config.json',
      ]) {
        for (const coding of ['identity', 'gzip', 'br']) {
          const asked = { 'Accept-Encoding': coding };
          const first = await fetchFile(file, asked);
          assert.equal(first.headers['cache-control'], 'no-cache', file);
          const again = await fetchFile(file, { ...asked, 'If-None-Match': first.headers.etag ?? '' });
          assert.deepEqual([again.status, again.body.length], [304, 0], `${file} ${coding}`);
          assert.equal(again.headers['cache-control'], 'no-cache', file);
        }
      }
    });

    it('as files that a browser keeps for good from a folder that is named after a version', async () => {
      for (const file of files.filter((file) => /\.(js|css|wasm)$/.test(file)))
        assert.equal((await fetchFile(`/1.2.0/${file}`)).headers['cache-control'], KEPT_FOR_GOOD, file);
      for (const file of ['1.2.0/', '1.2.0/index.html', '1.2.0/config.json', 'tools/import/koodrive-core.js'])
        assert.equal((await fetchFile(`/${file}`)).headers['cache-control'], 'no-cache', file);
      assert.notEqual((await fetchFile('/1.2.0/nothing.js')).headers['cache-control'], KEPT_FOR_GOOD);
    });

    it('with permission for other origins to read the element, the client and the module, and nothing else', async () => {
      for (const file of ['koodrive-import-report.js', 'koodrive-core.js', 'koodrive.wasm'])
        assert.equal((await fetchFile(`/${file}`)).headers['access-control-allow-origin'], '*', file);
      for (const file of ['', 'index.html', 'config.json'])
        assert.equal((await fetchFile(`/${file}`)).headers['access-control-allow-origin'], undefined, file);
    });

    it('only over https, to which http redirects', async () => {
      const { status, headers } = await get(`http://127.0.0.1:${scene.server.plainPort}/?taskId=1`, {
        headers: { Host: SITE_HOST },
      });
      assert.ok([301, 302, 308].includes(status), String(status));
      assert.match(headers.location ?? '', new RegExp(`^https://${SITE_HOST}(:\\d+)?/\\?taskId=1$`));
    });
  });
}

describe('the shipped Caddyfile', () => {
  it('is valid and formatted for Caddy without any change', async () => {
    const home = await mkdtemp(path.join(tmpdir(), 'koodrive-caddy-'));
    const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home };
    const run = (/** @type {string[]} */ ...args) =>
      promisify(execFile)(requiredPath('KOODRIVE_CADDY'), args, { env });
    await run('validate', '--adapter', 'caddyfile', '--config', shippedFile('Caddyfile'));
    const { stdout } = await run('fmt', shippedFile('Caddyfile'));
    assert.equal(stdout, await readFile(shippedFile('Caddyfile'), 'utf8'));
    await rm(home, { recursive: true, force: true });
  });
});
