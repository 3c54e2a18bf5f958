import assert from 'node:assert/strict';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { createSimulator } from '../../../web/simulator/simulator.js';
import { openEngine } from '../support/shared-browsers.js';
import { promisedPolicy, testedBlock } from '../support/readme.js';
import { readReport, untilState } from '../support/report-page.js';
import { distFolder, headerOf, startSite } from '../support/site.js';
import { TOKEN, openWitnessedPage } from '../support/witness.js';

describe('the code of web/README.md', () => {
  /** @type {import('puppeteer-core').BrowserContext} */
  let browser;
  /** @type {string} */
  let folder;
  /** @type {Awaited<ReturnType<typeof startSite>>} */
  let site;
  /** @type {Awaited<ReturnType<typeof openWitnessedPage>>} */
  let witness;
  const simulator = createSimulator({ authorization: { tokens: [TOKEN] } });
  let tokenStatus = 200;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'koodrive-readme-'));
    await cp(distFolder, folder, { recursive: true });
    for (const name of ['embed.html', 'portal.js', 'client.js', 'tasks.js'])
      await writeFile(path.join(folder, name), testedBlock(name));
    for (const name of ['client', 'tasks'])
      await writeFile(path.join(folder, `${name}.html`), `<script type="module" src="${name}.js"></script>`);
    browser = await openEngine('chromium');
    site = await startSite(undefined, { dist: folder, api: answer, headers: promisedPolicy() });
  });
  after(async () => {
    await browser?.close();
    await site?.close();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    tokenStatus = 200;
    simulator.reset();
    witness = await openWitnessedPage(browser);
  });
  afterEach(() => witness.close());

  /**
   * The portal's token, and KooDrive; a page without an icon makes Chromium ask for one.
   * @type {import('../../../web/simulator/simulator.js').Simulator['handle']}
   */
  async function answer(request, response) {
    if (request.url === '/portal/token') {
      response.writeHead(tokenStatus).end(tokenStatus === 200 ? TOKEN : 'not signed in');
    } else if (request.url === '/favicon.ico') {
      response.writeHead(204).end();
    } else {
      return simulator.handle(request, response);
    }
    return true;
  }

  it('embeds the element under the policy that the document promises', { timeout: 20_000 }, async () => {
    await witness.page.goto(`${site.origin}/embed.html`);
    assert.equal(await untilState(witness.page, 'report', 'error', 'no-result'), 'report');
    const { rate, rows } = await readReport(witness.page);
    assert.equal(rate, '50%');
    assert.deepEqual(rows, [['ss', '—not given']]);
    const [request] = simulator.requests;
    assert.equal(headerOf(request, 'Authorization'), `Bearer+${TOKEN}`);
    assert.equal(headerOf(request, 'X-User-Id'), '1505084218764547200');
    assert.equal(simulator.requests.length, 1);
  });

  it('reports an error with its kind and trace ID to the console', { timeout: 20_000 }, async () => {
    tokenStatus = 403;
    const warning = new Promise((resolve) =>
      witness.page.on('console', (message) => message.type() === 'warn' && resolve(message.text())),
    );
    await witness.page.goto(`${site.origin}/embed.html`);
    assert.match(await warning, /^unauthorized [0-9a-f]{58}$/);
    assert.equal(await untilState(witness.page, 'report', 'error', 'no-result'), 'error');
  });

  it('prints the counts and every failure through the client', { timeout: 20_000 }, async () => {
    /** @type {string[]} */
    const said = [];
    const all = new Promise((resolve) =>
      witness.page.on('console', (message) => {
        said.push(message.text());
        if (said.length === 251) resolve(said);
      }),
    );
    await witness.page.goto(`${site.origin}/client.html`);
    await all;
    assert.match(said[0], /^1750 250 /);
    assert.match(said[1], /^\S+ \S/);
    assert.equal(simulator.requests[0].taskId, '1534087020903704703');
  });

  it('lists the tasks and follows one through the client', { timeout: 20_000 }, async () => {
    /** @type {string[]} */
    const said = [];
    const last = new Promise((resolve) =>
      witness.page.on('console', (message) => {
        said.push(message.text());
        if (said.at(-1)?.endsWith(' 250')) resolve(said);
      }),
    );
    await witness.page.goto(`${site.origin}/tasks.html`);
    await last;
    assert.match(said[0], /^1215215 /);
    assert.ok(said.includes('There are more.'), said.join('\n'));
    assert.equal(said.at(-1), '250 of 2,000 failed, for a dozen reasons 250');
  });
});
