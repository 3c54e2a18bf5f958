/**
 * Runs thousands of queries that meet faults, and follows tasks, in one page and checks that memory does not grow. Not part of the test command:
 *
 *     node tests/soak/soak.js [--browser chromium|firefox] [--queries 5000]
 *
 * Runs `--queries` fast faults and 20 of each slow or large one against dist/ and a simulator. Compares the bytes that the
 * module's allocator has in use, the live handles and the page's JavaScript heap with their values after the first 200.
 * Prints a table; the exit status is 1 when a value has grown. Firefox cannot collect garbage on demand, so its JavaScript
 * heap is not compared.
 */
import { parseArgs } from 'node:util';
import { securityHeaders } from '../../web/dev/security-headers.js';
import { launchBrowser } from '../browser/support/browsers.js';
import { closeAll, openClientPage } from '../browser/support/client-page.js';
import { FAULTS } from '../browser/client/fault-outcomes.js';
import { startSite } from '../browser/support/site.js';

/** @typedef {import('../browser/support/client-page.js').QuerySpec} QuerySpec */
/** @typedef {Record<string, number>} Measured */

const WARM_UP = 200;
const SLOW_ROUNDS = 20;
/** One fewer than the connections that a browser opens to one server. */
const PARALLEL = 5;
/** In bytes: code that V8 compiles meanwhile counts as heap. A leak of 60 bytes a query would exceed it. */
const JS_HEAP_TOLERANCE = 300_000;

const SLOW_OR_LARGE = /slow|large|bomb|429|nesting-1000000/;
const FAST = FAULTS.filter(([taskId]) => !SLOW_OR_LARGE.test(taskId));

const follow = /** @type {const} */ ({ call: 'followTaskResult', impatient: true });
/** Following, which ends in each of its ways. @type {readonly QuerySpec[]} */
const FOLLOWED = [
  { ...follow, taskId: '1534087020903704703' },
  { ...follow, taskId: '1534087020903704707' },
  { ...follow, taskId: '1534087020903704713' },
  { ...follow, taskId: '1534087020903704715' },
  { ...follow, taskId: '1534087020903704705', options: { maxWaitMs: 0 } },
  { ...follow, taskId: '1534087020903704705', abortOn: 'waiting' },
  { ...follow, taskId: 'fault-detail-refused' },
  { ...follow, taskId: 'fault-401-always' },
  { call: 'queryTask', taskId: '1534087020903704703' },
  { call: 'listTasks', taskId: '' },
];

/** @type {readonly QuerySpec[]} */
const SLOW = [
  { taskId: 'fault-slow-headers-300' },
  { taskId: 'fault-slow-body-600' },
  { taskId: 'fault-stalled-headers', client: { timeoutMs: 300 } },
  { taskId: 'fault-stalled-body', client: { timeoutMs: 300 } },
  { taskId: 'fault-stalled-body', client: { deadlineMs: 300 } },
  { taskId: 'fault-stalled-then-ok', client: { timeoutMs: 300 } },
  { taskId: 'fault-401-basic', client: { timeoutMs: 300 } },
  { taskId: 'fault-stalled-body', abortOn: 'receiving' },
  { taskId: 'fault-503-always', abortOn: 'retrying' },
  { taskId: 'fault-503-then-ok' },
  { taskId: 'fault-reset-then-ok' },
  { taskId: 'fault-429-seconds' },
  { taskId: 'fault-429-date' },
  { taskId: 'fault-large-100', client: { maxResponseBytes: 1_000_000 } },
  { taskId: 'fault-large-with-length-100', client: { maxResponseBytes: 1_000_000 } },
  { taskId: 'fault-gzip-bomb-200', client: { maxResponseBytes: 1_000_000 } },
  { taskId: 'fault-large-100' },
  { taskId: 'fault-nesting-1000000' },
  { taskId: 'rows-100000' },
];

const { values: options } = parseArgs({
  options: {
    browser: { type: 'string', default: 'chromium' },
    queries: { type: 'string', default: '5000' },
  },
});
const browserName = options.browser === 'firefox' ? 'firefox' : 'chromium';

