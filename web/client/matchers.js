/** @typedef {import('koodrive-module').ReportHandle} ReportHandle */
/** @typedef {import('./koodrive-client.d.ts').ImportMatch} ImportMatch */
/** @typedef {(report: ReportHandle, column: number | undefined) => ImportMatch} Matcher */

/**
 * How each import file is matched with a report. The code that does it is loaded with the first file, and a report finds it here.
 * @type {WeakMap<object, Matcher>}
 */
const matchers = new WeakMap();

/**
 * @param {object} file
 * @param {Matcher} matcher
 */
export const rememberMatcher = (file, matcher) => void matchers.set(file, matcher);

/**
 * @param {unknown} file
 * @returns {Matcher | undefined} undefined when the value is not an import file
 */
export const matcherOf = (file) => (file instanceof Object ? matchers.get(file) : undefined);
