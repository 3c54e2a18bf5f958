import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createClient } from '../../dist/koodrive-client.js';

const client = await createClient({ wasmUrl: new URL('../../dist/koodrive.wasm', import.meta.url) });

/** "张伟,研发" and a header in GB18030. */
const GB18030_ROW = [0xd5, 0xc5, 0xce, 0xb0, 0x2c, 0xd1, 0xd0, 0xb7, 0xa2, 0x0d, 0x0a];

/** @param {readonly { userName?: string, desc?: string }[]} failInfoList */
const reportOf = (failInfoList) =>
  client.openTaskResult(
    JSON.stringify({
      code: 0,
      msg: '',
      data: { successCount: 1, failCount: failInfoList.length, failInfoList },
    }),
  );

/** @param {string} text @param {'utf-16le' | 'utf-16be'} encoding */
function utf16(text, encoding) {
  const view = new DataView(new ArrayBuffer(2 * text.length + 2));
  `\uFEFF${text}`
    .split('')
    .forEach((unit, at) => view.setUint16(2 * at, unit.charCodeAt(0), encoding === 'utf-16le'));
  return new Uint8Array(view.buffer);
}

/** @param {Blob} blob */
const bytesOf = async (blob) => [...new Uint8Array(await blob.arrayBuffer())];

/** @param {unknown} source @param {import('../../dist/koodrive-client.js').ImportFileOptions} [options] */
async function faultOf(source, options) {
  const error = await client.openImportFile(/** @type {any} */ (source), options).then(
    () => assert.fail('the file was not refused'),
    (reason) => reason,
  );
  assert.equal(error.name, 'KooDriveError');
  assert.doesNotMatch(error.message, /[{}]|undefined/);
  return error;
}

describe('an import file opened by the client', () => {
  it('tells its columns, rows, encoding and delimiter', async () => {
    const file = await client.openImportFile(new File(['name;mail\na;1\nb;2'], 'users.csv'));
    const { name, columns, rowCount, encoding, delimiter } = file;
    assert.deepEqual(
      { name, columns, rowCount, encoding, delimiter },
      { name: 'users.csv', columns: ['name', 'mail'], rowCount: 2, encoding: 'utf-8', delimiter: ';' },
    );
    file.close();
  });

  it('is read as GB18030 where it is not UTF-8, and keeps these bytes in the retry file', async () => {
    const header = [...new TextEncoder().encode('name,dept\r\n')];
    const bytes = Uint8Array.from([...header, ...GB18030_ROW]);
    const file = await client.openImportFile(bytes);
    assert.equal(file.encoding, 'gb18030');
    const match = (await reportOf([{ userName: '张伟', desc: 'exists' }])).matchWith(file);
    assert.equal(match.matchedRows, 1);
    assert.deepEqual(await bytesOf(match.toRetryFile()), [...bytes]);
    assert.match(
      await match.toReviewFile().text(),
      /^\uFEFF?"line","desc","name","dept"\r\n"2","exists","张伟","研发"\r\n$/,
    );
  });

  for (const encoding of /** @type {const} */ (['utf-16le', 'utf-16be'])) {
    it(`is read as ${encoding} where its byte order mark says so, and keeps these bytes in the retry file`, async () => {
      const text = 'name\tmail\r\n😀\t"a\r\nb"\r\nwei\tx\r\n';
      const file = await client.openImportFile(utf16(text, encoding));
      assert.deepEqual([file.encoding, file.delimiter, file.rowCount], [encoding, '\t', 2]);
      const report = await reportOf([{ userName: 'wei' }]);
      const retry = report.matchWith(file).toRetryFile();
      assert.deepEqual(await bytesOf(retry), [...utf16('name\tmail\r\nwei\tx\r\n', encoding)]);
    });
  }

  it('can be read with another encoding and delimiter than those found', async () => {
    const file = await client.openImportFile(Uint8Array.from(GB18030_ROW), {
      encoding: 'gb18030',
      delimiter: ';',
    });
    assert.deepEqual([...file.columns], ['张伟,研发']);
  });
});