/** @param {number} n @returns {QuerySpec} */
const fastQuery = (n) => {
  const followed = FOLLOWED[n % (FAST.length + FOLLOWED.length)];
  if (followed) return followed;
  const [taskId, { client, tokens }] = FAST[n % FAST.length];
  return { taskId, tokens, client: { maxAttempts: 1, ...client } };
};
/** @param {QuerySpec} spec @returns {QuerySpec} */
const slowQuery = (spec) => ({ ...spec, client: { maxAttempts: 2, ...spec.client } });

const browser = await launchBrowser(browserName);
// fault-redirect must fail by CORS and not by the Content-Security-Policy.
const headers = securityHeaders({ connectSrc: ['http://localhost:*'] });
const site = await startSite({ recordLimit: 1000 }, { headers });
const clientPage = await openClientPage(browser, site);
const cdp = browserName === 'chromium' ? await clientPage.page.createCDPSession() : undefined;

/** @type {Map<string, number>} */
const ends = new Map();
let asked = 0;

/**
 * Runs queries in the page, PARALLEL at a time. Only the kinds of their outcomes leave the page, so that none is kept.
 * @param {readonly QuerySpec[]} specs
 */
async function run(specs) {
  const unique = specs.map((spec) => ({ ...spec, taskId: `${spec.taskId}~${(asked += 1)}` }));
  const kinds = await clientPage.page.evaluate(
    async ({ specs, parallel }) => {
      const { query } = /** @type {any} */ (window).clientPage;
      const queue = [...specs];
      /** @type {string[]} */
      const kinds = [];
      const work = async () => {
        for (let spec = queue.shift(); spec; spec = queue.shift()) {
          const { error } = await query(spec);
          kinds.push(error?.kind ?? 'report');
        }
      };
      await Promise.all(Array.from({ length: parallel }, work));
      return kinds;
    },
    { specs: unique, parallel: PARALLEL },
  );
  for (const kind of kinds) ends.set(kind, (ends.get(kind) ?? 0) + 1);
}

/** Shows progress to a person. @param {string} text */
const tell = (text) => process.stderr.isTTY && process.stderr.write(`\r${text.padEnd(40)}\r`);

/** @returns {Promise<Measured>} */
async function measure() {
  const held = Object.entries(await clientPage.diagnostics());
  // WebAssembly memory never shrinks, so one large answer raises it for good.
  const comparable = Object.fromEntries(held.filter(([name]) => name !== 'memoryBytes'));
  if (!cdp) return comparable;
  // Objects with finalizers are freed by the second collection only.
  await cdp.send('HeapProfiler.collectGarbage');
  await clientPage.page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return { ...comparable, jsHeap: usedSize };
}

const began = Date.now();
const fast = Array.from({ length: Number(options.queries) }, (_, n) => fastQuery(n));
await run(fast.slice(0, WARM_UP));
const early = await measure();
for (let at = WARM_UP; at < fast.length; at += WARM_UP) {
  await run(fast.slice(at, at + WARM_UP));
  tell(`${Math.min(at + WARM_UP, fast.length)} of ${fast.length} fast queries`);
}
for (const [n, spec] of SLOW.entries()) {
  await run(Array.from({ length: SLOW_ROUNDS }, () => slowQuery(spec)));
  tell(`${n + 1} of ${SLOW.length} slow or large kinds`);
}
await clientPage.expectOrdinaryQuery();
const late = await measure();
const { memoryBytes } = await clientPage.diagnostics();
tell('');

const tolerances = /** @type {Measured} */ ({ jsHeap: JS_HEAP_TOLERANCE });
const rows = Object.keys(early).map((name) => {
  const tolerance = tolerances[name] ?? 0;
  const grown = late[name] - early[name];
  return {
    name,
    [`after ${WARM_UP}`]: early[name],
    [`after ${asked}`]: late[name],
    grown,
    tolerance,
    ok: grown <= tolerance,
  };
});
console.log(
  `${browserName}: ${asked} queries in ${Math.round((Date.now() - began) / 1000)} s; wasm memory ${memoryBytes} bytes`,
);
console.log(Object.fromEntries([...ends].sort()));
console.table(rows);
process.exitCode = rows.every(({ ok }) => ok) ? 0 : 1;
await closeAll(clientPage, browser, site);
