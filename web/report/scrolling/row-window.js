import { RowHeights } from './row-heights.js';
import { ScrollScale } from './scroll-scale.js';
import { keyStep, wheelStep } from './scroll-step.js';
import { TouchScroll } from './touch-scroll.js';

/** Overscan: rows rendered above and below the visible ones, so that fast scrolling seldom shows a gap. */
const OVERSCAN = 8;

const FIRST_ESTIMATE = 34;

/** The share of the window's height that the viewport is taken to have until it is measured: as in the style sheet, so that the first render has the rows that are needed. */
const FIRST_SHARE = 0.72;

/** @typedef {{ first: number, end: number }} RowRange rows from `first` up to, not including, `end` */

/**
 * Virtual scrolling: renders only the visible rows of a long table. The table is inside a box whose height is that of all
 * rows. If that exceeds the browsers' limit, the box is scaled down, while wheel, keys and fingers still scroll by pixels.
 *
 * Written by hand since @lit-labs/virtualizer 2 positions rows absolutely, which takes a table's columns apart, and clamps
 * its length at 8.2 million pixels, about 240,000 rows: retire it when a library scrolls 1,000,000 rows of a `<table>`.
 */
export class RowWindow {
  #host;
  #heights = new RowHeights(0, FIRST_ESTIMATE);
  #calibrated = false;
  /** Distance of the viewport's top edge from the first row's top, in CSS pixels. */
  #offset = 0;
  /** The scrollTop that was set for #offset; when it differs, the user has scrolled. */
  #position = 0;
  /** @type {RowRange} */
  #range = { first: 0, end: 0 };
  /** @type {HTMLElement | undefined} */
  #scroller;
  #width = 0;
  /** Height of the scroller's visible area below the sticky table header. */
  #viewport = (globalThis.innerHeight ?? 0) * FIRST_SHARE;
  #header = 0;
  /** Not in a test environment without layout, such as jsdom. */
  #resized = globalThis.ResizeObserver && new ResizeObserver(() => this.#onResize());
  #touch = new TouchScroll({ onBegin: () => this.#settle(), onEnd: () => this.#settle() });