describe('an import file that cannot be read', () => {
  it('is refused with the reason, the place and what to do', async () => {
    const cases = /** @type {const} */ ([
      ['', 'empty-file', {}],
      ['PK\u0003\u0004…', 'is-workbook', {}],
      ['{"code":0}', 'is-json', {}],
      [Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0x00]), 'is-workbook', {}],
      ['\uFEFF \n[1]', 'is-json', {}],
      ['\n\r\n', 'empty-file', {}],
      ['\uFEFF', 'empty-file', {}],
      ['sep=;\n', 'empty-file', {}],
      ['name\n"a', 'quote-not-closed', { line: 2 }],
      [
        Uint8Array.from([0x61, 0x0d, 0x0a, 0x0d, 0xff, 0xff, 0x0a]),
        'invalid-encoding',
        { offset: 4, line: 3 },
      ],
      [Uint8Array.from([0xff, 0xfe, 0x00, 0xd8, 0x61, 0x00]), 'invalid-encoding', { offset: 5, line: 1 }],
    ]);
    for (const [source, reason, place] of cases) {
      const error = await faultOf(source);
      assert.deepEqual([error.kind, error.reason], ['malformed-file', reason], String(source));
      for (const [name, value] of Object.entries(place))
        assert.equal(error[name], value, `${reason}: ${name}`);
    }
  });

  it('is refused by its size before it is read', async () => {
    const small = await createClient({
      wasmUrl: new URL('../../dist/koodrive.wasm', import.meta.url),
      maxResponseBytes: 4,
    });
    await assert.rejects(small.openImportFile('name\na'), { kind: 'too-large', reason: 'file-too-large' });
  });

  it('is refused if its encoding, its delimiter or its type is not one that can be', async () => {
    assert.equal((await faultOf('a', { encoding: /** @type {any} */ ('latin1') })).option, 'encoding');
    for (const delimiter of ['ab', '"', '\n', '，'])
      assert.equal((await faultOf('a', { delimiter })).reason, 'not-a-delimiter', delimiter);
    assert.equal((await faultOf(1)).option, 'file');
  });
});

