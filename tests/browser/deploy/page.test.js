import assert from 'node:assert/strict';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { closeAll, openClientPage } from '../support/client-page.js';
import { press, untilText } from '../support/report-suite.js';
import {
  USER_ID,
  askFor,
  chooseImport,
  lookUntilReport,
  readError,
  readReport,
  untilState,
} from '../support/report-page.js';
import { distFolder, headerOf } from '../support/site.js';
import { SECRET_MARK, TOKEN, openWitnessedPage } from '../support/witness.js';
import { SITE_HOST, UPSTREAM_HOST } from './deployment.js';
import { openScene, serverNames } from './scene.js';
import { EVERY_BROWSER, lacks } from '../support/browsers.js';
import { openSiteBrowser } from './site-browser.js';
import { BROKEN_OFF } from './upstream.js';

const APP = { appId: 'portal-app', appSecret: `app-${SECRET_MARK}` };
/** Has every character that the URL and the signature could percent-encode differently. */
const AWKWARD_TASK_ID = "a b&c=d/é?#%+~!'()*:@;,";
/** The path below which a second copy of the page and the forwarded path are served. */
const MOUNT = '/tools/import';

const simulated = { authorization: { tokens: [TOKEN], apps: { [APP.appId]: APP.appSecret } } };

/** The servers that each browser is tested with: one is enough to show what differs between browsers. */
const SERVERS = /** @type {const} */ ({ chromium: serverNames, firefox: ['nginx'], webkit: ['nginx'] });

