import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { EVERY_BROWSER } from '../support/browsers.js';
import { openEngine } from '../support/shared-browsers.js';
import { attemptsOf, closeAll, openClientPage, until, withoutSecrets } from '../support/client-page.js';
import { startSite } from '../support/site.js';

for (const name of EVERY_BROWSER) {
  describe(`aborting a query in ${name}`, { concurrency: 4 }, () => {
    /** @type {import('puppeteer-core').BrowserContext} */
    let browser;
    /** @type {Awaited<ReturnType<typeof startSite>>} */
    let site;
    /** @type {Awaited<ReturnType<typeof openClientPage>>} */
    let clientPage;

    before(async () => {
      browser = await openEngine(name);
      site = await startSite();
      clientPage = await openClientPage(browser, site);
    });
    after(() => closeAll(clientPage, browser, site));

    /**
     * Checks that the aborted query sends no further attempt while another query runs from start to end.
     * @param {import('../support/client-page.js').Outcome} outcome
     * @param {string} taskId
     * @param {number} attempts
     */
    const expectAborted = async ({ error, report }, taskId, attempts) => {
      assert.equal(report, undefined);
      assert.deepEqual([error?.kind, error?.reason], ['aborted', 'aborted-by-caller']);
      assert.equal(error?.attempts, attempts);
      await clientPage.expectOrdinaryQuery();
      assert.equal(attemptsOf(site, taskId), attempts);
    };

    it('sends no request, asks for no token and reports no progress when the signal is aborted before the start', async () => {
      const taskId = '1215215~aborted-before';
      const { error, asked, progress } = withoutSecrets(
        await clientPage.page.evaluate((taskId) => {
          const { createClient, outcomeOf, defaults } = /** @type {any} */ (window).clientPage;
          /** @type {string[]} */
          const asked = [];
          const accessToken = (/** @type {any} */ { reason }) => asked.push(reason) && defaults.accessToken;
          return outcomeOf(async (/** @type {any} */ onProgress) => {
            const client = await createClient({ userId: defaults.userId, credentials: { accessToken } });
            return client.queryTaskResult({ taskId, signal: AbortSignal.abort(), onProgress });
          }, asked);
        }, taskId),
      );
      await expectAborted({ error, asked, progress, elapsedMs: 0 }, taskId, 0);
      assert.deepEqual({ asked, progress }, { asked: [], progress: [] });
    });

    for (const kind of /** @type {const} */ (['accessToken', 'sign'])) {
      it(`aborts the signal of a pending ${kind} function and ignores its late answer`, async () => {
        const taskId = `1215215~pending-${kind}`;
        const { outcome, aborted } = await clientPage.page.evaluate(
          async ({ kind, taskId }) => {
            const { createClient, outcomeOf, defaults } = /** @type {any} */ (window).clientPage;
            const controller = new AbortController();
            let aborted = false;
            /** @type {(answer: string) => void} */
            let answer = () => {};
            const provider = (/** @type {{ signal: AbortSignal }} */ { signal }) => {
              signal.addEventListener('abort', () => (aborted = true));
              queueMicrotask(() => controller.abort());
              return new Promise((resolve) => (answer = resolve));
            };
            const outcome = await outcomeOf(async (/** @type {any} */ onProgress) => {
              const client = await createClient({
                userId: defaults.userId,
                credentials: { [kind]: provider },
              });
              return client.queryTaskResult({ taskId, signal: controller.signal, onProgress });
            });
            answer(defaults.accessToken);
            return { outcome, aborted };
          },
          { kind, taskId },
        );
        await expectAborted(withoutSecrets(outcome), taskId, 0);
        assert.equal(aborted, true);
      });
    }

    it('sends no further request when it happens while a token is renewed', async () => {
      const taskId = 'fault-401-always~renewing';
      const outcome = await clientPage.page.evaluate((taskId) => {
        const { createClient, outcomeOf, defaults } = /** @type {any} */ (window).clientPage;
        const controller = new AbortController();
        const accessToken = async (/** @type {any} */ { reason }) => {
          if (reason === 'unauthorized') controller.abort();
          return defaults.accessToken;
        };
        return outcomeOf(async () => {
          const client = await createClient({ userId: defaults.userId, credentials: { accessToken } });
          return client.queryTaskResult({ taskId, signal: controller.signal });
        });
      }, taskId);
      await expectAborted(withoutSecrets(outcome), taskId, 1);
    });

    for (const taskId of ['fault-stalled-headers', 'fault-stalled-body', 'fault-slow-body-60000']) {
      it(`closes the connection of a request in flight: ${taskId}`, async () => {
        await clientPage.begin({ taskId });
        await until(() => site.requestsOf(taskId).length === 1, 'the request arrives');
        await clientPage.abort(taskId);
        await expectAborted(await clientPage.outcome(taskId), taskId, 1);
        await until(
          () => site.requestsOf(taskId)[0].connection === 'broken off',
          'the connection breaks off',
        );
      });
    }

    for (const [abortOn, taskId, attempts] of /** @type {const} */ ([
      ['connecting', '1215215~connecting', 1],
      ['receiving', 'fault-stalled-body~receiving', 1],
      ['retrying', 'fault-429-seconds-30', 1],
      ['decoding', '1215215~decoding', 1],
    ])) {
      it(`works from inside the progress listener in the phase ${abortOn}`, async () => {
        const outcome = await clientPage.query({ taskId, abortOn });
        assert.equal(outcome.error?.kind, 'aborted');
        assert.equal(outcome.progress.at(-1)?.phase, abortOn, 'nothing is told afterwards');
        // Browsers may or may not send a request that is aborted immediately.
        if (abortOn === 'connecting') assert.ok(attemptsOf(site, taskId) <= 1);
        else await expectAborted(outcome, taskId, attempts);
      });
    }

    it('ends the query immediately while it waits for a retry', async () => {
      const taskId = 'fault-429-seconds-45';
      await clientPage.begin({ taskId });
      await until(() => site.requestsOf(taskId)[0]?.connection === 'finished', 'the refusal is handed over');
      await clientPage.page.waitForFunction(
        async () => (await /** @type {any} */ (window).clientPage.diagnostics()).liveQueries > 0,
      );
      await clientPage.abort(taskId);
      const outcome = await clientPage.outcome(taskId);
      assert.ok(outcome.elapsedMs < 20_000, `${outcome.elapsedMs} ms`);
      await expectAborted(outcome, taskId, 1);
    });

    it('has no effect after the query has ended', async () => {
      const taskId = '1215215~late-abort';
      await clientPage.begin({ taskId });
      const { report } = await clientPage.outcome(taskId);
      await clientPage.abort(taskId);
      assert.equal(report?.successCount, 1);
      await clientPage.expectOrdinaryQuery();
    });

    it('ends only the queries that were given the aborted signal', async () => {
      const [gone, stays] = ['fault-slow-headers-60000~gone', 'fault-slow-headers-600~stays'];
      await Promise.all([clientPage.begin({ taskId: gone }), clientPage.begin({ taskId: stays })]);
      await until(() => attemptsOf(site, gone) + attemptsOf(site, stays) === 2, 'both requests arrive');
      await clientPage.abort(gone);
      await expectAborted(await clientPage.outcome(gone), gone, 1);
      assert.equal((await clientPage.outcome(stays)).report?.successCount, 1);
    });

    it('is done by the deadline when a token provider never answers', async () => {
      const taskId = '1215215~no-token';
      const { outcome, aborted } = await clientPage.page.evaluate(async (taskId) => {
        const { createClient, outcomeOf, defaults } = /** @type {any} */ (window).clientPage;
        let aborted = false;
        const accessToken = (/** @type {{ signal: AbortSignal }} */ { signal }) => {
          signal.addEventListener('abort', () => (aborted = true));
          return new Promise(() => {});
        };
        const outcome = await outcomeOf(async () => {
          const client = await createClient({
            userId: defaults.userId,
            credentials: { accessToken },
            deadlineMs: 300,
          });
          return client.queryTaskResult({ taskId });
        });
        return { outcome, aborted };
      }, taskId);
      const { error } = withoutSecrets(outcome);
      assert.deepEqual([error.kind, error.reason, error.attempts, aborted], ['timeout', 'deadline', 0, true]);
      assert.equal(attemptsOf(site, taskId), 0);
      await clientPage.expectOrdinaryQuery();
    });
  });
}
