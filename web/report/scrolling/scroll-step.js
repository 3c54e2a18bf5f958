/** The distance that browsers scroll for an arrow key or a wheel line, in CSS pixels. */
const LINE = 40;

/**
 * The distance that a key scrolls.
 * @param {Pick<KeyboardEvent, 'key' | 'shiftKey'>} event
 * @param {{ viewport: number, total: number }} lengths in CSS pixels
 * @returns {number | undefined} CSS pixels; undefined for a key that does not scroll
 */
export function keyStep({ key, shiftKey }, { viewport, total }) {
  const page = viewport * 0.9;
  /** @type {Record<string, number>} */
  const steps = {
    ArrowUp: -LINE,
    ArrowDown: LINE,
    PageUp: -page,
    PageDown: page,
    Home: -total,
    End: total,
    ' ': shiftKey ? -page : page,
  };
  return Object.hasOwn(steps, key) ? steps[key] : undefined;
}

/**
 * The distance that a wheel event scrolls.
 * @param {Pick<WheelEvent, 'deltaY' | 'deltaMode'>} event
 * @param {number} viewport CSS pixels
 */
export const wheelStep = ({ deltaY, deltaMode }, viewport) => deltaY * [1, LINE, viewport][deltaMode];
