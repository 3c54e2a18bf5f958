import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { EVERY_BROWSER } from '../support/browsers.js';
import { openEngine } from '../support/shared-browsers.js';
import { startSite } from '../support/site.js';
import { openWitnessedPage } from '../support/witness.js';

/** What decoders, encoders and terminators treat as special where it begins or ends a text. */
const AWKWARD = {
  nothing: '',
  'a byte order mark': '\ufeff',
  'two byte order marks': '\ufeff\ufeff',
  'a reversed byte order mark': '\ufffe',
  'a NUL': '\0',
  'a NUL before a byte order mark': '\0\ufeff',
  'a combining mark': '\u0301',
  'a zero-width joiner': '\u200d',
  'a zero-width space': '\u200b',
  'a variation selector': '\ufe0f',
  'a right-to-left override': '\u202e',
  'an isolate without end': '\u2067',
  'a line separator': '\u2028',
  'a no-break space': '\u00a0',
  'a carriage return and a line feed': '\r\n',
  'the replacement character': '\ufffd',
  'a non-character': '\uffff',
  'an emoji': '\u{1f468}',
  'the last code point': '\u{10ffff}',
  'the last code point of each length': '\x7f\u07ff\u{ffff}',
  'a private character': '\ue000',
};
/** Halves of pairs, which UTF-8 cannot hold. */
const UNPAIRED = ['\ud800', '\udbff', '\udc00', '\udfff', '\ud83d\ud83d', '\ude00\ud83d'];

