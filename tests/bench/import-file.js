// How long it takes to open an import file, and to match it with a report in which every tenth row failed, as a ratio to Papa Parse
// reading the same text in the same run: node tests/bench/import-file.js
import Papa from 'papaparse';
import { createClient } from '../../dist/koodrive-client.js';

const ROUNDS = 5;
const SHARE_OF_FAILURES = 10;

const client = await createClient({ wasmUrl: new URL('../../dist/koodrive.wasm', import.meta.url) });

/** @param {number} rows */
function sampleOf(rows) {
  const names = Array.from({ length: rows }, (_, n) => `user${n}@example.com`);
  const failInfoList = names
    .filter((_, n) => n % SHARE_OF_FAILURES === 0)
    .map((userName) => ({ userName, desc: 'exists' }));
  const data = { failCount: failInfoList.length, failInfoList };
  return {
    text: `name,mobile,department\r\n${names.map((name, n) => `${name},138${n},"Sales, EMEA"\r\n`).join('')}`,
    answer: JSON.stringify({ code: 0, msg: '', data }),
  };
}

/** @param {readonly number[]} times */
const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];

/** @param {() => unknown} work */
async function timeOf(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

for (const rows of [20_000, 1_000_000]) {
  const { text, answer } = sampleOf(rows);
  const report = await client.openTaskResult(answer);
  const bytes = new TextEncoder().encode(text);
  /** @type {{ open: number[], match: number[], papa: number[] }} */
  const times = { open: [], match: [], papa: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.papa.push(await timeOf(() => Papa.parse(text)));
    const opened = performance.now();
    const file = await client.openImportFile(bytes);
    times.open.push(performance.now() - opened);
    times.match.push(await timeOf(() => report.matchWith(file).toRetryFile()));
    file.close();
  }
  const papa = median(times.papa);
  const shown = (/** @type {readonly number[]} */ list) =>
    `${Math.round(median(list))} ms (${(median(list) / papa).toFixed(2)} of Papa Parse)`;
  console.log(
    `${rows} rows: open ${shown(times.open)}, match and retry file ${shown(times.match)}; Papa Parse ${Math.round(papa)} ms`,
  );
}
