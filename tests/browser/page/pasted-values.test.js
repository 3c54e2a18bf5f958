import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { EVERY_BROWSER } from '../support/browsers.js';
import { openEngine } from '../support/shared-browsers.js';
import { USER_ID, askFor, readError, readReport, untilState } from '../support/report-page.js';
import { headerOf, startSite } from '../support/site.js';
import { TOKEN, openWitnessedPage } from '../support/witness.js';

for (const name of EVERY_BROWSER) {
  describe(`values that are pasted into the form in ${name}`, () => {
    /** @type {import('puppeteer-core').BrowserContext} */
    let browser;
    /** @type {Awaited<ReturnType<typeof startSite>>} */
    let site;
    /** @type {Awaited<ReturnType<typeof openWitnessedPage>>} */
    let witness;
    /** @type {import('puppeteer-core').Page} */
    let page;

    before(async () => {
      browser = await openEngine(name);
      site = await startSite();
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });
    beforeEach(async () => {
      witness = await openWitnessedPage(browser);
      page = witness.page;
      await page.setViewport({ width: 1280, height: 900 });
      await page.goto(`${site.origin}/?language=en-US`);
      await page.waitForFunction(() => customElements.get('koodrive-import-report'));
    });
    afterEach(() => witness.close());

    /**
     * Pastes values into the fields and asks: what is typed comes letter by letter, and not with every character.
     * @param {{ taskId: string, userId?: string, accessToken?: string }} values
     */
    const paste = async ({ taskId, userId = USER_ID, accessToken = TOKEN }) => {
      await page.evaluate(
        (values) => {
          for (const [id, value] of Object.entries(values)) {
            const field = /** @type {HTMLInputElement} */ (document.getElementById(id));
            field.value = value;
            field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
          }
        },
        { 'task-id': taskId, 'user-id': userId, 'access-token': accessToken },
      );
      await page.click('#query button[type=submit]');
    };

    it('are sent, shown and written into the address without what nobody sees in them', async () => {
      await paste({
        taskId: '\u200b1215215~\u2060pasted\ufeff\u00a0',
        userId: `\u202a${USER_ID}\u202c\t`,
        accessToken: `\u200e${TOKEN}\u200b `,
      });
      await untilState(page, 'report');
      const [request] = site.requestsOf('1215215~pasted');
      assert.ok(request, 'the task ID is sent without them');
      assert.equal(headerOf(request, 'X-User-Id'), USER_ID);
      assert.equal(headerOf(request, 'Authorization'), `Bearer+${TOKEN}`);
      assert.match(page.url(), /[?&]taskId=1215215%7Epasted(&|$)/);
      assert.match((await readReport(page)).facts, /Task ID 1215215~pasted Received/);
    });

    it('are taken from an attribute without a width as well: the task ID of a portal', async () => {
      await page.$eval(
        'koodrive-import-report',
        (element, userId, accessToken) => {
          const report = /** @type {any} */ (element);
          Object.assign(report, { taskId: '\u200b1215215~portal ', userId, credentials: { accessToken } });
          void report.load();
        },
        USER_ID,
        TOKEN,
      );
      await untilState(page, 'report');
      assert.equal(site.requestsOf('1215215~portal').length, 1);
    });

    for (const [title, pasted] of Object.entries({
      'as a header': `Authorization: Bearer+${TOKEN}`,
      'as developer tools copy two cells': `authorizationBearer+${TOKEN}`,
      'as a line of JSON': `"authorization": "Bearer+${TOKEN}",`,
      'as an option of curl': `-H 'Authorization: Bearer+${TOKEN}' \\`,
    })) {
      it(`give the token alone where it is pasted ${title}`, async () => {
        const taskId = `1215215~${title.length}`;
        await paste({ taskId, accessToken: pasted });
        await untilState(page, 'report');
        assert.equal(headerOf(site.requestsOf(taskId)[0], 'Authorization'), `Bearer+${TOKEN}`);
      });
    }

    it('are refused at the field, and not sent, where more than the token is pasted', async () => {
      await paste({ taskId: '1215215~more', accessToken: `{"access_token":"${TOKEN}"}` });
      await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'access-token');
      assert.match(
        await page.$eval('#access-token-problem', (node) => node.textContent ?? ''),
        /holds more than the token/,
      );
      assert.equal(site.requestsOf('1215215~more').length, 0);
    });

    it('stay out of password managers and of what a browser keeps: the token is masked text', async () => {
      const fields = await page.$$eval('#query input', (inputs) =>
        inputs.map((input) => ({
          id: input.id,
          type: input.getAttribute('type'),
          autocomplete: input.getAttribute('autocomplete'),
          isMasked: getComputedStyle(input).getPropertyValue('-webkit-text-security') === 'disc',
          isLeft: ['data-1p-ignore', 'data-bwignore', 'data-lpignore', 'data-form-type'].every((attribute) =>
            input.hasAttribute(attribute),
          ),
        })),
      );
      const common = { type: 'text', autocomplete: 'off', isLeft: true };
      assert.deepEqual(fields, [
        { id: 'task-id', ...common, isMasked: false },
        { id: 'user-id', ...common, isMasked: false },
        { id: 'access-token', ...common, isMasked: true },
      ]);
      await askFor(page, { taskId: '1215215', accessToken: 'expired' });
      await untilState(page, 'error');
      assert.match((await readError(page)).message, /20 minutes/);
      const types = await page.$$eval('#query input', (inputs) =>
        inputs.map((input) => /** @type {HTMLInputElement} */ (input).type),
      );
      assert.deepEqual(types, ['text', 'text', 'text'], 'none is a password after it was sent, either');
    });
  });
}
