import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readReport } from '../support/report-page.js';
import {
  MIXED_TASK,
  fixture,
  inside,
  load,
  open,
  pasted,
  press,
  reportSuite,
  textOf,
  textsOf,
  untilText,
} from '../support/report-suite.js';

describe('the overview of a report', () => {
  const suite = reportSuite({ sharesPage: true });

  it("gives the four figures in the reader's number format and sums them up in a sentence", async () => {
    await open(suite.page, { successCount: 1_234_567, failCount: 0, failInfoList: [] });
    const { succeeded, failed, total, rate } = await readReport(suite.page);
    assert.deepEqual([succeeded, failed, total, rate], ['1,234,567', '0', '1,234,567', '100%']);
    assert.equal(await textOf(suite.page, '.summary-text'), 'All 1,234,567 users were imported.');
    await load(suite.page, MIXED_TASK);
    assert.equal(
      await textOf(suite.page, '.summary-text'),
      '1,750 of 2,000 users were imported, 250 failed.',
    );
    assert.equal((await readReport(suite.page)).rate, '87.5%');
  });

  it('never rounds a rate to 0 % or 100 % that is neither', async () => {
    await open(suite.page, { successCount: 99_999, failCount: 1, failInfoList: [] });
    assert.equal((await readReport(suite.page)).rate, '> 99.9%');
    await open(suite.page, { successCount: 1, failCount: 99_999, failInfoList: [] });
    assert.equal((await readReport(suite.page)).rate, '< 0.1%');
  });

  it('draws the proportion, says it in words and does not rely on colour', async () => {
    await load(suite.page, MIXED_TASK);
    const picture = await suite.page.$eval(inside('.proportion'), (svg) => ({
      tag: svg.localName,
      role: svg.getAttribute('role'),
      label: svg.getAttribute('aria-label'),
      width: svg.getBoundingClientRect().width,
      parts: ['.succeeded-part', '.failed-part'].map(
        (part) => svg.querySelector(part)?.getBoundingClientRect().width ?? 0,
      ),
      fill: svg.querySelector('.failed-part')?.getAttribute('fill'),
    }));
    assert.equal(picture.tag, 'svg');
    assert.equal(picture.role, 'img');
    assert.equal(picture.label, '1,750 succeeded, 250 failed');
    assert.ok(Math.abs(picture.parts[0] / picture.width - 0.875) < 0.002);
    assert.ok(Math.abs(picture.parts[1] / picture.width - 0.125) < 0.002);
    assert.equal(picture.fill, 'url(#hatching)');
  });

  it('names task, time and trace ID, and copies the trace ID', async () => {
    await load(suite.page, MIXED_TASK);
    const { facts } = await readReport(suite.page);
    const [request] = suite.site.requestsOf(MIXED_TASK).slice(-1);
    assert.match(facts, new RegExp(`Task ID ${MIXED_TASK}`));
    assert.match(facts, new RegExp(`Trace ID ${request.traceId}`));
    const received = await suite.page.$eval(inside('.facts time'), (time) => ({
      text: time.textContent,
      age: Date.now() - Date.parse(/** @type {HTMLTimeElement} */ (time).dateTime),
    }));
    assert.match(
      received.text ?? '',
      /^[A-Z][a-z]{2} \d+, \d{4}, \d+:\d{2}:\d{2}\s[AP]M GMT([+-]\d+(:\d\d)?)?$/,
    );
    assert.ok(received.age >= 0 && received.age < 60_000);
    await press(suite.page, '.facts .copyable button');
    await untilText(suite.page, '[role=status]', /^Copied\./);
    assert.equal(await pasted(suite.page), request.traceId);
  });

  it('names the file of a saved answer instead of a task', async () => {
    await open(suite.page, await fixture('several-reasons'), 'monday.json');
    const { facts } = await readReport(suite.page);
    assert.match(facts, /Opened from file monday\.json/);
    assert.match(facts, /Opened [A-Z]/);
    assert.doesNotMatch(facts, /Task ID|Trace ID/);
  });

  it('warns of other counts, of names that come twice and of entries without name or reason', async () => {
    await load(suite.page, '1534087020903704709');
    assert.match(await textOf(suite.page, '.warnings'), /KooDrive counts 12 failed, but lists 10\./);
    await load(suite.page, MIXED_TASK);
    const warnings = await textsOf(suite.page, '.warnings li');
    assert.ok(warnings.includes('2 failures have no user name. Show these rows'), warnings.join());
    assert.ok(warnings.includes('3 failures have no reason. Show these rows'), warnings.join());
    assert.match(warnings.join(' '), /1 user name comes more than once, in 3 rows\./);
  });

  it('warns when both counts are zero or one is not given', async () => {
    await load(suite.page, '1534087020903704711');
    assert.match(await textOf(suite.page, '.warnings'), /Both counts are zero/);
    assert.equal(await textOf(suite.page, '.summary-text'), 'Nobody was imported and nobody failed.');
    assert.equal((await readReport(suite.page)).rate, '—cannot be computed');
    assert.equal(await suite.page.$(inside('.proportion')), null);
    await open(suite.page, { failCount: 1, failInfoList: [{ userName: 'a', desc: 'b' }] });
    assert.match(await textOf(suite.page, '.warnings'), /does not say how many succeeded/);
    assert.equal((await readReport(suite.page)).total, '—not given');
  });

  it('shows no warning where the answer is consistent', async () => {
    await open(suite.page, await fixture('several-reasons'));
    assert.equal(await suite.page.$(inside('.warnings')), null);
  });

  it('announces to screen readers how the import went', async () => {
    await load(suite.page, MIXED_TASK);
    assert.match((await readReport(suite.page)).status, /1,750 of 2,000 users were imported, 250 failed\./);
  });
});
