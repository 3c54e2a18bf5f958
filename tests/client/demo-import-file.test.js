import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createClient } from '../../dist/koodrive-client.js';
import { demoImportFile } from '../../web/simulator/import-file.js';
import { mixedImport, secondTry } from '../../web/simulator/mixed-import.js';
import { successBody } from '../../web/simulator/answer-body.js';

const client = await createClient({ wasmUrl: new URL('../../dist/koodrive.wasm', import.meta.url) });

describe("the demo's import file", () => {
  it('holds 247 of the 250 failures in a row of their own, one in two rows, and two without a name', async () => {
    const report = await client.openTaskResult(successBody(mixedImport('en-US'), 'en-US'));
    const file = await client.openImportFile(new File([demoImportFile()], 'users.csv'));
    const match = report.matchWith(file);
    assert.deepEqual([file.rowCount, file.columns[match.column ?? -1]], [2000, 'User account']);
    assert.deepEqual([match.matchedRows, match.unmatched, match.claimed], [247, [44, 171], []]);
    assert.deepEqual(match.inSeveralRows, [{ positions: [5], lines: [42, 2001] }]);
    assert.deepEqual([match.folded, match.withoutDomain], [[17, 31], [43]]);
  });

  it('is followed by a second try with failures of each kind', async () => {
    const report = await client.openTaskResult(successBody(secondTry('en-US'), 'en-US'));
    const earlier = await client.openTaskResult(successBody(mixedImport('en-US'), 'en-US'));
    const { newFailures, stillFailing, failingOtherwise, unclear, noLongerFailing } =
      report.compareWith(earlier);
    assert.deepEqual(
      [newFailures, stillFailing, failingOtherwise, unclear, noLongerFailing].map(({ length }) => length),
      [4, 29, 10, 1, 206],
    );
  });
});
