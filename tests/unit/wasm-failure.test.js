import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { KooDriveError } from '../../web/client/errors.js';
import { compileWasm } from '../../web/client/wasm-code.js';
import { wasmFailure } from '../../web/client/wasm-failure.js';

const URL_OF_WASM = 'https://portal.example.com/koodrive.wasm';
const page = {
  origin: 'https://portal.example.com',
  location: { href: 'https://portal.example.com/report' },
};

/**
 * The error of loading koodrive.wasm in a page.
 * @param {import('node:test').TestContext} t
 * @param {() => Promise<Response>} fetch the page's
 * @param {string} [url]
 */
async function failureOf(t, fetch, url = URL_OF_WASM) {
  t.mock.method(globalThis, 'fetch', fetch);
  Object.assign(globalThis, page);
  t.after(() => Object.keys(page).forEach((name) => Reflect.deleteProperty(globalThis, name)));
  const cause = await compileWasm(url).then(
    () => assert.fail('loaded'),
    (/** @type {unknown} */ problem) => problem,
  );
  const error = new KooDriveError(wasmFailure(url, cause), 'en-US');
  assert.equal(error.cause, cause);
  assert.deepEqual([error.kind, error.reason], ['network', 'wasm-unavailable']);
  return error;
}

const unreachable = () => Promise.reject(new TypeError('Failed to fetch'));

/** @param {string} type @param {BodyInit} body */
const answer = (type, body) => async () => new Response(body, { headers: { 'Content-Type': type } });

describe('an error of loading koodrive.wasm', () => {
  it('names the status, in its message and as httpStatus', async (t) => {
    const error = await failureOf(t, async () => new Response('', { status: 404 }));
    assert.match(error.message, /portal\.example\.com\/koodrive\.wasm.*HTTP 404/);
    assert.equal(error.httpStatus, 404);
  });

  for (const type of ['text/html', 'application/wasm'])
    it(`names the type ${type} of what is not WebAssembly`, async (t) => {
      const { message, cause } = await failureOf(t, answer(type, '<!doctype html>'));
      assert.ok(message.includes(`(${type})`), message);
      assert.ok(cause instanceof Error && cause.cause instanceof WebAssembly.CompileError);
    });

  it('names connect-src and CORS where the file is on another origin', async (t) => {
    const { message } = await failureOf(t, unreachable, 'https://cdn.example.com/koodrive.wasm');
    assert.match(message, /another origin.*connect-src.*CORS/);
  });

  it('does not name CORS where the file is on the page’s origin', async (t) => {
    for (const url of [URL_OF_WASM, 'koodrive.wasm', '/koodrive.wasm'])
      assert.doesNotMatch((await failureOf(t, unreachable, url)).message, /CORS|another origin/);
  });

  it('names the memory that is missing', () => {
    const cause = new RangeError('WebAssembly.instantiate(): Out of memory');
    assert.match(new KooDriveError(wasmFailure(URL_OF_WASM, cause), 'en-US').message, /no memory/);
  });

  it('names wasm-unsafe-eval where the page may not run WebAssembly', async (t) => {
    t.mock.method(WebAssembly, 'Module', () => {
      throw new WebAssembly.CompileError('violates the Content Security policy');
    });
    assert.match((await failureOf(t, answer('application/wasm', ''))).message, /'wasm-unsafe-eval'/);
  });

  it('names wasmUrl where the script does not know its own URL', () => {
    assert.match(new KooDriveError(wasmFailure(undefined), 'en-US').message, /wasmUrl/);
  });

  it('keeps its cause from being listed or serialized', async (t) => {
    const error = await failureOf(t, unreachable);
    assert.ok(!JSON.stringify({ ...error }).includes('Failed to fetch'));
  });
});
