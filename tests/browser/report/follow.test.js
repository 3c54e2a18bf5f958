import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { EVERY_BROWSER } from '../support/browsers.js';
import { closeAll } from '../support/client-page.js';
import { USER_ID, readError, readReport, untilState } from '../support/report-page.js';
import { inside, load, press, settled, textOf, untilText } from '../support/report-suite.js';
import { openEngine } from '../support/shared-browsers.js';
import { startSite } from '../support/site.js';
import { TOKEN, openWitnessedPage } from '../support/witness.js';

const RUNNING_TASK = '1534087020903704705';
const UNKNOWN_TASK = '1534087020903704707';
const FAILED_TASK = '1534087020903704713';
const LATE_TASK = '1534087020903704715';
const MINUTE = 60_000;

for (const browserName of EVERY_BROWSER) {
  describe(`an import that is followed to its report, in ${browserName}`, () => {
    /** @type {import('puppeteer-core').BrowserContext} */
    let browser;
    /** @type {Awaited<ReturnType<typeof startSite>>} */
    let site;
    /** @type {Awaited<ReturnType<typeof openWitnessedPage>>} */
    let witness;
    /** By how much the simulator's clock was moved forward, in milliseconds. */
    let moved = 0;
    before(async () => {
      browser = await openEngine(browserName);
    });
    after(() => closeAll(browser));
    beforeEach(async () => {
      moved = 0;
      site = await startSite({ now: () => Date.now() + moved });
      witness = await openWitnessedPage(browser);
      await witness.page.setViewport({ width: 1280, height: 900 });
      await witness.page.goto(`${site.origin}/?language=en-US`);
      await witness.page.waitForFunction(() => customElements.get('koodrive-import-report'));
    });
    afterEach(() => closeAll(witness, site));

    /**
     * @param {string} task
     * @param {object} [properties]
     */
    const follow = (task, properties = {}) =>
      witness.page.$eval(
        'koodrive-import-report',
        (element, taskId, values) =>
          void (/** @type {any} */ (Object.assign(element, values)).follow(taskId)),
        task,
        { userId: USER_ID, credentials: { accessToken: TOKEN }, ...properties },
      );

    /** Presses *Look now* until something holds, because a look that is under way cannot be hurried. @param {() => Promise<boolean>} isDone */
    const lookUntil = async (isDone) => {
      while (!(await isDone())) {
        await witness.page.evaluate((button) => {
          const root = document.querySelector('koodrive-import-report')?.shadowRoot;
          /** @type {HTMLElement | null | undefined} */ (root?.querySelector(button))?.click();
        }, '[part=running] button');
        await settled(witness.page);
      }
    };

    const stateNow = () =>
      witness.page.$eval('koodrive-import-report', (element) => /** @type {any} */ (element).state);

    it('shows each state of the import, announces it once, and shows the report in the end', async () => {
      const { page } = witness;
      await page.$eval('koodrive-import-report', (element) => {
        const root = /** @type {ShadowRoot} */ (element.shadowRoot);
        /** @type {string[]} */
        const heard = [];
        Object.assign(window, { heard });
        new MutationObserver(() => {
          const text = root.querySelector('[role=status]')?.textContent?.trim() ?? '';
          if (text && text !== heard.at(-1)) heard.push(text);
        }).observe(root, { childList: true, subtree: true, characterData: true });
      });
      await follow(RUNNING_TASK);
      assert.equal(await untilState(page, 'running'), 'running');
      await untilText(page, '#running-title', /^The import is waiting to start$/);
      await untilText(page, '.running-look', /Next look in \d+ second/);
      moved += 2_500;
      await lookUntil(async () => /is running/.test(await textOf(page, '#running-title')));
      moved += 4_000;
      await lookUntil(async () => (await stateNow()) !== 'running');
      await untilState(page, 'report');
      const { failed, facts } = await readReport(page);
      assert.equal(failed, '250');
      assert.match(facts, /Task ?Still running: no result yet/);
      const heard = /** @type {string[]} */ (await page.evaluate(() => /** @type {any} */ (window).heard));
      assert.equal(heard.filter((text) => text === 'The import is waiting to start').length, 1);
      assert.equal(heard.filter((text) => text === 'The import is running').length, 1);
    });

    it('looks before the announced time when a reader presses Look now', async () => {
      const { page } = witness;
      await page.evaluate(() => {
        /** @type {{ phase: string, at: number, nextLookAt: number }[]} */
        const progress = [];
        Object.assign(window, { progress });
        document.addEventListener('koodrive-progress', (event) => {
          const { phase, nextLookAt } = /** @type {any} */ (event).detail.progress;
          progress.push({ phase, at: Date.now(), nextLookAt: Number(nextLookAt) });
        });
      });
      await follow(RUNNING_TASK);
      await untilText(page, '.running-look', /Next look/);
      await press(page, '[part=running] button', 'Look now');
      const isNextLook = await page.waitForFunction(() => {
        const progress = /** @type {{ phase: string, at: number, nextLookAt: number }[]} */ (
          /** @type {any} */ (window).progress
        );
        const waiting = progress.findIndex(({ phase }) => phase === 'waiting');
        const next = progress[waiting + 1];
        return next && { isEarly: next.at < progress[waiting].nextLookAt - 100 };
      });
      assert.deepEqual(await isNextLook.jsonValue(), { isEarly: true });
    });

    it('ends with one error and asks nothing more when a reader stops it, and can be followed again', async () => {
      const { page } = witness;
      await follow(RUNNING_TASK);
      await untilState(page, 'running');
      await untilText(page, '.running-look', /Next look/);
      await press(page, '[part=running] button', 'Stop');
      await untilState(page, 'error');
      assert.equal((await readError(page)).title, 'Cancelled');
      assert.equal(
        await page.evaluate(
          () => document.querySelector('koodrive-import-report')?.shadowRoot?.activeElement?.id,
        ),
        'error-title',
      );
      await press(page, '[part=error] button', 'Try again');
      assert.equal(await untilState(page, 'running'), 'running');
    });

    it('says that the import failed as a whole, with the code for support', async () => {
      const { page } = witness;
      await follow(FAILED_TASK);
      for (;;) {
        const state = await untilState(page, 'running', 'task-failed');
        if (state === 'task-failed') break;
        await lookUntil(async () => (await stateNow()) === 'task-failed');
      }
      const { title, message } = await readError(page);
      assert.equal(title, 'KooDrive could not do this import');
      assert.match(message, /18000205/);
    });

    it('says that KooDrive does not know a task, as a query does', async () => {
      const { page } = witness;
      await follow(UNKNOWN_TASK);
      await untilState(page, 'running', 'error');
      await lookUntil(async () => (await stateNow()) === 'error');
      assert.match((await readError(page)).message, /The task does not exist or has expired/);
    });

    it('says that a finished import has no result where KooDrive keeps none', async () => {
      const { page } = witness;
      await page.$eval('koodrive-import-report', (element) => {
        /** @type {any} */ (element).client = {
          followTaskResult: async (/** @type {any} */ { onProgress }) => {
            onProgress({ phase: 'looking', state: 'success' });
            throw Object.assign(new Error('No result.'), { kind: 'no-result' });
          },
        };
      });
      await follow(LATE_TASK);
      await untilState(page, 'no-result');
      assert.match(await textOf(page, '[part=error]'), /import has finished, but has no result/);
      assert.doesNotMatch(await textOf(page, '[part=error]'), /Wait for the result/);
    });

    it('shows a result that comes late', async () => {
      const { page } = witness;
      await follow(LATE_TASK);
      await untilState(page, 'running', 'report');
      await lookUntil(async () => (await stateNow()) === 'report');
      assert.equal((await readReport(page)).succeeded, '40');
    });

    it('is offered where a query finds no result yet', async () => {
      const { page } = witness;
      await load(page, RUNNING_TASK, 'no-result');
      await press(page, '[part=error] button', 'Wait for the result');
      assert.equal(await untilState(page, 'running'), 'running');
    });

    it('shows since when the import runs and how long the last one took, where a list tells it', async () => {
      const { page } = witness;
      const begin = Date.now() - 10 * MINUTE;
      await page.$eval(
        'koodrive-import-report',
        (element, running, start, minute) => {
          const task = { taskType: 1, status: 'success' };
          /** @type {any} */ (element).tasks = [
            { ...task, taskId: running, status: 'new', createTime: new Date(start) },
            { ...task, taskId: '1', startTime: new Date(0), endTime: new Date(1.5 * minute) },
            { ...task, taskId: '2', startTime: new Date(minute), endTime: new Date(62 * minute) },
          ];
        },
        RUNNING_TASK,
        begin,
        MINUTE,
      );
      await follow(RUNNING_TASK);
      await untilState(page, 'running');
      await page.waitForSelector(inside('[part=running] dl'), { visible: true });
      const facts = await textOf(page, '[part=running] dl');
      assert.match(facts, /The last import took ?1 hr 1 min/);
      const since = await page.$eval(inside('[part=running] time'), (time) => time.getAttribute('datetime'));
      assert.equal(since, new Date(begin).toISOString());
    });

    it('is stopped when the element is taken away', async () => {
      const isAborted = await witness.page.$eval(
        'koodrive-import-report',
        async (element, taskId) => {
          const { promise: begun, resolve: begin } = Promise.withResolvers();
          const followTaskResult = (/** @type {any} */ { signal }) => {
            begin(signal);
            return new Promise(() => {});
          };
          Object.assign(element, { client: { followTaskResult } });
          void (/** @type {any} */ (element).follow(taskId));
          const signal = await begun;
          element.remove();
          await new Promise((done) => setTimeout(done, 0));
          return signal.aborted;
        },
        RUNNING_TASK,
      );
      assert.equal(isAborted, true);
    });
  });
}
