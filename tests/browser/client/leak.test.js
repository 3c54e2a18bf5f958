import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { USER_ID } from '../support/report-page.js';
import { openEngine } from '../support/shared-browsers.js';
import { startSite } from '../support/site.js';
import { TOKEN, openWitnessedPage } from '../support/witness.js';

const WARM_UP = 10;
const QUERIES = 1000;

describe('the memory of the module', () => {
  /** @type {import('puppeteer-core').BrowserContext} */
  let browser;
  /** @type {Awaited<ReturnType<typeof startSite>>} */
  let site;

  before(async () => {
    browser = await openEngine('chromium');
    site = await startSite();
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  it(`is the same after ${QUERIES} queries as after ${WARM_UP}`, async () => {
    const witness = await openWitnessedPage(browser);
    await witness.page.goto(site.origin);
    const { early, late } = await witness.page.evaluate(
      async ({ warmUp, queries, userId, accessToken }) => {
        // @ts-expect-error served, not a source file
        const { createClient } = await import('./koodrive-client.js');
        const client = await createClient({ userId, credentials: { accessToken } });
        let early;
        for (let done = 1; done <= queries; done += 1) {
          const report = await client.queryTaskResult({ taskId: '1534087020903704703' });
          if (report.failInfoList.length !== 250 || report.reasons.length === 0)
            throw new Error('not the report');
          // The view that is left open is closed together with its report.
          report.view({ search: 'a', sortBy: 'userName' }).close();
          report.view({ sortBy: 'desc' });
          report.close();
          if (done === warmUp) early = client.diagnostics();
        }
        return { early, late: client.diagnostics() };
      },
      { warmUp: WARM_UP, queries: QUERIES, userId: USER_ID, accessToken: TOKEN },
    );
    assert.deepEqual(late, early);
    assert.equal(late.liveReports, 0);
    assert.equal(late.liveViews, 0);
    assert.equal(late.liveQueries, 0);
    await witness.close();
  });
});
