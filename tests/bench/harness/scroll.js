/**
 * The figures of scrolling through a table.
 * @typedef {object} Scrolled
 * @property {number[]} frames milliseconds between frames while scrolling
 * @property {number} blankFrames frames without a row in the middle of the table
 * @property {number[]} blankAfterJump milliseconds from a jump until rows are there
 */

/**
 * Scrolls a table for 5 s, jumps, and records every frame. It runs inside a page, so it uses nothing of this module.
 * @param {Element} scroller
 * @param {string} row what a row is
 * @returns {Promise<Scrolled>}
 */
export async function scrollThrough(scroller, row) {
  const scrollTime = 5_000;
  const step = 120;
  const jumps = 20;
  const longestWait = 3_000;

  scroller.scrollIntoView({ block: 'center' });
  const root = /** @type {Document | ShadowRoot} */ (scroller.getRootNode());
  const { left, top, width, height } = scroller.getBoundingClientRect();
  const isFilled = () => Boolean(root.elementFromPoint(left + width / 3, top + height / 2)?.closest(row));
  /** Resolves after the frame's scroll events and what they led to. @returns {Promise<number>} */
  const nextFrame = () =>
    new Promise((resolve) => {
      requestAnimationFrame((time) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(time);
        port2.postMessage(undefined);
      });
    });

  const frames = [];
  let blankFrames = 0;
  scroller.scrollTop = 0;
  let last = await nextFrame();
  const end = last + scrollTime;
  while (last < end) {
    scroller.scrollTop += step;
    const now = await nextFrame();
    frames.push(now - last);
    if (!isFilled()) blankFrames += 1;
    last = now;
  }
  const blankAfterJump = [];
  for (let jump = 1; jump <= jumps; jump += 1) {
    const start = performance.now();
    scroller.scrollTop = (scroller.scrollHeight * ((jump * 7) % jumps)) / jumps;
    await nextFrame();
    while (!isFilled() && performance.now() - start < longestWait) await nextFrame();
    blankAfterJump.push(performance.now() - start);
  }
  return { frames, blankFrames, blankAfterJump };
}
