import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openEngine } from '../support/shared-browsers.js';
import { closeAll, withoutSecrets } from '../support/client-page.js';
import { ECHOES, startEchoServer } from '../support/echo-server.js';
import { USER_ID, askFor, untilState } from '../support/report-page.js';
import { startSite } from '../support/site.js';
import { SECRET_MARK, TOKEN, openWitnessedPage } from '../support/witness.js';

/** Each way to authenticate, with a secret in it. */
const CREDENTIALS = Object.freeze({
  'a token': { accessToken: TOKEN },
  'a bare token': { accessToken: TOKEN, format: '{token}' },
  'a token with a pasted prefix': { accessToken: `Bearer ${TOKEN}` },
  'a token pasted as a header': { accessToken: `Authorization: Bearer+${TOKEN}` },
  'a token of the carrier edition': { accessToken: `AT ${TOKEN}` },
  'a token with spaces around it': { accessToken: ` ${TOKEN} ` },
  'an app secret': { appId: 'portal-app', appSecret: `app-${SECRET_MARK}` },
  'a signer': { signed: `HMAC-SHA256 AppId=a,SignedHeaders=host,Signature=${SECRET_MARK}` },
});

describe('tokens and secrets', () => {
  /** @type {import('puppeteer-core').BrowserContext} */
  let browser;
  before(async () => {
    browser = await openEngine('chromium');
  });
  after(() => closeAll(browser));

  describe('that a server echoes in its answer', () => {
    /** @type {Awaited<ReturnType<typeof startEchoServer>>} */
    let server;
    /** @type {Awaited<ReturnType<typeof openWitnessedPage>>} */
    let witness;
    before(async () => {
      server = await startEchoServer();
      witness = await openWitnessedPage(browser);
      await witness.page.goto(server.origin);
    });
    // The witness searches the console, the events, the document and the storage for secrets.
    after(() => closeAll(witness, server));

    for (const [kind, credentials] of Object.entries(CREDENTIALS)) {
      for (const echo of Object.keys(ECHOES)) {
        it(`do not appear in errors, reports, progress or the page: ${kind}, echoed as ${echo}`, async () => {
          const { ended, all } = await witness.page.evaluate(
            async ({ echo, credentials, userId }) => {
              const { createClient } = await import(new URL('koodrive-client.js', document.baseURI).href);
              /** @type {Set<unknown>} */
              const seen = new Set();
              /** All text reachable from a value through its own and inherited properties. */
              const spell = (/** @type {any} */ value) => {
                if (typeof value !== 'object' || value === null) return String(value);
                if (seen.has(value)) return '';
                seen.add(value);
                /** @type {string[]} */
                const parts = [String(value)];
                for (let level = value; level; level = Object.getPrototypeOf(level)) {
                  for (const key of Reflect.ownKeys(level)) {
                    const { value: member, get } = Object.getOwnPropertyDescriptor(level, key) ?? {};
                    if (level === Object.prototype) continue;
                    parts.push(String(key), spell(get ? undefined : member));
                  }
                }
                return parts.join('\n');
              };
              const given = credentials.signed ? { sign: async () => credentials.signed } : credentials;
              const client = await createClient({
                userId,
                credentials: given,
                maxAttempts: 1,
                deadlineMs: 5000,
              });
              /** @type {unknown[]} */
              const told = [client];
              let ended = 'report';
              try {
                const report = await client.queryTaskResult({
                  taskId: echo,
                  onProgress: (/** @type {unknown} */ progress) => told.push(progress),
                });
                told.push(report);
                report.close();
              } catch (/** @type {any} */ error) {
                ended = error.kind;
                told.push(error, { message: error.message, stack: error.stack });
              }
              return { ended, all: told.map(spell).join('\n') };
            },
            { echo, credentials: /** @type {any} */ (credentials), userId: USER_ID },
          );
          assert.notEqual(ended, 'report');
          withoutSecrets(all);
        });
      }
    }

    for (const echo of Object.keys(ECHOES)) {
      it(`do not appear in the page when echoed as ${echo}`, async () => {
        await askFor(witness.page, { taskId: echo });
        await untilState(witness.page, 'error');
        withoutSecrets(await witness.page.evaluate(() => /** @type {any} */ (window).witnessedDocument()));
      });
    }
  });

  it('do not appear in the page during and after a query', async () => {
    const site = await startSite();
    const witness = await openWitnessedPage(browser);
    await witness.page.goto(site.origin);
    const document = async () =>
      withoutSecrets(await witness.page.evaluate(() => /** @type {any} */ (window).witnessedDocument()));
    for (const [taskId, state] of [
      ['fault-stalled-body', 'loading'],
      ['1534087020903704703', 'report'],
      ['fault-401-always', 'error'],
      ['1534087020903704705', 'no-result'],
    ]) {
      await askFor(witness.page, { taskId });
      await untilState(witness.page, state);
      assert.match(await document(), /KooDrive/);
    }
    for (const { url, rawHeaders } of site.simulator.requests) {
      const besides = rawHeaders.filter(
        (_, index) => rawHeaders[index - 1]?.toLowerCase() !== 'authorization',
      );
      withoutSecrets([url, ...besides]);
    }
    await closeAll(witness, site);
  });

  it('do not appear in exported reports', async () => {
    const site = await startSite();
    const witness = await openWitnessedPage(browser);
    await witness.page.goto(site.origin);
    const saved = await witness.page.evaluate(
      async ({ userId, accessToken }) => {
        const { createClient } = await import(new URL('koodrive-client.js', document.baseURI).href);
        const client = await createClient({ userId, credentials: { accessToken } });
        const report = await client.queryTaskResult({ taskId: '1534087020903704703' });
        const texts = [
          JSON.stringify(report),
          JSON.stringify(client),
          JSON.stringify([...report.failInfoList]),
        ];
        for (const name of ['toJson', 'toCsv']) {
          const text = report[name]();
          texts.push(typeof text === 'string' ? text : new TextDecoder().decode(text));
        }
        report.close();
        return texts;
      },
      { userId: USER_ID, accessToken: TOKEN },
    );
    withoutSecrets(saved);
    await closeAll(witness, site);
  });
});
