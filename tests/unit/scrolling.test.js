import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MAX_EXTENT, ScrollScale } from '../../web/report/scrolling/scroll-scale.js';
import { keyStep, wheelStep } from '../../web/report/scrolling/scroll-step.js';

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
