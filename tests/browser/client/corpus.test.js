import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { EVERY_BROWSER } from '../support/browsers.js';
import { openEngine } from '../support/shared-browsers.js';
import { USER_ID } from '../support/report-page.js';
import { fixturesFolder, startSite } from '../support/site.js';
import { TOKEN, openWitnessedPage } from '../support/witness.js';

/**
 * @typedef {import('../../../web/client/koodrive-client.js').ImportReport} ImportReport
 * @typedef {import('../../../web/client/koodrive-client.js').KooDriveError} KooDriveError
 * @typedef {Record<string, any>} Outcome
 * @typedef {{ file: string, status: number, outcome: Outcome }} Fixture
 * @typedef {{ report: Outcome } | { error: Outcome }} Result
 */

/** @type {Fixture[]} */
const corpus = JSON.parse(await readFile(path.join(fixturesFolder, 'index.json'), 'utf8'));

/** Runs inside the page: turns the outcome of opening or querying an answer into plain data. */
function defineReaders() {
  /** @param {ImportReport} report */
  const readReport = (report) => {
    const outcome = {
      kind: 'report',
      successCount: report.successCount,
      failCount: report.failCount,
      length: report.failInfoList.length,
      failInfoList: [...report.failInfoList],
      reasons: report.reasons.map(({ desc, count }) => ({ desc, count })),
      warnings: report.warnings.map((warning) => ({ ...warning })),
    };
    report.close();
    return { report: outcome };
  };
  /** @param {any} error */
  const readError = (error) => {
    if (error?.name !== 'KooDriveError') throw error;
    // What a portal's log keeps of an error must not depend on the browser.
    return { error: { ...error } };
  };
  Object.assign(window, {
    /** @param {() => Promise<ImportReport>} work */
    outcomeOf: (work) => work().then(readReport, readError),
  });
}

/**
 * The expected plain data for an outcome in index.json.
 * @param {Outcome} outcome
 */
function shownByClient(outcome) {
  // The client puts these values into the message only, not into members of the error.
  const hidden = ['expected', 'actual', 'serverMessage'];
  const shown = Object.fromEntries(Object.entries(outcome).filter(([name]) => !hidden.includes(name)));
  if (outcome.kind !== 'report') return shown;
  const warnings = (outcome.warnings ?? []).map((/** @type {Outcome} */ { stated, ...warning }) =>
    stated === undefined ? warning : { ...warning, failCount: stated },
  );
  return { ...shown, warnings };
}

/**
 * The expected warnings about a report's rows. The client lists them after those of the decoder; index.json omits them. Those about
 * odd and long texts are left to the tests of the core.
 * @param {Outcome} report
 */
function findings({ successCount, failCount, failInfoList }) {
  /** @type {Map<string, number>} */
  const rowsOf = new Map();
  for (const { userName } of failInfoList)
    if (userName !== undefined) rowsOf.set(userName, (rowsOf.get(userName) ?? 0) + 1);
  const repeated = [...rowsOf.values()].filter((rows) => rows > 1);
  const lacking = (/** @type {string} */ member) =>
    failInfoList.filter((/** @type {Outcome} */ row) => row[member] === undefined).length;
  const rows = repeated.reduce((sum, each) => sum + each, 0);
  return [
    ...(rows ? [{ kind: 'duplicate-user-names', names: repeated.length, rows }] : []),
    ...(lacking('userName') ? [{ kind: 'without-user-name', count: lacking('userName') }] : []),
    ...(lacking('desc') ? [{ kind: 'without-reason', count: lacking('desc') }] : []),
    ...(successCount === 0 && failCount === 0 && !failInfoList.length ? [{ kind: 'nothing-imported' }] : []),
  ];
}

/** @param {Outcome} value */
const withoutAbsent = (value) => JSON.parse(JSON.stringify(value));

/**
 * @param {Result} result
 * @param {Fixture} fixture
 */
function assertOutcome(result, { file, outcome }) {
  const expected = shownByClient(outcome);
  if ('report' in result) {
    // index.json lists rows and reasons only for fixtures that test them.
    const { failInfoList, reasons, ...rest } = withoutAbsent(result.report);
    const shown = {
      ...rest,
      warnings: rest.warnings.filter((/** @type {Outcome} */ { kind }) => !/^(?:odd|long)-/.test(kind)),
      ...(expected.failInfoList && { failInfoList }),
      ...(expected.reasons && { reasons }),
    };
    const warnings = [...(expected.warnings ?? []), ...findings(result.report)];
    assert.deepEqual(shown, { ...expected, warnings }, file);
    return;
  }
  const { kind, reason, pointer, offset, line, column, code, name, message, stack } = result.error;
  assert.deepEqual(
    withoutAbsent({ kind, reason, pointer, offset, line, column, code }),
    expected,
    `${file}: ${message}`,
  );
  assert.equal(name, 'KooDriveError');
  assert.equal(stack, undefined, `${file}: the stack is for those who ask for it`);
  assert.match(message, /\w/);
  assert.doesNotMatch(message, /[{}]|undefined/, `${file}: ${message}`);
}

