import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { EVERY_BROWSER } from '../support/browsers.js';
import { closeAll } from '../support/client-page.js';
import { broken, silent, startFaultySite } from '../support/faulty-site.js';
import { testedBlock } from '../support/readme.js';
import { USER_ID, readError, readReport, untilState } from '../support/report-page.js';
import { MIXED_TASK, textOf } from '../support/report-suite.js';
import { openEngine } from '../support/shared-browsers.js';
import { TOKEN, openWitnessedPage } from '../support/witness.js';

const LIST_PATH = '/koodrive/ose/v1/task/list';
const LIST = 'koodrive-import-list';

/** The example of web/README.md without a bundler. */
const PORTAL_SCRIPT = testedBlock('list.js')
  .replace("'koodrive-import-report/list'", "'/koodrive-import-list.js'")
  .replace("'koodrive-import-report'", "'/koodrive-import-report.js'");
const PORTAL = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Portal</title>
<script type="module" src="/portal.js"></script></head>
<body><koodrive-import-list user-id="${USER_ID}" locale="en-US"></koodrive-import-list>
<koodrive-import-report user-id="${USER_ID}" locale="en-US"></koodrive-import-report></body></html>`;

for (const browserName of EVERY_BROWSER) {
  describe(`the recent imports, in ${browserName}`, () => {
    /** @type {import('puppeteer-core').BrowserContext} */
    let browser;
    /** @type {Awaited<ReturnType<typeof startFaultySite>>} */
    let site;
    /** @type {Awaited<ReturnType<typeof openWitnessedPage>>} */
    let witness;
    before(async () => {
      browser = await openEngine(browserName);
    });
    after(() => closeAll(browser));
    beforeEach(async () => {
      site = await startFaultySite({ '/portal.html': PORTAL });
      site.answer(
        '/portal.js',
        (_, response) =>
          void response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(PORTAL_SCRIPT),
      );
      site.answer('/portal/token', (_, response) => void response.writeHead(200).end(TOKEN));
      witness = await openWitnessedPage(browser);
      await witness.page.setViewport({ width: 1280, height: 900 });
    });
    afterEach(() => closeAll(witness, site));

    const start = async (path = '/?language=en-US') => {
      await witness.page.goto(site.origin + path);
      await witness.page.waitForFunction(() => customElements.get('koodrive-import-report'));
    };

    /** Waits until the list is in a state. @param {string} state */
    const untilList = (state) =>
      witness.page.waitForFunction(
        (wanted) => {
          const list = /** @type {any} */ (document.querySelector('koodrive-import-list'));
          return list?.state === wanted && !list.isUpdatePending;
        },
        { timeout: 20_000 },
        state,
      );

    const listText = () =>
      witness.page.$eval(LIST, (list) => list.shadowRoot?.textContent?.replace(/\s+/g, ' ').trim() ?? '');

    /** @param {string} name of an import, or of another button of the list */
    const choose = (name) =>
      witness.page.$eval(
        LIST,
        (list, wanted) => {
          const buttons = [...(list.shadowRoot?.querySelectorAll('button') ?? [])];
          const button = buttons.find(({ textContent }) => textContent?.includes(wanted));
          if (!button) throw new Error(`There is no ${wanted}.`);
          button.focus();
          button.click();
        },
        name,
      );

    /** @param {string} userId */
    const signIn = async (userId = USER_ID) => {
      const { page } = witness;
      await page.type('#user-id', userId);
      await page.type('#access-token', TOKEN);
      await page.click('#show-imports');
    };

    it('are one click away in the demo, newest first, and show the report of the one that is chosen', async () => {
      const { page } = witness;
      await start();
      await page.waitForSelector('#demo-sign-in', { visible: true });
      await page.click('#demo-sign-in');
      await untilList('list');
      assert.match(await listText(), /Waiting.*unknown \(7\).*Finished.*Failed.*Finished/);
      const times = await page.$eval(LIST, (list) =>
        [...(list.shadowRoot?.querySelectorAll('time') ?? [])].map(({ dateTime }) => dateTime),
      );
      assert.ok(times.length > 6);
      assert.deepEqual(times, [...times].sort().reverse());
      await choose('250 of 2,000');
      await untilState(page, 'report');
      const { failed, facts } = await readReport(page);
      assert.equal(failed, '250');
      assert.match(facts, /Task ?250 of 2,000.*Started.*Ended.*Duration ?1 min 30 sec/);
      assert.match(page.url(), new RegExp(`taskId=${MIXED_TASK}`));
      assert.equal(
        await page.$eval('#task-id', (field) => /** @type {HTMLInputElement} */ (field).value),
        MIXED_TASK,
      );
    });

    it('lead to the state of an import that is running, and of one that failed as a whole', async () => {
      const { page } = witness;
      await start();
      await signIn();
      await untilList('list');
      await choose('Still running');
      assert.equal(await untilState(page, 'running'), 'running');
      await choose('Failed as a whole');
      await untilState(page, 'task-failed', 'running');
      await page.waitForFunction(
        () => {
          const report = /** @type {any} */ (document.querySelector('koodrive-import-report'));
          report.shadowRoot.querySelector('[part=running] button')?.click();
          return report.state === 'task-failed' && !report.isUpdatePending;
        },
        { timeout: 20_000 },
      );
      assert.match((await readError(page)).message, /18000205/);
    });

    it('are asked for with what is typed: a value that cannot be sent is named at its field, and no list is shown', async () => {
      const { page } = witness;
      await start();
      await page.type('#access-token', TOKEN);
      await page.click('#show-imports');
      await page.waitForSelector('#user-id-problem', { visible: true });
      assert.match(await page.$eval('#user-id-problem', (problem) => problem.textContent ?? ''), /user ID/i);
      assert.equal(await page.$eval('#imports', (place) => /** @type {HTMLElement} */ (place).hidden), true);
      assert.equal(site.timesAsked(LIST_PATH), 0);
    });

    it('say so where there are none', async () => {
      await start();
      await signIn('no-tasks');
      await untilList('list');
      assert.match(await listText(), /There are no imports/);
    });

    for (const { status, words } of [
      { status: 403, words: /does not let this user list imports.*by its task ID/ },
      { status: 404, words: /not available here.*by its task ID/ },
      { status: 401, words: /could not be listed.*Try again/ },
    ])
      it(`say why they are not there when the answer is HTTP ${status}, and what to do`, async () => {
        await start();
        site.answer(LIST_PATH, (_, response) => void response.writeHead(status).end());
        await signIn();
        await untilList('error');
        assert.match(await listText(), words);
        site.answer(LIST_PATH);
        await choose('Try again');
        await untilList('list');
      });

    it('come in pages: more of them are a press away, and a page that fails leaves those that are there', async () => {
      const { page } = witness;
      await start('/portal.html');
      await untilList('list');
      await page.$eval(LIST, (list) => {
        const tasks = (/** @type {string} */ prefix) =>
          Array.from({ length: 20 }, (_, n) => ({ taskId: `${prefix}${n}`, status: 'success', taskType: 1 }));
        let fails = true;
        const listTasks = async (/** @type {any} */ { pageCursor }) => {
          if (!pageCursor) return { tasks: tasks('first '), nextCursor: '2' };
          if (fails) {
            fails = false;
            throw Object.assign(new Error('No network.'), { kind: 'network' });
          }
          return { tasks: tasks('second ') };
        };
        void Object.assign(/** @type {any} */ (list), { client: { listTasks } }).load();
      });
      await untilList('list');
      assert.match(await listText(), /20 imports are listed/);
      await choose('Show more imports');
      await untilList('error');
      assert.match(await listText(), /first 19.*No network\./);
      await choose('Try again');
      await untilList('list');
      await choose('Show more imports');
      await untilList('list');
      assert.match(await listText(), /second 19.*40 imports are listed/);
      assert.doesNotMatch(await listText(), /Show more imports/);
    });

    it('show a running one as loading while its view does not come, and in English where the texts do not', async () => {
      const { page } = witness;
      await start('/?language=zh-CN');
      site.answer('/koodrive-running-view.js', broken);
      site.answer('/koodrive-tasks-zh-CN.js', silent);
      const follow = () =>
        page.$eval(
          'koodrive-import-report',
          (element, userId, accessToken) =>
            void (
              /** @type {any} */ (Object.assign(element, { userId, credentials: { accessToken } })).follow(
                '1534087020903704705',
              )
            ),
          USER_ID,
          TOKEN,
        );
      const panel = (/** @type {string} */ text) =>
        page.waitForFunction(
          (wanted) =>
            document.querySelector('koodrive-import-report')?.shadowRoot?.textContent?.includes(wanted),
          { timeout: 20_000 },
          text,
        );
      await follow();
      await untilState(page, 'running');
      assert.match(await textOf(page, '[part=loading]'), /正在加载报告/);
      site.answer('/koodrive-running-view.js');
      await follow();
      await panel('Look now');
    });

    it('stand in a portal as web/README.md says, beside the report of the one that is chosen', async () => {
      const { page } = witness;
      await start('/portal.html');
      await untilList('list');
      await choose('An empty file');
      await untilState(page, 'report');
      assert.match(await textOf(page, '[part~=facts]'), /An empty file/);
    });
  });
}
