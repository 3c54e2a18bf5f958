import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { DOCUMENTED_HEADERS, TASK_RESULT_PATH } from '../../../web/simulator/request-rules.js';
import { until } from '../../simulator/harness.js';
import { createCertificates } from '../support/certificates.js';
import { USER_ID } from '../support/report-page.js';
import { headerOf } from '../support/site.js';
import { TOKEN, assertNoSecret } from '../support/witness.js';
import { UPSTREAM_HOST } from './deployment.js';
import { openScene, serverNames } from './scene.js';
import { BROKEN_OFF, UNWANTED_HEADERS, startUpstream } from './upstream.js';

const now = () => new Date().toISOString().replace(/[-:]|\.\d+/g, '');

/** The headers of a query, and those that a browser and a portal add to it. */
const headers = () => ({
  Authorization: `Bearer+${TOKEN}`,
  language: 'en-US',
  'X-Traceid': 'ab'.repeat(29),
  'X-User-Id': USER_ID,
  'X-Date': now(),
  Cookie: 'portal=1',
  Referer: 'https://portal.example/tenants/7',
  Origin: 'https://portal.example',
  'X-Forwarded-For': '10.1.2.3',
  'X-Forwarded-Host': 'portal.example',
  'Sec-Fetch-Site': 'same-origin',
});

/** Headers that a forwarder adds for its own connection. */
const OWN_HEADERS = ['host', 'accept-encoding', 'user-agent', 'connection', 'content-length'];

