/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, dur?: number, args: any }} TraceEvent */

/**
 * The longest task of a page's main thread during an action.
 * @param {Page} page
 * @param {() => Promise<unknown>} work
 * @returns {Promise<number>} milliseconds
 */
export async function longestTask(page, work) {
  await page.tracing.start({ categories: ['toplevel', 'blink.user_timing', '__metadata'] });
  await work();
  await page.evaluate(() => performance.mark('koodrive-end-of-work'));
  const trace = await page.tracing.stop();
  /** @type {TraceEvent[]} */
  const events = JSON.parse(Buffer.from(trace ?? []).toString()).traceEvents;
  // Other renderers are traced as well; the mark identifies the page's.
  const mark = events.find(({ name }) => name === 'koodrive-end-of-work');
  if (!mark) throw new Error('the trace does not hold the mark');
  const tasks = events.filter(({ ph, pid, tid }) => ph === 'X' && pid === mark.pid && tid === mark.tid);
  return tasks.reduce((longest, { dur = 0 }) => Math.max(longest, dur), 0) / 1_000;
}
