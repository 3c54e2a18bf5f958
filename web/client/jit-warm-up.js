/** @typedef {import('./module.js').Core} Core */

/** Failures in the made-up answer. Decoding it takes a few milliseconds, the longest delay of the server's answer. */
const ROWS = 400;
/** About as many runs as V8 and SpiderMonkey need to compile the decoder with their optimizing compilers (tier-up). */
const TIMES = 30;

const ENTRY = '{"userName":"user@example.com","desc":"The email address is not valid"}';

/** Modules that were warmed up already. @type {WeakSet<Core>} */
const warmedUp = new WeakSet();

/**
 * JIT warm-up: decodes a made-up answer repeatedly while the first query waits for the server, so that the engine has
 * optimized the decoder when the server's answer arrives.
 * @param {Core} core
 * @param {AbortSignal} ended of the query that waits
 */
export async function warmUp(core, ended) {
  if (warmedUp.has(core)) return;
  warmedUp.add(core);
  const list = Array(ROWS).fill(ENTRY).join();
  const answer = new TextEncoder().encode(`{"code":0,"data":{"failInfoList":[${list}]}}`);
  for (let times = 0; times < TIMES; times += 1) {
    await new Promise((resolve) => setTimeout(resolve));
    if (ended.aborted) return;
    const decoded = core.wasm.decode(answer);
    if (decoded.ok) decoded.value.delete();
  }
}
