import assert from 'node:assert/strict';
import { once } from 'node:events';
import https from 'node:https';
import { after, before, describe, it } from 'node:test';
import { TASK_RESULT_PATH } from '../../web/dev/request-rules.js';
import { createSimulator } from '../../web/dev/simulator.js';
import { get } from '../simulator/harness.js';
import { launchBrowser } from './browsers.js';
import { createCertificates } from './certificates.js';
import { startNginx } from './nginx.js';
import { promisedPolicy, testedBlock } from './readme.js';
import { USER_ID, askFor, readError, readReport, untilState } from './report-page.js';
import { distFolder, headerOf } from './site.js';
import { TOKEN, openWitnessedPage } from './witness.js';

/** @typedef {Awaited<ReturnType<typeof createCertificates>>} Certificates */

const snippet = testedBlock('nginx.conf');
const SYSTEM_AUTHORITIES = '/etc/ssl/certs/ca-certificates.crt';
const [, upstreamName = ''] = /proxy_pass https:\/\/([^/;]+)/.exec(snippet) ?? [];

/** A task whose answer ends in the middle, with the connection closed in good order. */
const BROKEN_OFF = 'broken-off';

/** What an upstream may send and a browser must never see. */
const UNWANTED_HEADERS = {
  'Cache-Control': 'public, max-age=3600',
  'Set-Cookie': 'upstream=1; Path=/',
  'WWW-Authenticate': 'Basic realm="gateway"',
  Location: 'https://elsewhere.example/',
};

/**
 * KooDrive behind TLS, with headers that must not pass.
 * @param {Certificates} certificates
 */