describe('a report matched with its import file', () => {
  const text = 'name,mail\nwei,1\nLI ,2\nzhao@x.com,3\ntwin,4\ntwin,5\n';
  const failures = [
    { userName: 'zhao', desc: 'r' },
    { userName: 'wei', desc: 'r' },
    { userName: 'li', desc: 'r' },
    { userName: 'twin', desc: 'r' },
    { userName: 'nobody', desc: 'q' },
  ];

  it('tells the line and the strength of each match, what is ambiguous and what was not found', async () => {
    const match = (await reportOf(failures)).matchWith(await client.openImportFile(text));
    assert.equal(match.column, 0);
    assert.equal(match.matchedRows, 3);
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((at) => match.linesOf(at)),
      [[4], [2], [3], [5, 6], []],
    );
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((at) => match.strengthOf(at)),
      ['without-domain', 'exact', 'folded', undefined, undefined],
    );
    assert.deepEqual(match.unmatched, [4]);
    assert.deepEqual(match.ambiguous, [{ positions: [3], lines: [5, 6] }]);
  });

  it('gives a retry file of the failures shown, with the ambiguous ones only if all of them are wanted', async () => {
    const report = await reportOf(failures);
    const match = report.matchWith(await client.openImportFile(new File([text], 'users.csv')));
    const retry = match.toRetryFile();
    assert.equal(retry.name, 'users-failed.csv');
    assert.equal(await retry.text(), 'name,mail\nwei,1\nLI ,2\nzhao@x.com,3\n');
    assert.equal(await match.toRetryFile({ ambiguous: 'all' }).text(), text);
    assert.equal(
      await match.toRetryFile({ view: report.view({ search: 'wei' }) }).text(),
      'name,mail\nwei,1\n',
    );
  });

  it('gives a review file that protects spreadsheets from formulas and leaves nobody out', async () => {
    const report = await reportOf([{ userName: '=a', desc: '+r' }, { userName: 'gone' }]);
    const review = report
      .matchWith(await client.openImportFile('id,name\n1,=a\n'))
      .toReviewFile({ lineLabel: 'Line' });
    assert.equal(
      await review.text(),
      '"Line","desc","id","name"\r\n"2","\'+r","1","\'=a"\r\n"","","","gone"\r\n',
    );
  });

  it('lists names in several rows apart from rows that several failures claim, and matches by strength', async () => {
    const report = await reportOf(
      ['wei', 'WEI', 'twin', 'li@x.com', 'Zhao'].map((userName) => ({ userName })),
    );
    const match = report.matchWith(await client.openImportFile('name\nwei\ntwin\ntwin\nli\nzhao\n'));
    assert.deepEqual(match.inSeveralRows, [{ positions: [2], lines: [3, 4] }]);
    assert.deepEqual(match.claimed, [{ positions: [1], lines: [2] }]);
    assert.deepEqual([match.exact, match.folded, match.withoutDomain], [[0], [4], [3]]);
    assert.deepEqual([...match.lines], [2, 2, 3, 5, 6]);
  });

  it('takes all rows of a name that as many failures bear, without asking', async () => {
    const report = await reportOf([{ userName: 'twin' }, { userName: 'twin' }]);
    const match = report.matchWith(await client.openImportFile('name\ntwin\nx\ntwin\n'));
    assert.deepEqual([match.matchedRows, match.ambiguous, [...match.lines]], [2, [], [2, 4]]);
    assert.equal(match.retryRowCount(), 2);
  });

  it('can be sorted by the line in the file, which exports hold as a column', async () => {
    const report = await reportOf(failures);
    const match = report.matchWith(await client.openImportFile(text));
    const view = report.view({ sortBy: 'line', match });
    assert.deepEqual([...view.positions(0, 9)], [1, 2, 0, 3, 4]);
    assert.equal(
      report.toCsv({ view, match, forSpreadsheet: false }),
      'userName,desc,lines\r\nwei,r,2\r\nli,r,3\r\nzhao,r,4\r\ntwin,r,5 6\r\nnobody,q,\r\n',
    );
    assert.match(report.toCsv({ match }), /\r\n"twin","r","5 6"\r\n"nobody","q",""\r\n$/);
    assert.equal(report.toTsv([1, 3], { match }), 'wei\tr\t2\ntwin\tr\t5 6');
    const { failInfoList } = JSON.parse(
      report.toJson({ match, comparison: report.compareWith(report) }),
    ).data;
    assert.deepEqual(failInfoList[3], { userName: 'twin', desc: 'r', lines: [5, 6], change: 'same-reason' });
    assert.throws(() => report.view({ sortBy: 'line' }), { kind: 'invalid-request', option: 'match' });
    const other = await reportOf([]);
    assert.throws(() => other.toCsv({ match }), { kind: 'invalid-request', option: 'match' });
  });

  it('can be matched by another column, also by one that is empty or that does not exist', async () => {
    const report = await reportOf(failures);
    const file = await client.openImportFile('name,mail\nwei,\nli,\n');
    const match = report.matchWith(file, { column: 1 });
    assert.deepEqual([match.column, match.matchedRows, match.unmatched.length], [1, 0, 5]);
    for (const column of [-1, 2, 0.5])
      assert.throws(() => report.matchWith(file, { column }), { reason: 'out-of-range', option: 'column' });
    assert.throws(() => report.matchWith(file, { column: /** @type {any} */ ('name') }), {
      option: 'column',
    });
  });

  it('finds nobody in a file that is only a header, or for a report without names', async () => {
    const header = await client.openImportFile('name,mail');
    assert.deepEqual([header.rowCount, header.columns], [0, ['name', 'mail']]);
    const match = (await reportOf(failures)).matchWith(header);
    assert.deepEqual([match.column, match.matchedRows, match.retryRowCount()], [undefined, 0, 0]);
    const nameless = (await reportOf([{ desc: 'a' }])).matchWith(await client.openImportFile('n\na\n'));
    assert.deepEqual([nameless.column, nameless.unmatched], [undefined, [0]]);
  });

  it('protects formulas in a review file as in the CSV export', async () => {
    const texts = [
      '=a',
      '+a',
      '-a',
      '@a',
      '\ta',
      '\ra',
      '\na',
      '\0a',
      '＝a',
      '＋a',
      '－a',
      '＠a',
      'a=',
      '"',
      "'=a",
    ];
    const report = await reportOf(texts.map((userName) => ({ userName, desc: userName })));
    const match = report.matchWith(await client.openImportFile('name\nx\n'));
    const review = await match.toReviewFile({ lineLabel: 'a', reasonLabel: 'b' }).text();
    const lines = report.failInfoList
      .slice()
      .map((_, at) => report.toCsv({ view: report.view({ positions: [at] }) }));
    assert.equal(
      review,
      `"a","b","name"\r\n${lines.map((csv) => `"",${csv.slice('\uFEFF"userName","desc"\r\n'.length)}`).join('')}`,
    );
  });

  it('gives the rows of the review file as texts, for another format', async () => {
    const report = await reportOf([
      { userName: '=a', desc: '+r' },
      { userName: 'twin' },
      { userName: 'gone' },
    ]);
    const match = report.matchWith(await client.openImportFile('id,name\n1,=a\n2,twin\n3,twin\n'));
    assert.deepEqual(
      [...match.reviewRows()],
      [
        ['line', 'desc', 'id', 'name'],
        ['2', '+r', '1', '=a'],
        ['3', '', '2', 'twin'],
        ['4', '', '3', 'twin'],
        ['', '', '', 'gone'],
      ],
    );
    const view = report.view({ search: 'gone' });
    assert.deepEqual([...match.reviewRows({ view })].slice(1), [['', '', '', 'gone']]);
  });

  it('matches nothing with the file of another import', async () => {
    const match = (await reportOf(failures)).matchWith(await client.openImportFile('a,b\nx,y\n'));
    assert.equal(match.column, undefined);
    assert.equal(match.matchedRows, 0);
    assert.deepEqual(match.unmatched, [0, 1, 2, 3, 4]);
  });

  it('holds no memory after everything is closed', async () => {
    const before = client.diagnostics();
    const report = await reportOf(failures);
    const file = await client.openImportFile(text);
    const match = report.matchWith(file);
    file.close();
    report.close();
    assert.equal(await match.toRetryFile().text(), 'name,mail\nwei,1\nLI ,2\nzhao@x.com,3\n');
    match.close();
    assert.deepEqual(client.diagnostics(), before);
    assert.throws(() => match.toRetryFile(), { kind: 'invalid-request', reason: 'closed' });
  });
});

