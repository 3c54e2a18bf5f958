import { readFile } from 'node:fs/promises';
import { spreadOf } from '../harness/spread.js';

/** @typedef {Awaited<ReturnType<typeof import('../harness/environments.js').openBrowser>>} Chromium */
/** @typedef {import('../harness/longest-task.js').TraceEvent} TraceEvent */

/** Medians of the main thread's time in milliseconds. @typedef {Record<string, number>} Costs */

const CATEGORIES = ['devtools.timeline', 'toplevel', 'v8', 'v8.wasm', 'blink.user_timing'];
const BEGIN = 'koodrive-begin ';
const END = 'koodrive-end ';
const PAGE = 'koodrive-page.js';

/** What V8 does for the WebAssembly module, by its events. @type {Readonly<Record<string, string>>} */
const WASM_STEPS = Object.freeze({
  'wasm.SyncInstantiate': 'koodrive.wasm: instantiate',
  'wasm.CompileLazy': 'koodrive.wasm: compile each function at its first call, until the client is ready',
});

/**
 * What scripts cost, each imported into an empty page by itself after what it imports, and then what the module costs that
 * a client starts.
 * @param {Chromium} chromium
 * @param {readonly string[]} scripts of dist/
 * @param {number} rounds
 * @returns {Promise<Costs>}
 */
export async function evaluationCosts(chromium, scripts, rounds) {
  const inOrder = await importsFirst(scripts);
  /** @type {Record<string, number[]>} */
  const samples = {};
  // The first round only warms up the server and the browser's processes.
  for (let round = -1; round < rounds; round += 1) {
    const events = await traceOfStart(chromium, inOrder);
    if (round < 0) continue;
    for (const [step, cost] of Object.entries(costsIn(events, inOrder))) (samples[step] ??= []).push(cost);
  }
  return Object.fromEntries(Object.entries(samples).map(([step, list]) => [step, spreadOf(list).median]));
}

/**
 * @param {Chromium} chromium
 * @param {readonly string[]} scripts
 * @returns {Promise<TraceEvent[]>}
 */
const traceOfStart = ({ site, withPage }, scripts) =>
  withPage(async (page) => {
    await page.goto(site.origin);
    await page.tracing.start({ categories: CATEGORIES });
    await page.evaluate(start, `${site.origin}/dist/`, scripts, site.pagePlaces, [BEGIN, END, PAGE]);
    const trace = await page.tracing.stop();
    return JSON.parse(Buffer.from(trace ?? []).toString()).traceEvents;
  });

/**
 * Runs inside the page.
 * @param {string} dist
 * @param {readonly string[]} scripts
 * @param {import('../harness/site.js').Places} places
 * @param {readonly string[]} names what the marks begin with, and the page's own script
 */
async function start(dist, scripts, { client, wasm }, [begin, end, pageScript]) {
  // The page's own script needs the page's elements.
  const page = await (await fetch(`${dist}index.html`)).text();
  document.body.append(...new DOMParser().parseFromString(page, 'text/html').body.children);
  const evaluate = async (/** @type {string} */ script) => {
    performance.mark(begin + script);
    await import(dist + script);
    performance.mark(end + script);
  };
  for (const script of scripts.filter((name) => name !== pageScript)) await evaluate(script);
  performance.mark(`${begin}client`);
  const { createClient } = await import(client);
  await createClient({ wasmUrl: wasm });
  performance.mark(`${end}client`);
  // The last one, because it starts a client itself.
  await evaluate(pageScript);
}

/**
 * @param {readonly TraceEvent[]} events
 * @param {readonly string[]} scripts
 * @returns {Costs}
 */
function costsIn(events, scripts) {
  const marked = (/** @type {string} */ name) => {
    const mark = events.find((event) => event.name === name);
    if (!mark) throw new Error(`the trace does not hold the mark ${name}`);
    return mark;
  };
  const { pid, tid } = marked(`${BEGIN}client`);
  const ofPage = events.filter((event) => event.ph === 'X' && event.pid === pid && event.tid === tid);
  const total = (
    /** @type {string} */ name,
    /** @type {string} */ from,
    /** @type {(event: TraceEvent) => boolean} */ is = () => true,
  ) => {
    const [begin, end] = [marked(BEGIN + from).ts, marked(END + from).ts];
    return ofPage
      .filter((event) => event.name === name && event.ts >= begin && event.ts <= end && is(event))
      .reduce((sum, { dur = 0 }) => sum + dur / 1_000, 0);
  };
  /** @type {Costs} */
  const costs = {};
  for (const script of scripts) {
    const isOwn = (/** @type {TraceEvent} */ { args }) => args.fileName?.endsWith(`/${script}`);
    costs[`${script}: compile`] = total('v8.compileModule', script, isOwn);
    costs[`${script}: evaluate`] = total('v8.evaluateModule', script);
  }
  for (const [event, step] of Object.entries(WASM_STEPS)) costs[step] = total(event, 'client');
  costs['createClient(): the main thread’s work'] = total('ThreadControllerImpl::RunTask', 'client');
  costs['createClient(): from the call until it is ready'] =
    (marked(`${END}client`).ts - marked(`${BEGIN}client`).ts) / 1_000;
  return costs;
}

/**
 * Sorts scripts so that those that a script imports stand before it.
 * @param {readonly string[]} scripts of dist/
 */
async function importsFirst(scripts) {
  /** @type {Set<string>} */
  const sorted = new Set();
  const visit = async (/** @type {string} */ script) => {
    const text = await readFile(new URL(`../../../dist/${script}`, import.meta.url), 'utf8');
    for (const [, imported] of text.matchAll(/(?:from|import)\s*"\.\/([\w-]+\.js)"/g))
      if (scripts.includes(imported) && !sorted.has(imported)) await visit(imported);
    sorted.add(script);
  };
  for (const script of scripts) await visit(script);
  return [...sorted];
}
