import { decode, decodeFirst } from './decode.js';
import { memory } from './memory.js';
import { page } from './page.js';
import { scrolling } from './scrolling.js';
import { size } from './size.js';
import { tasks } from './tasks.js';
import { view } from './view.js';

/** @typedef {(plan: import('../harness/plan.js').Plan) => AsyncGenerator<import('../harness/results.js').Result>} Part */

/** The benchmarks by name, in the order in which they run. @type {Readonly<Record<string, Part>>} */
export const PARTS = Object.freeze({
  size,
  decode,
  'decode-first': decodeFirst,
  view,
  memory,
  page,
  tasks,
  scrolling,
});
