import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PAGE_EXAMPLE_BODY } from '../../../web/simulator/answer-body.js';
import { EVERY_BROWSER, lacks, launchBrowser } from '../support/browsers.js';
import { attemptsOf, closeAll, openClientPage, until } from '../support/client-page.js';
import { startSite } from '../support/site.js';

const MEGABYTE = 1_000_000;
/** The module's initial memory, 16 MiB. Refused answers must not make it grow. */
const SMALL_MEMORY = 18 * MEGABYTE;
/** The module's greatest memory, from the linker option `-sMAXIMUM_MEMORY`. */
const MOST_MEMORY = 2 ** 31;

for (const name of EVERY_BROWSER) {
  describe(`the limits of an answer's size in ${name}`, () => {
    /** @type {import('puppeteer-core').Browser} */
    let browser;
    /** @type {Awaited<ReturnType<typeof startSite>>} */
    let site;
    /** @type {Awaited<ReturnType<typeof openClientPage>>} */
    let clientPage;

    before(async () => {
      browser = await launchBrowser(name);
      site = await startSite();
      clientPage = await openClientPage(browser, site);
    });
    after(() => closeAll(clientPage, browser, site));

    for (const [taskId, isStopped] of /** @type {const} */ ([
      ['fault-large-100', true],
      ['fault-large-with-length-100', true],
      // It is small on the wire, so the server may have sent it completely before the client stops.
      ['fault-gzip-bomb-200', false],
    ])) {
      it(`keep ${taskId} out of the module's memory`, async () => {
        const { error } = await clientPage.query({ taskId, client: { maxResponseBytes: MEGABYTE } });
        assert.deepEqual(
          [error?.kind, error?.reason, error?.attempts],
          ['too-large', 'response-too-large', 1],
          error?.message,
        );
        assert.match(error?.message ?? '', /1,000,000/);
        const { memoryBytes } = await clientPage.diagnostics();
        assert.ok(memoryBytes <= SMALL_MEMORY, `${memoryBytes} bytes`);
        if (isStopped && !lacks(name, 'back pressure')) {
          await until(
            () => site.requestsOf(taskId)[0].connection === 'broken off',
            'the answer is broken off',
          );
        }
        await clientPage.expectOrdinaryQuery();
        assert.equal(attemptsOf(site, taskId), 1);
      });
    }

    it('accept an answer of exactly maxResponseBytes, and refuse one that is a byte larger', async () => {
      const ask = (/** @type {string} */ taskId, /** @type {number} */ maxResponseBytes) =>
        clientPage.query({ taskId, client: { maxResponseBytes } });
      for (const taskId of ['1215215', 'fault-gzip', 'fault-slow-body-100']) {
        const exact = await ask(`${taskId}~exact`, PAGE_EXAMPLE_BODY.length);
        assert.equal(exact.report?.successCount, 1, exact.error?.message);
        const larger = await ask(`${taskId}~larger`, PAGE_EXAMPLE_BODY.length - 1);
        assert.equal(larger.error?.reason, 'response-too-large', taskId);
      }
    });

    it('apply to error pages and saved answers as well', async () => {
      const { error } = await clientPage.query({
        taskId: 'fault-html-404',
        client: { maxResponseBytes: 10 },
      });
      assert.equal(error?.kind, 'too-large');
      const kind = await clientPage.page.evaluate(async () => {
        const { createClient } = /** @type {any} */ (window).clientPage;
        const client = await createClient({ maxResponseBytes: 10 });
        return client.openTaskResult('{"code":0,"data":{}}').catch((/** @type {any} */ error) => error.kind);
      });
      assert.equal(kind, 'too-large');
    });

    it(
      'give way to the error out-of-memory, not a WebAssembly trap, when the memory is exhausted',
      { skip: lacks(name, 'full memory') },
      async () => {
        const page = await openClientPage(browser, site);
        const { error, opened, full, network, after } = await page.page.evaluate(async () => {
          const { createClient, outcomeOf, query } = /** @type {any} */ (window).clientPage;
          const client = await createClient({ maxResponseBytes: 2 ** 30 });
          const encoder = new TextEncoder();
          const [head, tail] = [
            encoder.encode('{"code":0,"data":{"successCount":0,"failCount":1,"failInfoList":[{"userName":"'),
            encoder.encode('"}]}}'),
          ];
          const answer = new Uint8Array(400_000_000).fill(0x78);
          answer.set(head);
          /** @type {any[]} */
          const reports = [];
          /** @type {any} */
          let error;
          // Fill the remaining gaps with smaller answers, so that the later answer from the network does not fit.
          for (const size of [400_000_000, 200_000_000, 100_000_000]) {
            const part = answer.subarray(0, size);
            part.set(tail, size - tail.length);
            error = undefined;
            while (!error && reports.length < 40) {
              await client.openTaskResult(part).then(
                (/** @type {any} */ report) => reports.push(report),
                (/** @type {any} */ thrown) => (error = thrown),
              );
            }
          }
          const full = client.diagnostics();
          const network = await query({
            taskId: 'fault-large-with-length-500',
            client: { maxResponseBytes: 2 ** 30 },
          });
          const opened = reports.length;
          for (const report of reports) report.close();
          const after = await outcomeOf(() => client.openTaskResult(tail));
          return {
            error: { kind: error?.kind, reason: error?.reason, name: error?.name, message: error?.message },
            opened,
            full,
            network: network.error,
            after: after.error.kind,
          };
        });
        assert.ok(opened > 0, 'one answer of that size fits');
        assert.deepEqual(
          [error.name, error.kind, error.reason],
          ['KooDriveError', 'too-large', 'out-of-memory'],
        );
        assert.ok(full.memoryBytes <= MOST_MEMORY, `${full.memoryBytes} bytes`);
        assert.deepEqual(
          [network?.kind, network?.reason, network?.attempts],
          ['too-large', 'out-of-memory', 1],
          JSON.stringify(network),
        );
        assert.equal(after, 'malformed-response');
        await page.expectOrdinaryQuery();
        await page.close();
      },
    );
  });
}