for (const browserName of EVERY_BROWSER) {
  const servers = SERVERS[browserName];
  describe(`the page behind a forwarder, in ${browserName}`, { timeout: 120_000 }, () => {
    /** @type {import('puppeteer-core').BrowserContext} */
    let browser;
    /** dist/ at the root and, with a config.json that names its own path, under MOUNT. @type {string} */
    let root;
    before(async () => {
      root = await mkdtemp(path.join(tmpdir(), 'koodrive-root-'));
      await cp(distFolder, root, { recursive: true });
      await cp(distFolder, path.join(root, MOUNT), { recursive: true });
      await writeFile(path.join(root, MOUNT, 'config.json'), '{ "endpoint": "." }');
      browser = await openSiteBrowser(browserName);
    });
    after(async () => {
      await closeAll(browser);
      await rm(root, { recursive: true, force: true });
    });

    for (const name of servers) {
      describe(`with ${name}`, () => {
        /** @type {import('./scene.js').Scene} */
        let scene;
        before(async () => {
          scene = await openScene(name, { root }, simulated);
        });
        after(() => scene?.close());

        it('loads every part, sends no referrer or cookie to KooDrive and violates no policy', async () => {
          await browser.setCookie({ name: 'portal', value: '1', domain: SITE_HOST });
          const witness = await openWitnessedPage(browser);
          const { page } = witness;
          /** @type {string[]} */
          const referrers = [];
          page.on('request', (request) => referrers.push(request.headers().referer ?? ''));
          await page.goto(`${scene.origin}/?language=en-US&taskId=1534087020903704703`);
          await askFor(page, { taskId: '1534087020903704703' });
          assert.equal(await untilState(page, 'report', 'error', 'no-result'), 'report');
          assert.equal((await readReport(page)).rate, '87.5%');
          assert.equal(headerOf(scene.lastRequest(), 'Cookie'), undefined);
          // Where the file is saved has nothing to do with the server.
          await page.evaluate(() => (HTMLAnchorElement.prototype.click = () => {}));
          await press(page, '.menu summary');
          await press(page, '.menu-item', /Excel/);
          await untilText(page, '[role=status]', /^Saved as/);
          await page.select('#language', 'zh-CN');
          await page.waitForFunction(() => document.documentElement.lang === 'zh-CN');
          assert.deepEqual([...new Set(referrers)], [''], 'no request says where it comes from');
          assert.deepEqual(
            (await browser.cookies()).map((cookie) => cookie.name),
            ['portal'],
          );
          await witness.close();
        });

        it('lists the recent imports, shows a finished one and follows a running one to its report', async () => {
          const witness = await openWitnessedPage(browser);
          const { page } = witness;
          await page.goto(`${scene.origin}/?language=en-US`);
          await page.type('#user-id', USER_ID);
          await page.type('#access-token', TOKEN);
          await page.click('#show-imports');
          await chooseImport(page, '250 of 2,000');
          assert.equal(await untilState(page, 'report', 'error', 'no-result'), 'report');
          await chooseImport(page, 'Still running');
          assert.equal(await untilState(page, 'running', 'error', 'no-result'), 'running');
          await lookUntilReport(page);
          assert.equal((await readReport(page)).failed, '250');
          await witness.close();
        });

        it('shows a refusal without a password prompt of the browser', async () => {
          const witness = await openWitnessedPage(browser);
          await witness.page.goto(`${scene.origin}/?language=en-US`);
          await askFor(witness.page, { taskId: 'fault-401-basic' });
          assert.equal(await untilState(witness.page, 'report', 'error', 'no-result'), 'error');
          assert.match((await readError(witness.page)).message, /did not accept the credentials/);
          await witness.close();
        });

        const skip = lacks(browserName, 'reset HTTP/2 streams');
        it('shows an error for an answer that breaks off', { skip }, async () => {
          const witness = await openWitnessedPage(browser);
          await witness.page.goto(`${scene.origin}/?language=en-US`);
          await askFor(witness.page, { taskId: BROKEN_OFF });
          assert.equal(await untilState(witness.page, 'report', 'error', 'no-result'), 'error');
          await witness.close();
        });

        for (const [where, start] of [
          ['at the root', '/'],
          ['in a sub-folder', `${MOUNT}/`],
        ]) {
          it(`makes signatures that KooDrive accepts when it is served ${where}`, async () => {
            await expectVerified(scene, scene.origin + start, scene.origin);
          });
        }
      });

      it(`works with ${name} when page and forwarded path are below a path of their own`, async () => {
        const scene = await openScene(name, { root, mount: MOUNT }, simulated);
        try {
          const home = `${scene.origin}${MOUNT}/`;
          const witness = await openWitnessedPage(browser);
          await witness.page.goto(`${home}?language=en-US`);
          await askFor(witness.page, { taskId: '1215215' });
          assert.equal(await untilState(witness.page, 'report', 'error', 'no-result'), 'report');
          await witness.close();
          await expectVerified(scene, home, `${scene.origin}${MOUNT}`);
        } finally {
          await scene.close();
        }
      });
    }

    /**
     * Fails unless KooDrive accepts a signature that the client makes in a page.
     * @param {import('./scene.js').Scene} scene
     * @param {string} home
     * @param {string} endpoint
     */
    async function expectVerified(scene, home, endpoint) {
      const clientPage = await openClientPage(browser, {
        origin: home,
        simulator: scene.upstream.simulator,
        requestsOf: (taskId) =>
          scene.upstream.simulator.requests.filter((request) => request.taskId === taskId),
        close: scene.close,
      });
      try {
        const ask = (/** @type {object} */ extra) =>
          clientPage.query({
            taskId: AWKWARD_TASK_ID,
            client: { endpoint, credentials: { ...APP, ...extra } },
          });
        const signed = await ask({ signedEndpoint: `https://${UPSTREAM_HOST}` });
        assert.equal(signed.error?.kind, 'api', 'the task is unknown, but the signature is accepted');
        const refused = (await ask({})).error;
        assert.equal(refused?.kind, 'unauthorized', 'a signature for the forwarder’s host is refused');
        // The path differs before the host does, where the page's endpoint has one.
        assert.match(refused?.signatureDifference?.part ?? '', /^(host|path)$/);
        const client = { endpoint, credentials: { ...APP, signedEndpoint: `https://${UPSTREAM_HOST}` } };
        const listed = await clientPage.query({ call: 'listTasks', client, options: { status: 'failed' } });
        assert.deepEqual(
          listed.value?.tasks.map((/** @type {{ taskId: string }} */ { taskId }) => taskId),
          ['1534087020903704713'],
        );
        const taskId = `1534087020903704715~${Math.random()}`.replace('.', '');
        const followed = await clientPage.query({
          call: 'followTaskResult',
          taskId,
          client,
          impatient: true,
        });
        assert.equal(followed.report?.task?.status, 'success', followed.error?.message);
        assert.match(followed.report?.requestId ?? '', /^[0-9a-f]{32}$/);
      } finally {
        await clientPage.close();
      }
    }
  });
}