async function startUpstream({ cert, key }) {
  const simulator = createSimulator({ authorization: { tokens: [TOKEN] } });
  /** The names that were asked for by SNI. @type {Set<unknown>} */
  const serverNames = new Set();
  const server = https.createServer({ cert, key }, async (request, response) => {
    serverNames.add(/** @type {{ servername?: unknown }} */ (request.socket).servername);
    if (request.url?.endsWith(`taskId=${BROKEN_OFF}`)) {
      response.write('{"data":', () => response.socket?.end());
      return;
    }
    const writeHead = response.writeHead.bind(response);
    response.writeHead = (/** @type {number} */ status) => {
      for (const [name, value] of Object.entries(UNWANTED_HEADERS)) response.setHeader(name, value);
      return writeHead(status);
    };
    if (!(await simulator.handle(request, response))) response.writeHead(418).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    port,
    simulator,
    serverNames,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/**
 * The snippet as README.md has it, but for the authority that it trusts. Its upstream's name leads to this machine.
 * @param {number} port of the upstream
 * @param {Certificates} certificates
 */
function startSnippet(port, { authority }) {
  const policy = Object.entries(promisedPolicy()).map(
    ([name, value]) => `add_header ${name} "${value}" always;`,
  );
  return startNginx({
    http: `upstream ${upstreamName} { server 127.0.0.1:${port}; }`,
    server: `
      root ${distFolder};
      ${policy.join('\n')}
      ${snippet.replace(SYSTEM_AUTHORITIES, authority)}`,
  });
}

const now = () => new Date().toISOString().replace(/[-:]|\.\d+/g, '');

/** The headers of a query, and what a portal's page adds to it. @param {Record<string, string>} [more] */
const headers = (more) => ({
  Authorization: `Bearer+${TOKEN}`,
  language: 'en-US',
  'X-Traceid': 'ab'.repeat(29),
  'X-User-Id': USER_ID,
  'X-Date': now(),
  Cookie: 'portal=1',
  Referer: 'https://portal.example/tenants/7',
  ...more,
});

describe('the nginx snippet of README.md', { timeout: 60_000 }, () => {
  /** @type {import('puppeteer-core').Browser} */
  let browser;
  /** @type {Certificates} */
  let certificates;
  /** @type {Awaited<ReturnType<typeof startUpstream>>} */
  let upstream;
  /** @type {Awaited<ReturnType<typeof startNginx>>} */
  let nginx;

  before(async () => {
    certificates = await createCertificates(upstreamName);
    upstream = await startUpstream(certificates);
    nginx = await startSnippet(upstream.port, certificates);
    browser = await launchBrowser('chromium', ['--lang=en-US']);
  });
  after(async () => {
    await browser?.close();
    await nginx?.close();
    await upstream?.close();
    await certificates?.remove();
  });

  /** @param {string} query */
  const ask = (query) => get(`${nginx.origin}${TASK_RESULT_PATH}${query}`, { headers: headers() });
  const lastRequest = () => upstream.simulator.requests.at(-1);

  it('trusts the system’s authorities', () => {
    assert.ok(snippet.includes(`proxy_ssl_trusted_certificate ${SYSTEM_AUTHORITIES};`));
    assert.equal(upstreamName, 'intl.myhuaweicloud-koodrive.com');
  });

  it('shows the report in the page under the promised policy', async () => {
    await browser.setCookie({ name: 'portal', value: '1', domain: '127.0.0.1', httpOnly: true });
    const witness = await openWitnessedPage(browser);
    const response = await witness.page.goto(`${nginx.origin}/?language=en-US`);
    assert.ok(response?.headers()['content-security-policy']?.includes("default-src 'none'"));
    await askFor(witness.page, { taskId: '1215215' });
    assert.equal(await untilState(witness.page, 'report', 'error', 'no-result'), 'report');
    assert.equal((await readReport(witness.page)).rate, '50%');
    assert.equal(headerOf(lastRequest(), 'Cookie'), undefined);
    assert.deepEqual(
      (await browser.cookies()).map(({ name }) => name),
      ['portal'],
    );
    await witness.close();
  });

  it('keeps a refusal from asking for a password', async () => {
    const witness = await openWitnessedPage(browser);
    await witness.page.goto(`${nginx.origin}/?language=en-US`);
    await askFor(witness.page, { taskId: 'fault-401-basic' });
    assert.equal(await untilState(witness.page, 'report', 'error', 'no-result'), 'error');
    assert.match((await readError(witness.page)).message, /did not accept the credentials/);
    await witness.close();
  });

  it('gives the upstream its own name and nothing of the portal', async () => {
    assert.equal((await ask('?taskId=1215215')).status, 200);
    const request = lastRequest();
    assert.equal(headerOf(request, 'Host'), upstreamName);
    assert.ok(upstream.serverNames.has(upstreamName));
    const names = request?.rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
    assert.deepEqual(names?.sort(), [
      'authorization',
      'host',
      'language',
      'x-date',
      'x-traceid',
      'x-user-id',
    ]);
  });

  it('lets no header of the upstream pass that the browser would act upon', async () => {
    for (const [task, status] of /** @type {const} */ ([
      ['1215215', 200],
      ['fault-401-basic', 401],
      ['fault-500-always', 500],
    ])) {
      const answer = await ask(`?taskId=${task}`);
      assert.equal(answer.status, status, task);
      for (const name of ['set-cookie', 'www-authenticate', 'location'])
        assert.equal(answer.headers[name], undefined, `${task}: ${name}`);
      assert.equal(answer.headers['cache-control'], 'no-store', task);
    }
  });

  it('passes on KooDrive’s own Date', async () => {
    const { headers } = await ask('?taskId=fault-clock-ahead-7200');
    const aheadMs = Date.parse(headers.date ?? '') - Date.now();
    assert.ok(Math.abs(aheadMs - 7_200_000) < 60_000, headers.date);
  });

  for (const query of [
    '?taskId=1534087020903704703',
    '?taskId=a%20b%2F',
    '?taskId=%e4%B8%AD~%7E+%2B%25',
    '?taskId=a/../b//c',
    '',
  ]) {
    it(`leaves path and query as they are: ${query || 'without a query'}`, async () => {
      await ask(query);
      assert.equal(lastRequest()?.url, TASK_RESULT_PATH + query);
    });
  }

  it('tells an answer that breaks off from a whole one', async () => {
    assert.ok((await ask(`?taskId=${BROKEN_OFF}`)).error);
    assert.equal((await ask('?taskId=1215215')).error, undefined);
  });

  it('forwards nothing else', async () => {
    const before = upstream.simulator.requests.length;
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const { status } = await get(`${nginx.origin}${TASK_RESULT_PATH}`, { method, headers: headers() });
      assert.ok(status === 403 || status === 405, `${method}: ${status}`);
    }
    for (const path of [
      '/koodrive/',
      '/koodrive/ose/v1/task/list',
      `${TASK_RESULT_PATH}/`,
      `${TASK_RESULT_PATH}s`,
    ]) {
      const { status } = await get(`${nginx.origin}${path}`, { headers: headers() });
      assert.equal(status, 404, path);
    }
    assert.equal(upstream.simulator.requests.length, before);
    // nginx decides by the path that these come to, and must not hand on another spelling of it.
    for (const path of ['/koodrive/ose/v1/task/list/..%2Fresult', '/koodrive//ose/v1/x/../task/%72esult']) {
      await get(`${nginx.origin}${path}`, { headers: headers() });
      assert.equal(lastRequest()?.url, TASK_RESULT_PATH, path);
    }
  });

  it('sends nothing to a server that cannot prove its name', async () => {
    const others = await createCertificates(upstreamName);
    const impostor = await startUpstream(others);
    const misled = await startSnippet(impostor.port, certificates);
    try {
      const { status } = await get(`${misled.origin}${TASK_RESULT_PATH}?taskId=1215215`, {
        headers: headers(),
      });
      assert.equal(status, 502);
      assert.match(await misled.errorLog(), /certificate verify error/);
      assert.equal(impostor.simulator.requests.length, 0);
    } finally {
      await misled.close();
      await impostor.close();
      await others.remove();
    }
  });
});
