import { decode, decodeFirst } from './decode.js';

/** The benchmarks by name, in the order in which they run. @type {Readonly<Record<string, (plan: import('../harness/plan.js').Plan) => AsyncGenerator<import('../harness/results.js').Result>>>} */
export const PARTS = Object.freeze({ decode, 'decode-first': decodeFirst });