describe('a report compared with an earlier one', () => {
  it('tells new, remaining, changed and unclear failures, and those that are no longer listed', async () => {
    const earlier = await reportOf([
      { userName: 'wei', desc: 'exists' },
      { userName: 'li', desc: 'exists' },
      { userName: 'gone', desc: 'exists' },
      { userName: 'twin', desc: 'a' },
      { userName: 'twin', desc: 'b' },
    ]);
    const now = await reportOf([
      { userName: 'new', desc: 'exists' },
      { userName: 'Wei', desc: 'exists' },
      { userName: 'li', desc: 'too long' },
      { userName: 'twin', desc: 'a' },
    ]);
    const comparison = now.compareWith(earlier);
    const { newFailures, stillFailing, failingOtherwise, unclear, noLongerFailing } = comparison;
    assert.deepEqual(
      { newFailures, stillFailing, failingOtherwise, unclear, noLongerFailing },
      {
        newFailures: [0],
        stillFailing: [1],
        failingOtherwise: [2],
        unclear: [3],
        noLongerFailing: [2],
      },
    );
    const of = (/** @type {'changeOf' | 'earlierOf' | 'strengthOf'} */ ask) =>
      [0, 1, 2, 3, 4].map((at) => comparison[ask](at));
    assert.deepEqual(of('changeOf'), ['new', 'same-reason', 'other-reason', 'unclear', undefined]);
    assert.deepEqual(of('earlierOf'), [undefined, 0, 1, undefined, undefined]);
    assert.deepEqual(of('strengthOf'), [undefined, 'folded', 'exact', undefined, undefined]);
    assert.equal(now.view({ positions: comparison.newFailures }).rows(0, 9)[0].userName, 'new');
    assert.equal(
      now.toCsv({ comparison, forSpreadsheet: false }),
      'userName,desc,change\r\nnew,exists,new\r\nWei,exists,same-reason\r\nli,too long,other-reason\r\ntwin,a,unclear\r\n',
    );
  });

  it('tells nothing about failures without a name', async () => {
    const report = await reportOf([{ desc: 'a' }, { userName: ' ', desc: 'b' }]);
    const comparison = report.compareWith(await reportOf([{ desc: 'a' }]));
    assert.deepEqual([comparison.unclear, comparison.noLongerFailing], [[0, 1], []]);
  });
});
