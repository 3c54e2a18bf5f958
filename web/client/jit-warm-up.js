/** @typedef {import('./module.js').Core} Core */

/** Failures in the made-up answer. Decoding it takes a few milliseconds, the longest that it delays the page. */
const ROWS = 400;
/**
 * Received bytes from which on a warm-up is worth its time: it costs 30 ms of the main
 * thread and a second core. With 10 failures, the first report comes 6 to 8 % later with it; with 100,000, 6 % earlier
 * (Chromium 156, 10 Mbit/s and 40 ms).
 */
const LONG_ANSWER = 2_000_000;
/** About as many runs as V8 and SpiderMonkey need to compile the decoder with their optimizing compilers (tier-up). */
const TIMES = 30;

const ENTRY = '{"userName":"user@example.com","desc":"The email address is not valid"}';

/** Modules that were warmed up already. @type {WeakSet<Core>} */
const warmedUp = new WeakSet();

/**
 * JIT warm-up: decodes a made-up answer repeatedly while the first long answer arrives, so that the engine has optimized the
 * decoder when the answer is complete.
 * @param {Core} core
 * @param {number} receivedBytes of the answer that arrives
 * @param {AbortSignal} ended of its query
 */
export async function warmUp(core, receivedBytes, ended) {
  if (receivedBytes < LONG_ANSWER || warmedUp.has(core)) return;
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
