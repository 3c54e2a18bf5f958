import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { read } from './repository.js';

/** What --emit-tsd writes of the classes and records; what Emscripten itself puts into the module stands before. */
const [, declarations] = read('build/wasm/src/browser/koodrive.d.ts').split(/^interface WasmModule/m);

describe("the WebAssembly module's declarations", () => {
  it("name the API's records, and the classes", () => {
    for (const name of ['type UserImportResultDto', 'type UserImportFailInfo', 'interface ReportHandle'])
      assert.ok(declarations.includes(`export ${name} `), name);
  });

  it('have a type other than any for everything', () => {
    assert.deepEqual(declarations.match(/.*\bany\b.*/g), null);
  });

  it('have a name for each parameter', () => {
    assert.deepEqual(declarations.match(/.*[(,] ?_\d+\??:.*/g), null);
  });
});
