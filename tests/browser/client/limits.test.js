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
      // Telling of the network costs as much as the large answers themselves.
      browser = await launchBrowser(name, [], { networkEnabled: false });
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
        const seen = await page.page.evaluate(async () => {
          const { createClient, outcomeOf, query } = /** @type {any} */ (window).clientPage;
          const client = await createClient({ maxResponseBytes: 2 ** 30 });
          const encoder = new TextEncoder();
          const begin = '{"code":0,"data":{"successCount":0,"failCount":1,"failInfoList":[{"userName":"';
          const end = encoder.encode('"}]}}');
          const bytes = new Uint8Array(400_000_000).fill(0x78);
          /** @type {any[]} */
          const opened = [];
          /** Opens a source again and again until it does not fit. @param {() => Promise<any>} open */
          const untilFull = async (open) => {
            for (;;) {
              const { error, value } = await open().then(
                (value) => ({ value, error: undefined }),
                (/** @type {any} */ error) => ({ value: undefined, error }),
              );
              if (error) return { name: error.name, kind: error.kind, reason: error.reason };
              opened.push(value);
            }
          };
          // Import files fill the memory faster than answers, because their text is not decoded. Smaller ones fill the gaps.
          bytes.set(encoder.encode('name\n'));
          const errors = [];
          for (const size of [400_000_000, 100_000_000, 50_000_000])
            errors.push(await untilFull(() => client.openImportFile(bytes.subarray(0, size))));
          const answer = bytes.subarray(0, 20_000_000);
          answer.set(encoder.encode(begin));
          answer.set(end, answer.length - end.length);
          errors.push(await untilFull(() => client.openTaskResult(answer)));
          const full = client.diagnostics();
          const network = await query({
            taskId: 'fault-large-with-length-100',
            client: { maxResponseBytes: 2 ** 30 },
          });
          for (const one of opened) one.close();
          const after = await outcomeOf(() => client.openTaskResult(end));
          return { errors, opened: opened.length, full, network: network.error, after: after.error.kind };
        });
        const { errors, opened, full, network, after } = seen;
        assert.ok(opened > 0, 'one source of that size fits');
        for (const { name, kind, reason } of errors)
          assert.deepEqual([name, kind, reason], ['KooDriveError', 'too-large', 'out-of-memory']);
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
