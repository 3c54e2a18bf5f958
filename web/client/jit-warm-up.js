/** @typedef {import('./module.js').Core} Core */

/** Decoded in some milliseconds: the real answer never waits for longer. */
const ROWS = 400;
/** As often as it takes an engine to find the decoder worth its while. */
const TIMES = 30;

const ENTRY = '{"userName":"user@example.com","desc":"The email address is not valid"}';

/** Modules that need it no more. @type {WeakSet<Core>} */
const rehearsed = new WeakSet();

/**
 * Engines make the code of a module fast after it has run for a while: that while goes into the wait for the first answer.
 * @param {Core} core
 * @param {AbortSignal} ended of the query that waits
 */
export async function rehearse(core, ended) {
  if (rehearsed.has(core)) return;
  rehearsed.add(core);
  const list = Array(ROWS).fill(ENTRY).join();
  const answer = new TextEncoder().encode(`{"code":0,"data":{"failInfoList":[${list}]}}`);
  for (let times = 0; times < TIMES; times += 1) {
    await new Promise((resolve) => setTimeout(resolve));
    if (ended.aborted) return;
    const decoded = core.wasm.decode(answer);
    if (decoded.ok) decoded.value.delete();
  }
}
