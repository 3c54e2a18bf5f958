import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EDGE, MAX_EXTENT, ScrollScale } from '../../web/report/scrolling/scroll-scale.js';
import { keyStep, wheelStep } from '../../web/report/scrolling/scroll-step.js';
import { TouchScroll } from '../../web/report/scrolling/touch-scroll.js';

describe('ScrollScale', () => {
  it('does not scale offsets while the total height is within the limit of browsers', () => {
    const scale = new ScrollScale(10_000, 500);
    assert.deepEqual([scale.isScaled, scale.extent, scale.maxOffset], [false, 10_000, 9500]);
    assert.equal(scale.offsetAt(1234), 1234);
    assert.equal(scale.positionOf(1234), 1234);
  });

  it('maps the whole range of scroll positions onto all rows when their height exceeds the limit', () => {
    const scale = new ScrollScale(34_000_000, 500);
    assert.deepEqual([scale.isScaled, scale.extent], [true, MAX_EXTENT]);
    assert.equal(scale.offsetAt(0), 0);
    assert.equal(scale.offsetAt(MAX_EXTENT - 500), scale.maxOffset);
    for (const offset of [1, 12_345_678, scale.maxOffset])
      assert.ok(Math.abs(scale.offsetAt(scale.positionOf(offset)) - offset) < 1e-6, String(offset));
  });

  it('does not scale offsets near either end, so that both ends are reached by pixels', () => {
    const scale = new ScrollScale(34_000_000, 500);
    const room = MAX_EXTENT - 500;
    for (const distance of [0, 1, 300.5, EDGE]) {
      assert.equal(scale.positionOf(distance), distance);
      assert.equal(scale.offsetAt(distance), distance);
      assert.equal(scale.positionOf(scale.maxOffset - distance), room - distance);
      assert.equal(scale.offsetAt(room - distance), scale.maxOffset - distance);
    }
    const offsets = Array.from({ length: 800 }, (_, at) => scale.offsetAt((room * at) / 799));
    offsets.reduce((before, offset) => (assert.ok(offset > before), offset));
  });

  it('clamps offsets to the rows, even if all of them are visible', () => {
    assert.equal(new ScrollScale(10_000, 500).clamp(-1), 0);
    assert.equal(new ScrollScale(10_000, 500).clamp(1e9), 9500);
    assert.equal(new ScrollScale(100, 500).clamp(50), 0);
    assert.equal(new ScrollScale(100, 500).positionOf(0), 0);
  });
});

describe('keyStep', () => {
  const lengths = { viewport: 1000, total: 50_000 };
  const step = (/** @type {string} */ key, shiftKey = false) => keyStep({ key, shiftKey }, lengths);

  it('scrolls by a line, by most of the viewport, or to either end', () => {
    assert.deepEqual(
      ['ArrowDown', 'PageUp', 'End'].map((key) => step(key)),
      [40, -900, 50_000],
    );
    assert.deepEqual([step(' '), step(' ', true)], [900, -900]);
  });

  it('ignores keys that do not scroll, and names of Object.prototype members', () => {
    assert.deepEqual(
      ['a', 'Tab', 'constructor'].map((key) => step(key)),
      [undefined, undefined, undefined],
    );
  });
});

describe('wheelStep', () => {
  it('converts wheel deltas in pixels, lines and pages to pixels', () => {
    assert.deepEqual(
      [0, 1, 2].map((deltaMode) => wheelStep({ deltaY: 3, deltaMode }, 500)),
      [3, 120, 1500],
    );
  });
});

describe('TouchScroll', () => {
  /** A box 500 px wide without its scroll bar, and what was told of the finger on it. */
  function touched() {
    const box = Object.assign(new EventTarget(), {
      clientWidth: 500,
      clientLeft: 1,
      getBoundingClientRect: () => ({ left: 100 }),
    });
    /** @type {string[]} */
    const told = [];
    const touch = new TouchScroll({ onBegin: () => told.push('begin'), onEnd: () => told.push('end') });
    touch.attach(/** @type {HTMLElement} */ (/** @type {unknown} */ (box)));
    /** @param {string} name @param {number[]} fingers their places */
    const fire = (name, ...fingers) =>
      box.dispatchEvent(Object.assign(new Event(name), { touches: fingers.map((clientX) => ({ clientX })) }));
    return { touch, told, fire };
  }

  it('is active from a finger’s touch until the box has rested after it was lifted', (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const { touch, told, fire } = touched();
    fire('touchstart', 300);
    t.mock.timers.tick(10_000);
    assert.deepEqual([touch.isActive, told], [true, ['begin']], 'a finger that rests');
    fire('touchend');
    for (let glide = 0; glide < 5; glide += 1) {
      t.mock.timers.tick(149);
      fire('scroll');
    }
    assert.deepEqual([touch.isActive, told], [true, ['begin']], 'a glide');
    t.mock.timers.tick(150);
    assert.deepEqual([touch.isActive, told], [false, ['begin', 'end']]);
  });

  it('is active while one of two fingers is left', (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const { touch, fire } = touched();
    fire('touchstart', 300, 310);
    fire('touchend', 300);
    t.mock.timers.tick(1000);
    assert.equal(touch.isActive, true);
  });

  it('ignores other ways to scroll, a finger on the scroll bar, and what comes after it was stopped', (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const { touch, told, fire } = touched();
    fire('scroll');
    fire('touchstart', 605);
    assert.deepEqual([touch.isActive, told], [false, []]);
    fire('touchstart', 300);
    fire('touchend');
    touch.stop();
    fire('scroll');
    t.mock.timers.tick(1000);
    assert.deepEqual([touch.isActive, told], [false, ['begin']]);
  });
});
