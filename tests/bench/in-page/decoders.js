/**
 * Ways to decode an answer's bytes into counts, reasons with counts, and rows. They run in a page and in Node.js, so the
 * URLs of what they load are passed to them.
 */

/** @typedef {import('../harness/site.js').Places} Places */
/** @typedef {import('../harness/alternate.js').Contender<any>} Contender */
/** @typedef {(bytes: Uint8Array) => Contender & { check(made: any): Facts }} Decoder */
/** What all of them must agree on. @typedef {{ failures: number, reasons: number, mostFrequent: number }} Facts */

/**
 * @param {Places} places
 * @returns {Promise<Decoder>}
 */
export async function koodriveDecoder({ client, wasm }) {
  const { createClient } = await import(client);
  const koodrive = await createClient({ wasmUrl: wasm, maxResponseBytes: 2 ** 30 });
  return (bytes) => ({
    run: () => koodrive.openTaskResult(bytes),
    release: (report) => report.close(),
    check: ({ failInfoList, reasons }) => ({
      failures: failInfoList.length,
      reasons: reasons.length,
      mostFrequent: reasons[0].count,
    }),
  });
}

/** @type {Decoder} */
export const jsonParseDecoder = (bytes) => ({
  run() {
    const { data } = JSON.parse(new TextDecoder().decode(bytes));
    /** @type {Map<string, number>} */
    const reasons = new Map();
    for (const { desc } of data.failInfoList) reasons.set(desc, (reasons.get(desc) ?? 0) + 1);
    return { data, reasons };
  },
  check: ({ data, reasons }) => ({
    failures: data.failInfoList.length,
    reasons: reasons.size,
    mostFrequent: [...reasons.values()].reduce((most, count) => Math.max(most, count)),
  }),
});

/**
 * nlohmann/json with a handler that does nothing, including the copy of the bytes into the module.
 * @param {Places} places
 * @returns {Promise<(bytes: Uint8Array) => Contender>}
 */
export async function floorDecoder({ floor }) {
  const code = await WebAssembly.compile(await (await fetch(floor)).arrayBuffer());
  const instance = await WebAssembly.instantiate(code, { env: { emscripten_notify_memory_growth() {} } });
  const exports = /** @type {any} */ (instance.exports);
  exports._initialize();
  return (bytes) => ({
    run() {
      const address = exports.malloc(bytes.length);
      new Uint8Array(exports.memory.buffer, address, bytes.length).set(bytes);
      const isJson = exports.parse(address, bytes.length);
      exports.free(address);
      if (!isJson) throw new Error('the floor refused the answer');
    },
  });
}