/** Runs inside the page, where texts cross the border of the module. @param {Record<string, string>} awkward */
async function readTexts(awkward) {
  // @ts-expect-error served, not a source file
  const { createClient } = await import('./koodrive-client.js');
  const client = await createClient();
  const pieces = Object.values(awkward);
  const texts = pieces.flatMap((start, at) =>
    pieces.flatMap((end, to) =>
      ['', 'a', '一二三四五六七八九十'].map((middle) => ({
        text: `${start}${middle}${end}`,
        key: `${at} ${to} ${middle}`,
      })),
    ),
  );
  const unlike = [...new Map(texts.map((one) => [one.text, one])).values()];
  const escaped = (/** @type {string | undefined} */ text) =>
    text?.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  /** @type {string[]} */
  const changed = [];
  const expectSame = (
    /** @type {string} */ where,
    /** @type {string | undefined} */ got,
    /** @type {string} */ sent,
  ) => {
    if (got !== sent) changed.push(`${where}: ${escaped(sent)} became ${escaped(got)}`);
  };
  const failInfoList = unlike.map(({ text }) => ({ userName: text, desc: `${text}"${text}"` }));
  const answer = JSON.stringify({ code: 0, data: { successCount: 0, failInfoList } });
  const report = await client.openTaskResult(answer);
  const rows = report.view().rows(0, unlike.length);
  const { reasons } = report;
  unlike.forEach(({ text }, at) => {
    expectSame('a name in the list', report.failInfoList.at(at).userName, text);
    expectSame('a name in a view', rows[at].userName, text);
    expectSame('a reason of a row', rows[at].desc, failInfoList[at].desc);
    expectSame('a reason', reasons[at].desc, failInfoList[at].desc);
    const copied = report.toTsv([at]).split('\t')[0];
    if (!/[\p{Cc}"]/u.test(text)) expectSame('a copied name', copied, text);
  });
  report.close();

  const pairs = unlike.flatMap(({ text }) => [1, 2].map((n) => ({ userName: 'a', desc: `${text} is ${n}` })));
  const paired = await client.openTaskResult(JSON.stringify({ code: 0, data: { failInfoList: pairs } }));
  const patterns = new Set(paired.reasonPatterns.map((/** @type {any} */ { pattern }) => pattern));
  for (const { text } of unlike)
    if (!patterns.has(`${text} is …`)) changed.push(`a pattern: ${escaped(text)} is missing`);
  paired.close();
  return { count: unlike.length, changed };
}

/** Runs inside the page. @param {Record<string, string>} awkward */
async function searchTexts(awkward) {
  // @ts-expect-error served, not a source file
  const { createClient } = await import('./koodrive-client.js');
  const client = await createClient();
  const texts = Object.values(awkward).filter(Boolean);
  // The mark at the end makes each text findable by itself alone.
  const failInfoList = texts.flatMap((start, at) =>
    texts.map((end, to) => ({ userName: `<${start}x${end}>`, desc: `${at} ${to}` })),
  );
  const report = await client.openTaskResult(JSON.stringify({ code: 0, data: { failInfoList } }));
  const missed = failInfoList.filter(({ userName }) => {
    const view = report.view({ search: userName });
    const found = view.rows(0, 10).map((/** @type {any} */ row) => row.userName);
    view.close();
    return found.length !== 1 || found[0] !== userName;
  });
  report.close();
  return missed.map(({ desc }) => desc);
}

for (const name of EVERY_BROWSER) {
  describe(`texts that cross the border of the module in ${name}`, () => {
    /** @type {import('puppeteer-core').BrowserContext} */
    let browser;
    /** @type {Awaited<ReturnType<typeof startSite>>} */
    let site;
    /** @type {Awaited<ReturnType<typeof openWitnessedPage>>} */
    let witness;
    before(async () => {
      browser = await openEngine(name);
      site = await startSite();
      witness = await openWitnessedPage(browser);
      await witness.page.goto(site.origin);
    });
    after(async () => {
      await witness?.close();
      await browser?.close();
      await site?.close();
    });

    it('arrive in JavaScript as they are, whatever they begin and end with', async () => {
      const { count, changed } = await witness.page.evaluate(readTexts, AWKWARD);
      assert.ok(count > 1000);
      assert.deepEqual(changed.slice(0, 10), [], `${changed.length} texts are changed`);
    });

    it('arrive in the module as they are, so that a search for a text finds it alone', async () => {
      assert.deepEqual(await witness.page.evaluate(searchTexts, AWKWARD), []);
    });

    it('lose nothing beside an unpaired surrogate, which becomes U+FFFD as everywhere on the web', async () => {
      const found = await witness.page.evaluate(async (unpaired) => {
        // @ts-expect-error served, not a source file
        const { createClient } = await import('./koodrive-client.js');
        const client = await createClient();
        return Promise.all(
          JSON.parse(unpaired).map(async (/** @type {string} */ half) => {
            const replaced = half.replace(/\p{Surrogate}/gu, '\ufffd');
            const failInfoList = [{ userName: `a${replaced}b` }, { userName: 'ab' }, { userName: 'a' }];
            const answer = JSON.stringify({ code: 0, data: { failInfoList } });
            const report = await client.openTaskResult(answer);
            const names = ['a#b', 'a#', '#b'].map((shape) =>
              report
                .view({ search: shape.replace('#', half) })
                .rows(0, 9)
                .map((/** @type {any} */ row) => row.position)
                .join(),
            );
            report.close();
            return names.join(' ');
          }),
        );
      }, JSON.stringify(UNPAIRED));
      assert.deepEqual(
        found,
        UNPAIRED.map(() => '0 0 0'),
      );
    });

    it('keep a byte order mark in what an error or a warning quotes', async () => {
      const quoted = await witness.page.evaluate(async () => {
        // @ts-expect-error served, not a source file
        const { createClient } = await import('./koodrive-client.js');
        const client = await createClient();
        const refusal = JSON.stringify({ code: '\ufeff1', msg: '\ufeffno' });
        const error = await client.openTaskResult(refusal).catch((/** @type {any} */ problem) => problem);
        return { code: [...error.code].length, isInMessage: error.message.includes('\ufeffno') };
      });
      assert.deepEqual(quoted, { code: 2, isInMessage: true });
    });
  });
}
