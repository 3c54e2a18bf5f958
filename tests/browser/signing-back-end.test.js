import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { createSimulator } from '../../web/dev/simulator.js';
import { launchBrowser } from './browsers.js';
import { testedBlock } from './readme.js';
import { USER_ID } from './report-page.js';
import { startSite } from './site.js';
import { SECRET_MARK, openWitnessedPage } from './witness.js';

const APP = { appId: 'portal', appSecret: `app-${SECRET_MARK}` };
const EMPTY_HASH = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** @param {{ head?: string, host?: string, date?: string, user?: string, names?: string, hash?: string }} [parts] */
const canonical = ({
  head = 'GET\n/koodrive/ose/v1/task/result/\ntaskId=1534087020903704703',
  host = 'intl.myhuaweicloud-koodrive.com',
  date = new Date().toISOString().replace(/[-:]|\.\d+/g, ''),
  user = USER_ID,
  names = 'host;x-date;x-user-id',
  hash = EMPTY_HASH,
} = {}) => `${head}\nhost:${host}\nx-date:${date}\nx-user-id:${user}\n\n${names}\n${hash}`;

describe("the README's signing back end", () => {
  /** @type {string} */
  let folder;
  /** @type {(canonicalRequest: string, userId: string, app: typeof APP) => string | undefined} */
  let sign;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'koodrive-signer-'));
    await writeFile(path.join(folder, 'sign.mjs'), testedBlock('sign.js'));
    ({ sign } = await import(pathToFileURL(path.join(folder, 'sign.mjs')).href));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('signs the one query of its own user as openssl does', () => {
    const request = canonical();
    const hash = execFileSync('openssl', ['dgst', '-sha256', '-r'], { input: request })
      .toString()
      .split(' ')[0];
    const signature = execFileSync('openssl', ['dgst', '-sha256', '-hmac', APP.appSecret, '-r'], {
      input: `HMAC-SHA256\n${hash}`,
    })
      .toString()
      .split(' ')[0];
    assert.equal(
      sign(request, USER_ID, APP),
      `HMAC-SHA256 AppId=portal,SignedHeaders=host;x-date;x-user-id,Signature=${signature}`,
    );
    assert.ok(sign(canonical({ head: 'GET\n/koodrive/ose/v1/task/result/\n' }), USER_ID, APP));
  });

  for (const [what, request] of /** @type {const} */ ([
    ['another user', canonical({ user: '1' })],
    ['another host', canonical({ host: 'evil.example' })],
    ['another method', canonical({ head: 'DELETE\n/koodrive/ose/v1/task/result/\ntaskId=1' })],
    ['another path', canonical({ head: 'GET\n/koodrive/ose/v1/users/\ntaskId=1' })],
    ['another parameter', canonical({ head: 'GET\n/koodrive/ose/v1/task/result/\nall=1&taskId=1' })],
    [
      'a parameter behind the task ID',
      canonical({ head: 'GET\n/koodrive/ose/v1/task/result/\ntaskId=1&x=2' }),
    ],
    ['other signed headers', canonical({ names: 'host' })],
    ['a body', canonical({ hash: EMPTY_HASH.replace('e', 'f') })],
    ['a date of last year', canonical({ date: '20240909T033325Z' })],
    ['a date to come', canonical({ date: '29990909T033325Z' })],
    ['a second request behind the first', `${canonical()}\n${canonical()}`],
    ['nothing', ''],
    ['prose', 'please sign this'],
  ])) {
    it(`refuses ${what}`, () => assert.equal(sign(request, USER_ID, APP), undefined));
  }

  it('lets a portal query without the secret in the browser', { timeout: 30_000 }, async () => {
    const simulator = createSimulator({
      authorization: {
        apps: { [APP.appId]: APP.appSecret },
        signedTarget: { host: 'intl.myhuaweicloud-koodrive.com' },
      },
    });
    const backEnd = createServer(async (request, response) => {
      let body = '';
      for await (const piece of request) body += piece;
      const value = sign(body, USER_ID, APP);
      response.writeHead(value ? 200 : 403).end(value);
    });
    backEnd.listen(0, '127.0.0.1');
    await once(backEnd, 'listening');
    const { port } = /** @type {import('node:net').AddressInfo} */ (backEnd.address());
    const site = await startSite(undefined, {
      api: async (request, response) => {
        if (request.url !== '/portal/sign') return simulator.handle(request, response);
        const chunks = [];
        for await (const chunk of request) chunks.push(chunk);
        const answer = await fetch(`http://127.0.0.1:${port}`, {
          method: 'POST',
          body: Buffer.concat(chunks),
        });
        response.writeHead(answer.status).end(await answer.text());
        return true;
      },
    });
    const browser = await launchBrowser('chromium');
    const witness = await openWitnessedPage(browser);
    await witness.page.goto(site.origin);
    const outcome = await witness.page.evaluate(async (userId) => {
      // @ts-expect-error served, not a source file
      const { createClient } = await import('./koodrive-client.js');
      const client = await createClient({
        userId,
        credentials: {
          signedEndpoint: 'https://intl.myhuaweicloud-koodrive.com',
          async sign(/** @type {any} */ { canonicalRequest, signal }) {
            const answer = await fetch('portal/sign', { method: 'POST', body: canonicalRequest, signal });
            if (!answer.ok) throw new Error('not signed');
            return answer.text();
          },
        },
      });
      const report = await client.queryTaskResult({ taskId: '1534087020903704703' });
      const { failCount } = report;
      report.close();
      return failCount;
    }, USER_ID);
    assert.equal(outcome, 250);
    await witness.close();
    await browser.close();
    await site.close();
    backEnd.close();
  });
});