for (const name of serverNames) {
  describe(`${name} forwards the query`, { timeout: 60_000 }, () => {
    /** @type {import('./scene.js').Scene} */
    let scene;
    before(async () => {
      scene = await openScene(name, {}, { authorization: { tokens: [TOKEN] } });
    });
    after(() => scene?.close());

    /** @param {string} query */
    const ask = (query) => scene.ask(TASK_RESULT_PATH + query, { headers: headers() });
    const seen = () => scene.upstream.simulator.requests.length;

    it('under the name of KooDrive’s host and without the portal’s own headers', async () => {
      const sent = headers();
      const path = `${TASK_RESULT_PATH}?taskId=1215215`;
      assert.equal((await scene.ask(path, { headers: sent })).status, 200);
      const request = scene.lastRequest();
      assert.equal(headerOf(request, 'Host'), UPSTREAM_HOST);
      assert.ok(scene.upstream.serverNames.has(UPSTREAM_HOST));
      const names = request?.rawHeaders
        .filter((_, index) => index % 2 === 0)
        .map((header) => header.toLowerCase())
        .filter((header) => !OWN_HEADERS.includes(header));
      assert.deepEqual(names?.sort(), DOCUMENTED_HEADERS.map((header) => header.toLowerCase()).sort());
      for (const header of DOCUMENTED_HEADERS)
        assert.equal(headerOf(request, header), /** @type {Record<string, string>} */ (sent)[header]);
    });

    it('and removes from the answer every header that a browser would act upon', async () => {
      const direct = await scene.upstream.ask(`${TASK_RESULT_PATH}?taskId=1215215`, scene.certificates.root);
      for (const [header, value] of Object.entries(UNWANTED_HEADERS))
        assert.equal(String(direct.headers[header.toLowerCase()]), value, `KooDrive sends ${header}`);
      for (const [task, status] of /** @type {const} */ ([
        ['1215215', 200],
        ['fault-401-basic', 401],
        ['fault-500-always', 500],
        ['fault-html-502', 502],
      ])) {
        const answer = await ask(`?taskId=${task}`);
        assert.equal(answer.status, status, task);
        for (const header of Object.keys(UNWANTED_HEADERS)) {
          const value = answer.headers[header.toLowerCase()];
          if (header !== 'Cache-Control') assert.equal(value, undefined, `${task}: ${header}`);
        }
        assert.equal(answer.headers['cache-control'], 'no-store', task);
        assert.equal(answer.headers['x-content-type-options'], 'nosniff', task);
        assert.match(
          answer.headers['content-security-policy']?.toString() ?? '',
          /^default-src 'none';.*sandbox$/,
        );
      }
    });

    it('and passes KooDrive’s own Date and Retry-After back', async () => {
      const ahead = await ask('?taskId=fault-clock-ahead-7200');
      const aheadMs = Date.parse(ahead.headers.date ?? '') - Date.now();
      assert.ok(Math.abs(aheadMs - 7_200_000) < 60_000, ahead.headers.date);
      const limited = await ask('?taskId=fault-429-always-7');
      assert.deepEqual([limited.status, limited.headers['retry-after']], [429, '7']);
    });

    for (const query of [
      '?taskId=1534087020903704703',
      '?taskId=a%20b%2F',
      '?taskId=%e4%B8%AD~%7E+%2B%25',
      '?taskId=a/../b//c',
      '',
    ]) {
      it(`with path and query unchanged: ${query || 'no query'}`, async () => {
        await ask(query);
        assert.equal(scene.lastRequest()?.url, TASK_RESULT_PATH + query);
      });
    }

    for (const target of [
      'list?status=2&pageSize=100&pageCursor=1723549107000',
      '1534087020903704713',
      'fault-x~a_b',
    ]) {
      it(`as the calls for the list and for a task: ${target}`, async () => {
        const answer = await scene.ask(`/koodrive/ose/v1/task/${target}`, { headers: headers() });
        assert.equal(scene.lastRequest()?.url, `/koodrive/ose/v1/task/${target}`);
        assert.match(String(answer.headers['x-request-id']), /^[0-9a-f]{32}$/);
      });
    }

    it('but no other method and no other path', async () => {
      const before = seen();
      const from = '127.0.0.2';
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD']) {
        const { status } = await scene.ask(TASK_RESULT_PATH, { method, headers: headers(), from });
        assert.ok([403, 404, 405].includes(status), `${method}: ${status}`);
      }
      for (const path of [
        '/koodrive/',
        '/koodrive/ose/v1/task/',
        '/koodrive/ose/v1/users/batchimport/preverify',
        `${TASK_RESULT_PATH}/`,
        `${TASK_RESULT_PATH}.json`,
        `/x${TASK_RESULT_PATH}`,
        TASK_RESULT_PATH.toUpperCase(),
      ]) {
        const { status } = await scene.ask(path, { headers: headers(), from });
        assert.equal(status, 404, path);
      }
      assert.equal(seen(), before);
      // A server may normalize these to the one path, but must then forward the normalized form.
      for (const path of ['/koodrive/ose/v1/task/list/..%2Fresult', '/koodrive//ose/v1/x/../task/%72esult']) {
        const seenBefore = seen();
        const { status } = await scene.ask(path, { headers: headers(), from });
        const forwarded = scene.upstream.simulator.requests.slice(seenBefore).map(({ url }) => url);
        assert.deepEqual(forwarded, status === 404 ? [] : [TASK_RESULT_PATH], `${path}: ${status}`);
      }
    });

    it('to no server whose certificate comes from an unknown authority', async () => {
      const others = await createCertificates(UPSTREAM_HOST);
      const impostor = await startUpstream(others);
      const misled = await openScene(name, { upstreamPort: impostor.port });
      try {
        const { status } = await misled.ask(`${TASK_RESULT_PATH}?taskId=1215215`, { headers: headers() });
        assert.equal(status, 502);
        await until(() =>
          /certificate verify error|certificate signed by unknown/.test(misled.server.errorLog()),
        );
        assert.equal(impostor.simulator.requests.length, 0);
        assertNoSecret(misled.server.errorLog());
      } finally {
        await misled.close();
        await impostor.close();
        await others.remove();
      }
    });

    it('to no server whose certificate is for another name', async () => {
      const misnamed = await openScene(name, {}, undefined, 'another.example');
      try {
        const { status } = await misnamed.ask(`${TASK_RESULT_PATH}?taskId=1215215`, { headers: headers() });
        assert.equal(status, 502);
        assert.equal(misnamed.upstream.simulator.requests.length, 0);
      } finally {
        await misnamed.close();
      }
    });
  });
}

describe('nginx as a forwarder', { timeout: 60_000 }, () => {
  /** @type {import('./scene.js').Scene} */
  let scene;
  before(async () => {
    scene = await openScene('nginx', {}, { authorization: { tokens: [TOKEN] } });
  });
  after(() => scene?.close());

  // Caddy 2.6 ends such an answer as if it were complete; page.test.js tests how the page deals with that.
  it('breaks off where KooDrive’s answer does', async () => {
    const ask = (/** @type {string} */ taskId) =>
      scene.ask(`${TASK_RESULT_PATH}?taskId=${taskId}`, { headers: headers() });
    assert.ok((await ask(BROKEN_OFF)).error);
    assert.equal((await ask('1215215')).error, undefined);
  });

  it('limits the rate of requests from each address', async () => {
    const ask = (/** @type {string} */ from) =>
      scene.ask(`${TASK_RESULT_PATH}?taskId=1215215`, { headers: headers(), from });
    const statuses = (await Promise.all(Array.from({ length: 60 }, () => ask('127.0.0.3')))).map(
      ({ status }) => status,
    );
    assert.ok(statuses.filter((status) => status === 200).length >= 20);
    assert.ok(statuses.filter((status) => status === 429).length >= 10, statuses.join());
    assert.equal((await ask('127.0.0.4')).status, 200);
  });
});
