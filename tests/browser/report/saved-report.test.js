import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EVERY_BROWSER } from '../support/browsers.js';
import {
  MIXED_TASK,
  failures,
  load,
  open,
  press,
  reportSuite,
  textsOf,
  untilText,
} from '../support/report-suite.js';
import { TOKEN } from '../support/witness.js';

/** @typedef {import('puppeteer-core').Page} Page */

/**
 * The report as the *Save* button writes it.
 * @param {Page} page
 * @returns {Promise<string>}
 */
async function saved(page) {
  await page.evaluate(() => {
    const create = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      Object.assign(globalThis, { savedBlob: blob });
      return create(blob);
    };
  });
  await press(page, '.save');
  await untilText(page, '[role=status]', /^Saved as koodrive-import.*\.json\./);
  return page.evaluate(() => /** @type {any} */ (globalThis).savedBlob.text());
}

/** @param {Page} page @returns {Promise<string[]>} */
const facts = (page) => textsOf(page, '.facts > div');

/** @param {string} text */
const provenanceIn = (text) => JSON.parse(text).koodriveImportReport;

for (const browser of EVERY_BROWSER) {
  describe(`the saved report, in ${browser}`, () => {
    const suite = reportSuite({ browser, sharesPage: true });

    it('says where it comes from when it is opened again, and is the same when it is saved again', async () => {
      const { page, site } = suite;
      await load(page, MIXED_TASK);
      const received = (await facts(page)).find((fact) => fact.startsWith('Received'));
      const text = await saved(page);
      const { traceId } = /** @type {{ traceId: string }} */ (site.simulator.requests.at(-1));
      const { taskId, version, receivedAt, ...others } = provenanceIn(text);
      assert.deepEqual([taskId, others], [MIXED_TASK, { traceId }]);
      assert.match(version, /^\d+\.\d+\.\d+/);
      assert.equal(new Date(receivedAt).toISOString(), receivedAt);
      assert.ok(!text.includes(TOKEN));

      await open(page, text, 'monday.json');
      const shown = await facts(page);
      assert.deepEqual(shown.slice(0, 3), [
        `Task ID${MIXED_TASK}`.replace('ID', 'ID '),
        'Opened from file monday.json',
        received,
      ]);
      assert.ok(
        shown.some((fact) => fact.startsWith('Trace ID') && fact.includes(traceId)),
        shown.join(),
      );
      assert.equal(await saved(page), text);
    });

    it('keeps all rows, also where the table shows a part of them', async () => {
      const { page } = suite;
      await open(page, failures(20));
      await page.$eval('koodrive-import-report', (element) =>
        Object.assign(element, { view: { search: 'user 1' } }),
      );
      assert.equal(JSON.parse(await saved(page)).data.failInfoList.length, 20);
    });

    it('is shown whole, with a note, where what it says of its source cannot be read', async () => {
      const { page } = suite;
      for (const provenance of [
        7,
        { taskId: 7 },
        { taskId: '7', receivedAt: 'yesterday' },
        { taskId: 'x'.repeat(600) },
      ]) {
        const answer = { code: 0, data: failures(2), koodriveImportReport: provenance };
        await open(page, JSON.stringify(answer));
        assert.match((await facts(page)).join(), /Opened [A-Z]/);
        assert.doesNotMatch((await facts(page)).join(), /Task ID/);
        assert.match((await textsOf(page, '.warnings li')).join(), /does not say in a readable way/);
      }
    });

    it('may hold a foreign member of the same name, which is ignored', async () => {
      const { page } = suite;
      await open(page, JSON.stringify({ code: 0, data: failures(2), koodriveImportReport: { other: [1] } }));
      assert.deepEqual(await textsOf(page, '.warnings li'), []);
      assert.match((await facts(page)).join(), /Opened [A-Z]/);
    });
  });
}
