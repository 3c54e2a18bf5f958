/**
 * Keeps a contender's report alive in `globalThis.kept` until the page is closed.
 * @param {{ places: import('../harness/site.js').Places, answer: string, contender: string }} task
 */
export function run({ places, answer, contender }) {
  return contender === 'koodrive' ? keepReport(places, answer) : keepObjects(places, answer);
}

/**
 * Queries a task twice, as a portal and *Try again* do.
 * @param {import('../harness/site.js').Places} places
 * @param {string} answer
 */
async function keepReport({ client, wasm, endpoint }, answer) {
  const { createClient } = await import(client);
  const koodrive = await createClient({
    endpoint,
    userId: '1505084218764547200',
    credentials: { accessToken: 'measured' },
    wasmUrl: wasm,
  });
  const idle = koodrive.diagnostics();
  const first = await koodrive.queryTaskResult({ taskId: answer });
  const loaded = koodrive.diagnostics();
  first.close();
  let report;
  for (let reloads = 0; reloads < 3; reloads += 1) {
    report?.close();
    report = await koodrive.queryTaskResult({ taskId: answer });
  }
  Object.assign(globalThis, { kept: { koodrive, report } });
  const reloaded = koodrive.diagnostics();
  return {
    liveBytes: loaded.bytesInUse - idle.bytesInUse,
    memoryBytes: loaded.memoryBytes,
    memoryBytesReloaded: reloaded.memoryBytes,
  };
}

/**
 * @param {import('../harness/site.js').Places} places
 * @param {string} answer
 */
async function keepObjects({ answers }, answer) {
  const bytes = new Uint8Array(await (await fetch(answers + answer)).arrayBuffer());
  const { data } = JSON.parse(new TextDecoder().decode(bytes));
  const reasons = new Map();
  for (const { desc } of data.failInfoList) reasons.set(desc, (reasons.get(desc) ?? 0) + 1);
  Object.assign(globalThis, { kept: { data, reasons } });
  return { responseBytes: bytes.length };
}
