// Opens the files that the client makes of awkward import files in LibreOffice Calc, converts them to CSV and compares the cells.
// Not part of the test command, as it needs LibreOffice: node tests/client/libreoffice.js
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import Papa from 'papaparse';
import { createClient } from '../../dist/koodrive-client.js';
import { AWKWARD_FILES } from './awkward-files.js';
import { papaRecords } from './papa-records.js';

/** LibreOffice's numbers of character sets: CSV filter options, token 3. */
const CHARACTER_SETS = Object.freeze({ 'utf-8': 76, 'utf-16le': 65_535, 'utf-16be': 65_535, gb18030: 85 });
const QUOTE = '"'.charCodeAt(0);

const TITLES = Object.freeze([
  'GB18030 with Chinese names',
  'UTF-16 with tabs',
  'semicolons with quoted line ends',
  'mixed line ends',
]);

const client = await createClient({ wasmUrl: new URL('../../dist/koodrive.wasm', import.meta.url) });
const folder = await mkdtemp(path.join(os.tmpdir(), 'koodrive-libreoffice-'));

/**
 * The cells that LibreOffice Calc shows for a file.
 * @param {File} file
 * @param {string} delimiter
 * @param {number} characterSet
 * @returns {Promise<string[][]>}
 */
async function cellsOf(file, delimiter, characterSet) {
  const source = path.join(folder, file.name);
  await writeFile(source, new Uint8Array(await file.arrayBuffer()));
  // Every column as text (2), so that nothing is taken for a number or date.
  const columns = Array.from({ length: 8 }, (_, n) => `${n + 1}/2`).join('/');
  const input = `CSV:${delimiter.charCodeAt(0)},${QUOTE},${characterSet},1,${columns}`;
  const out = path.join(folder, 'out');
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      `--infilter=${input}`,
      '--convert-to',
      `csv:Text - txt - csv (StarCalc):44,${QUOTE},76,1,,0,true`,
      '--outdir',
      out,
      source,
    ],
    { stdio: 'ignore', timeout: 120_000 },
  );
  const text = await readFile(path.join(out, `${path.parse(file.name).name}.csv`), 'utf8');
  const { data } = Papa.parse(text.replace(/^\uFEFF/, ''), { delimiter: ',' });
  return /** @type {string[][]} */ (data)
    .map((cells) => cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1))
    .filter((cells) => cells.length > 0);
}

/** Line ends within a cell as LF, and no empty cells at the end of a row. @param {Iterable<readonly string[]>} rows */
const shown = (rows) =>
  [...rows].map((cells) => {
    const even = cells.map((cell) => cell.replaceAll(/\r\n|\r/g, '\n'));
    return even.slice(0, even.findLastIndex((cell) => cell !== '') + 1);
  });

try {
  for (const [number, title] of TITLES.entries()) {
    const { bytes, text, delimiter } = AWKWARD_FILES[title];
    const file = await client.openImportFile(new File([bytes.slice()], `${number}.csv`));
    const names = papaRecords(text, delimiter)
      .slice(1)
      .map(([name]) => name);
    const report = await client.openTaskResult(
      JSON.stringify({
        code: 0,
        msg: '',
        data: {
          failCount: names.length,
          failInfoList: names.map((userName) => ({ userName, desc: '=原因' })),
        },
      }),
    );
    const match = report.matchWith(file, { column: 0 });
    const rows = [...match.reviewRows()];
    const columns = rows.map(([, , ...fields]) => fields);
    const retry = await cellsOf(match.toRetryFile(), file.delimiter, CHARACTER_SETS[file.encoding]);
    assert.deepEqual(shown(retry), shown(columns), `${title}: retry file`);
    const review = await cellsOf(match.toReviewFile(), ',', CHARACTER_SETS['utf-8']);
    const protectedRows = rows.map((cells) => cells.map((cell) => cell.replace(/^[=\n]/, "'$&")));
    assert.deepEqual(shown(review), shown(protectedRows), `${title}: review file`);
    console.log(`${title}: the retry file and the review file hold what they should`);
  }
} finally {
  await rm(folder, { recursive: true });
}
