import { decode, decodeFirst } from './decode.js';
import { memory } from './memory.js';
import { page } from './page.js';
import { view } from './view.js';

/** @typedef {(plan: import('../harness/plan.js').Plan) => AsyncGenerator<import('../harness/results.js').Result>} Part */

/** The benchmarks by name, in the order in which they run. @type {Readonly<Record<string, Part>>} */
export const PARTS = Object.freeze({ decode, 'decode-first': decodeFirst, view, memory, page });
