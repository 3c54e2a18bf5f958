import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createClient } from '../../dist/koodrive-client.js';
import { AWKWARD_FILES } from './awkward-files.js';
import { papaRecords } from './papa-records.js';

const client = await createClient({ wasmUrl: new URL('../../dist/koodrive.wasm', import.meta.url) });

/** @param {readonly { userName?: string, desc?: string }[]} failInfoList */
const reportOf = (failInfoList) =>
  client.openTaskResult(
    JSON.stringify({
      code: 0,
      msg: '',
      data: { successCount: 1, failCount: failInfoList.length, failInfoList },
    }),
  );

describe('the corpus of awkward import files', () => {
  for (const [title, { bytes, text, delimiter }] of Object.entries(AWKWARD_FILES)) {
    const [header, ...rows] = papaRecords(text, delimiter);
    const everyone = rows.map(([userName]) => ({ userName }));

    it(`holds the same records for the client as for Papa Parse: ${title}`, async () => {
      const file = await client.openImportFile(bytes);
      assert.deepEqual([file.delimiter, file.columns, file.rowCount], [delimiter, header, rows.length]);
      const match = (await reportOf(everyone)).matchWith(file, { column: 0 });
      assert.deepEqual(
        [...match.reviewRows()].slice(1).map(([, , ...fields]) => fields),
        rows,
      );
    });

    it(`gives the same bytes again as the retry file of a report in which everyone failed: ${title}`, async () => {
      const match = (await reportOf(everyone)).matchWith(await client.openImportFile(bytes), { column: 0 });
      assert.deepEqual([...new Uint8Array(await match.toRetryFile().arrayBuffer())], [...bytes]);
    });
  }
});

describe('an import file of 20,000 rows', () => {
  it('gives the same bytes again as the retry file of a report in which everyone failed', async () => {
    const names = Array.from({ length: 20_000 }, (_, n) => `user${n}`);
    const text = `name,mail\r\n${names.map((name) => `${name},${name}@example.com\r\n`).join('')}`;
    const report = await reportOf(names.map((userName) => ({ userName })));
    const match = report.matchWith(await client.openImportFile(text));
    assert.equal(await match.toRetryFile().text(), text);
  });
});