for (const name of EVERY_BROWSER) {
  describe(`the corpus of answers in ${name}`, () => {
    /** @type {import('puppeteer-core').BrowserContext} */
    let browser;
    /** @type {Awaited<ReturnType<typeof startSite>>} */
    let site;
    /** @type {Awaited<ReturnType<typeof openWitnessedPage>>} */
    let witness;

    before(async () => {
      browser = await openEngine(name);
      site = await startSite(undefined, { api: answerWithFixture });
      witness = await openWitnessedPage(browser);
      await witness.page.goto(site.origin);
      await witness.page.evaluate(defineReaders);
    });
    after(async () => {
      await witness?.close();
      await browser?.close();
      await site?.close();
    });

    /**
     * Answers a query with the fixture named by its task ID, and serves the bytes of each under `/fixtures/…`.
     * @type {import('../../../web/simulator/simulator.js').Simulator['handle']}
     */
    async function answerWithFixture(request, response) {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://site');
      const isQuery = pathname === '/koodrive/ose/v1/task/result';
      const file = isQuery ? searchParams.get('taskId') : /^\/fixtures\/(.*)$/.exec(pathname)?.[1];
      const fixture = corpus.find((candidate) => candidate.file === file);
      if (!fixture) return false;
      const type = fixture.file.endsWith('.html') ? 'text/html' : 'application/json';
      response.writeHead(isQuery ? fixture.status : 200, {
        'Content-Type': type,
        'Cache-Control': 'no-store',
      });
      response.end(await readFile(path.join(fixturesFolder, fixture.file)));
      return true;
    }

    /**
     * @param {readonly Fixture[]} fixtures
     * @param {'Uint8Array' | 'ArrayBuffer' | 'Blob' | 'File'} type
     * @returns {Promise<Result[]>}
     */
    const open = (fixtures, type) =>
      witness.page.evaluate(
        async (files, type) => {
          // @ts-expect-error served, not a source file
          const { createClient } = await import('./koodrive-client.js');
          const client = await createClient();
          /** @type {Record<string, (buffer: ArrayBuffer) => unknown>} */
          const convert = {
            Uint8Array: (buffer) => new Uint8Array(buffer),
            ArrayBuffer: (buffer) => buffer,
            Blob: (buffer) => new Blob([buffer]),
            File: (buffer) => new File([buffer], 'answer.json', { type: 'application/json' }),
          };
          return Promise.all(
            files.map(async (file) => {
              const answer = convert[type](await (await fetch(`fixtures/${file}`)).arrayBuffer());
              return /** @type {any} */ (window).outcomeOf(() => client.openTaskResult(answer));
            }),
          );
        },
        fixtures.map(({ file }) => file),
        type,
      );

    const bodies = corpus.filter(({ status }) => status >= 200 && status < 300);

    it('has more than 70 fixtures, more than 60 of them with a success status and some with an error status', () => {
      assert.ok(corpus.length > 70);
      assert.ok(bodies.length > 60);
      assert.ok(bodies.length < corpus.length);
    });

    for (const type of /** @type {const} */ (['Uint8Array', 'ArrayBuffer', 'Blob', 'File'])) {
      it(`has the outcomes listed in index.json when opened as ${type}`, async () => {
        const results = await open(bodies, type);
        assert.equal(results.length, bodies.length);
        results.forEach((result, index) => assertOutcome(result, bodies[index]));
      });
    }

    it('has the outcomes listed in index.json when opened as a string, if it is valid UTF-8', async () => {
      const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
      /** @type {{ fixture: Fixture, text: string }[]} */
      const texts = [];
      for (const fixture of bodies) {
        try {
          texts.push({
            fixture,
            text: decoder.decode(await readFile(path.join(fixturesFolder, fixture.file))),
          });
        } catch {
          // Not valid UTF-8, so no string encodes to these bytes.
        }
      }
      assert.ok(texts.length > 50);
      const results = /** @type {Result[]} */ (
        await witness.page.evaluate(
          async (answers) => {
            // @ts-expect-error served, not a source file
            const { createClient } = await import('./koodrive-client.js');
            const client = await createClient();
            return Promise.all(
              answers.map((text) => /** @type {any} */ (window).outcomeOf(() => client.openTaskResult(text))),
            );
          },
          texts.map(({ text }) => text),
        )
      );
      results.forEach((result, index) => assertOutcome(result, texts[index].fixture));
    });

    it('has the outcomes listed in index.json when received as answers to queries', async () => {
      const results = /** @type {Result[]} */ (
        await witness.page.evaluate(
          async (files, options) => {
            // @ts-expect-error served, not a source file
            const { createClient } = await import('./koodrive-client.js');
            const client = await createClient(options);
            return Promise.all(
              files.map((taskId) =>
                /** @type {any} */ (window).outcomeOf(() => client.queryTaskResult({ taskId })),
              ),
            );
          },
          corpus.map(({ file }) => file),
          { userId: USER_ID, credentials: { accessToken: TOKEN }, maxAttempts: 1 },
        )
      );
      results.forEach((result, index) => {
        const { file, status } = corpus[index];
        assertOutcome(result, corpus[index]);
        if ('error' in result) assert.equal(result.error.httpStatus, status, file);
      });
    });

    it('is refused as invalid-request when given as a value of another type', async () => {
      const results = await witness.page.evaluate(async () => {
        // @ts-expect-error served, not a source file
        const { createClient } = await import('./koodrive-client.js');
        const client = await createClient();
        const wrong = [undefined, null, 42, true, {}, [], () => '{}', new DataView(new ArrayBuffer(2))];
        return Promise.all(
          wrong.map((value) =>
            /** @type {any} */ (window).outcomeOf(() => client.openTaskResult(/** @type {any} */ (value))),
          ),
        );
      });
      for (const { error } of results) {
        assert.equal(error?.kind, 'invalid-request');
        assert.equal(error.option, 'answer');
        assert.equal(error.attempts, 0);
      }
    });
  });
}