  /** @param {import('lit').ReactiveControllerHost & { renderRoot: ParentNode }} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  /**
   * The rows to draw for a list of this length.
   * @param {number} count
   * @returns {RowRange}
   */
  range(count) {
    if (count !== this.#heights.count) this.#measureAnew(count);
    this.#range = this.#needed(OVERSCAN);
    return this.#range;
  }

  /** Scrolls to the first row, when the list is replaced. */
  toStart() {
    this.#measureAnew(this.#heights.count);
    this.#goTo(0);
  }

  /** The first fully visible row. */
  get firstVisible() {
    const index = this.#heights.indexAt(this.#offset);
    return this.#heights.top(index) < this.#offset ? Math.min(index + 1, this.#heights.count - 1) : index;
  }

  /** How many rows of the estimated height fit into the visible area. */
  get rowsPerScreen() {
    return Math.max(1, this.#heights.indexAt(this.#offset + this.#viewport) - this.firstVisible);
  }

  /**
   * Scrolls as little as needed for a row to be visible.
   * @param {number} index
   */
  reveal(index) {
    const top = this.#heights.top(index);
    const bottom = this.#heights.top(index + 1);
    if (top < this.#offset) this.#goTo(top);
    else if (bottom > this.#offset + this.#viewport) this.#goTo(bottom - this.#viewport);
  }

  /** Requests an update when the element was moved in the document, because hostUpdated() observes the scroller again. */
  hostConnected() {
    this.#host.requestUpdate();
  }

  hostDisconnected() {
    this.#attach(undefined);
  }

  hostUpdated() {
    this.#attach(this.#host.renderRoot.querySelector('[data-row-window]') ?? undefined);
    if (!this.#scroller) return;
    // All that is measured is read before anything is written, because each read after a write is a layout.
    this.#measureViewport();
    this.#measureRows();
    this.#place();
  }

  get #scale() {
    return new ScrollScale(this.#heights.total, this.#viewport);
  }

  #measureViewport() {
    if (!this.#scroller) return;
    this.#header = this.#scroller.querySelector('thead')?.offsetHeight ?? 0;
    this.#viewport = Math.max(0, this.#scroller.clientHeight - this.#header);
  }

  /** @param {number} count */
  #measureAnew(count) {
    this.#heights = new RowHeights(count, FIRST_ESTIMATE);
    this.#calibrated = false;
  }

  /** @param {HTMLElement | undefined} scroller */
  #attach(scroller) {
    if (scroller === this.#scroller) return;
    if (this.#scroller) {
      this.#scroller.removeEventListener('scroll', this.#onScroll);
      this.#scroller.removeEventListener('wheel', this.#onWheel);
      this.#scroller.removeEventListener('keydown', this.#onKey);
      this.#resized?.disconnect();
      this.#boxes.forEach((box) => box.removeAttribute('style'));
    }
    this.#scroller = scroller;
    this.#touch.attach(scroller);
    if (!scroller) return;
    scroller.addEventListener('scroll', this.#onScroll, { passive: true });
    scroller.addEventListener('wheel', this.#onWheel, { passive: false });
    scroller.addEventListener('keydown', this.#onKey);
    this.#resized?.observe(scroller);
    this.#width = scroller.clientWidth;
    if (this.#offset === 0) return;
    this.#measureViewport();
    this.#goTo(this.#offset);
  }

  #onScroll = () => {
    const position = this.#scroller?.scrollTop ?? 0;
    if (Math.abs(position - this.#position) < 1) return;
    const scale = this.#scale;
    this.#offset = this.#isDrawn
      ? scale.clamp(this.#offset + position - this.#position)
      : scale.offsetAt(position);
    this.#position = position;
    this.#host.requestUpdate();
  };

  /**
   * Whether a finger moves the rows of a scaled box. The box then scrolls by as many pixels as the rows; its position is
   * made to fit their offset afterwards, because setting it would stop the glide.
   */
  get #isDrawn() {
    return this.#touch.isActive && this.#scale.isScaled;
  }

  #settle() {
    if (this.#scale.isScaled) this.#goTo(this.#offset);
  }

  /** Scrolls by pixels when the box is scaled down, where the browser's own steps would skip rows. @param {WheelEvent} event */
  #onWheel = (event) => {
    if (!this.#scale.isScaled || event.ctrlKey || event.shiftKey || !event.deltaY) return;
    if (this.#goTo(this.#offset + wheelStep(event, this.#viewport))) event.preventDefault();
  };

  /** Replaces the browser's smooth scrolling by keys, which stops short when rows on the way are measured. @param {KeyboardEvent} event */
  #onKey = (event) => {
    if (event.target !== this.#scroller || event.ctrlKey || event.altKey || event.metaKey) return;
    const step = keyStep(event, { viewport: this.#viewport, total: this.#heights.total });
    if (step === undefined) return;
    event.preventDefault();
    this.#goTo(this.#offset + step);
  };

  #onResize() {
    const width = this.#scroller?.clientWidth ?? 0;
    if (width !== this.#width) {
      this.#width = width;
      const index = this.#heights.indexAt(this.#offset);
      this.#measureAnew(this.#heights.count);
      this.#offset = this.#heights.top(index);
      this.#host.requestUpdate();
      return;
    }
    const viewport = this.#viewport;
    this.#measureViewport();
    if (viewport !== this.#viewport) this.#host.requestUpdate();
  }

  /**
   * @param {number} offset
   * @returns {boolean} false when the list cannot be scrolled further
   */
  #goTo(offset) {
    this.#touch.stop();
    const scale = this.#scale;
    const next = scale.clamp(offset);
    const moved = next !== this.#offset;
    this.#offset = next;
    this.#place();
    if (this.#scroller) {
      this.#scroller.scrollTop = scale.positionOf(next);
      this.#position = this.#scroller.scrollTop;
    }
    this.#host.requestUpdate();
    return moved;
  }

  /** Corrects the offset, without a word to the box while a finger moves it. @param {number} offset */
  #moveTo(offset) {
    if (!this.#isDrawn) return void this.#goTo(offset);
    this.#offset = this.#scale.clamp(offset);
    this.#host.requestUpdate();
  }

  /** Measures the rendered rows and corrects the scroll position, so that the visible rows do not move (scroll anchoring). */
  #measureRows() {
    const rows = /** @type {HTMLElement[]} */ ([
      ...(this.#scroller?.querySelectorAll('tbody tr[data-index]') ?? []),
    ]);
    // Layout pixels, as scrollTop: a bounding box would be that under the transforms around the element.
    const sizes = rows.map((row) => parseFloat(getComputedStyle(row).height));
    if (!sizes[0]) return;
    const wasAtEnd = this.#offset > 0 && this.#offset >= this.#scale.maxOffset - 1;
    const index = this.#heights.indexAt(this.#offset);
    const within = this.#offset - this.#heights.top(index);
    if (!this.#calibrated) {
      this.#heights = new RowHeights(
        this.#heights.count,
        [...sizes].sort((a, b) => a - b)[sizes.length >> 1],
      );
      this.#calibrated = true;
    }
    rows.forEach((row, at) => this.#heights.set(Number(row.dataset.index), sizes[at]));
    const offset = wasAtEnd ? this.#scale.maxOffset : this.#heights.top(index) + within;
    const visible = this.#needed(0);
    if (Math.abs(offset - this.#offset) > 0.5) this.#moveTo(offset);
    else if (visible.first < this.#range.first || visible.end > this.#range.end) this.#host.requestUpdate();
  }

  /**
   * @param {number} overscan
   * @returns {RowRange}
   */
  #needed(overscan) {
    const { count } = this.#heights;
    // In a scaled box, overscan would extend beyond the box's height.
    const more = this.#scale.isScaled ? 0 : overscan;
    const first = Math.max(0, this.#heights.indexAt(this.#offset) - more);
    const last = this.#heights.indexAt(this.#offset + this.#viewport) + more;
    return { first, end: Math.min(count, last + 1) };
  }

  /** Sets the height of the box and moves the table, including its header, to the rendered rows. */
  #place() {
    const [extent, table] = this.#boxes;
    if (!this.#scroller || !extent || !table) return;
    const { first } = this.#range;
    const scale = this.#scale;
    const position = this.#isDrawn ? this.#position : scale.positionOf(this.#offset);
    const before = Math.max(0, position + this.#heights.top(first) - this.#offset);
    extent.style.setProperty('block-size', `${scale.extent + this.#header}px`);
    table.style.setProperty('margin-block-start', `${before}px`);
  }

  /** @returns {HTMLElement[]} the box with the height of all rows, and the table in it */
  get #boxes() {
    return this.#scroller ? [...this.#scroller.querySelectorAll('.extent, table')].filter(isHTMLElement) : [];
  }
}

/**
 * @param {Element} element
 * @returns {element is HTMLElement}
 */
const isHTMLElement = (element) => element instanceof HTMLElement;
