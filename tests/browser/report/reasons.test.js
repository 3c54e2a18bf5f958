import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  MIXED_TASK,
  drawnRows,
  failures,
  fixture,
  inside,
  load,
  open,
  press,
  reportSuite,
  settled,
  textOf,
  textsOf,
} from '../support/report-suite.js';

describe('the list of reasons', () => {
  const suite = reportSuite({ sharesPage: true });

  /** The ranking as it stands there. */
  const ranking = () =>
    suite.page.$$eval(inside('.reasons > ol > li > .reason'), (reasons) =>
      reasons.map((reason) => ({
        text: reason.querySelector('.reason-words')?.textContent?.trim(),
        count: Number(reason.querySelector('.reason-count')?.textContent?.replace(',', '')),
        share: reason.querySelector('.reason-share')?.textContent,
        bar: reason.querySelector('.bar-share')?.getAttribute('width'),
      })),
    );

  it('ranks the reasons by count, with share and bar', async () => {
    await open(suite.page, await fixture('several-reasons'));
    assert.deepEqual(await ranking(), [
      { text: 'The user name is in use.', count: 3, share: '60%', bar: '60%' },
      { text: 'Mobile number +86 13800000001 already exists.', count: 1, share: '20%', bar: '20%' },
      { text: '手机号已被使用。', count: 1, share: '20%', bar: '20%' },
    ]);
  });

  it('shows reasons that differ in a number or a quoted part as one, and their exact texts after one step', async () => {
    await load(suite.page, MIXED_TASK);
    const [first] = await ranking();
    assert.deepEqual([first.text, first.count, first.share], ['Mobile number … already exists', 62, '24.8%']);
    assert.equal(await textOf(suite.page, '.parts'), 'Show the 40 exact texts');
    await press(suite.page, '.parts');
    assert.equal(
      await suite.page.$eval(inside('.parts'), (button) => button.getAttribute('aria-expanded')),
      'true',
    );
    const parts = await suite.page.$$eval(inside('.reasons li:first-child li .reason'), (reasons) =>
      reasons.map((reason) => ({
        text: reason.querySelector('.reason-words')?.textContent?.trim() ?? '',
        count: Number(reason.querySelector('.reason-count')?.textContent?.replace(',', '')),
      })),
    );
    assert.equal(parts.length, 40);
    assert.equal(
      parts.reduce((sum, { count }) => sum + count, 0),
      62,
    );
    for (const { text } of parts) assert.match(text, /^Mobile number 138\d{8} already exists$/);
    await press(suite.page, '.reasons li li .reason');
    const rows = await drawnRows(suite.page);
    assert.equal(rows.length, parts[0].count);
    for (const { reason } of rows) assert.equal(reason, parts[0].text);
    await press(suite.page, '.parts');
    assert.equal(await suite.page.$(inside('.reasons li li')), null);
  });

  it('filters the table by a chosen pattern until it is chosen again', async () => {
    await load(suite.page, MIXED_TASK);
    await press(suite.page, '.reason', 'Mobile number');
    assert.equal(await textOf(suite.page, '.shown-count'), '62 of 250 rows');
    const rows = await drawnRows(suite.page);
    assert.ok(rows.length > 0);
    for (const { reason } of rows) assert.match(reason, /^Mobile number 138\d+ already exists$/);
    assert.equal(
      await suite.page.$eval(inside('.reason.chosen'), (reason) => reason.getAttribute('aria-pressed')),
      'true',
    );
    assert.match(await textOf(suite.page, '.chip'), /Mobile number … already exists/);
    await press(suite.page, '.chip');
    assert.equal(await textOf(suite.page, '.shown-count'), '250 of 250 rows');
    assert.equal(await suite.page.$(inside('.reason.chosen')), null);
    await press(suite.page, '.reason', 'Email address');
    await press(suite.page, '.reason', 'Email address');
    assert.equal(await textOf(suite.page, '.shown-count'), '250 of 250 rows');
  });

  it('counts rows without a reason as one entry', async () => {
    await open(suite.page, await fixture('absent-and-null-texts'));
    const list = await ranking();
    assert.deepEqual(
      list.map(({ text, count }) => [text, count]),
      [
        ['No reason given', 3],
        ['No name is given.', 1],
        ['empty', 1],
      ],
    );
    await press(suite.page, '.reason', 'No reason given');
    assert.deepEqual(
      (await drawnRows(suite.page)).map(({ name }) => name),
      ['no.reason', 'null.reason', '—not given'],
    );
    await press(suite.page, '.reason', /^empty/);
    assert.deepEqual(
      (await drawnRows(suite.page)).map(({ position }) => position),
      ['5'],
    );
  });

  it('shows ten reasons at first and all on request', async () => {
    const letters = 'abcdefghijklmnopqrstuvwxy';
    await open(
      suite.page,
      failures(25, (n) => ({ userName: `u${n}`, desc: `Reason ${letters[n - 1]}` })),
    );
    assert.equal((await ranking()).length, 10);
    assert.match(await textOf(suite.page, '.reasons-rest'), /15 more reasons\./);
    await press(suite.page, '.reasons-rest button');
    assert.equal((await ranking()).length, 25);
    assert.equal(await suite.page.$(inside('.reasons-rest')), null);
  });

  it('shows every exact text of a pattern on request, however many there are', async () => {
    await open(
      suite.page,
      failures(3000, (n) => ({ userName: `u${n}`, desc: `Mobile number ${n} already exists` })),
    );
    assert.deepEqual(
      (await ranking()).map(({ text, count }) => [text, count]),
      [['Mobile number … already exists', 3000]],
    );
    await press(suite.page, '.parts');
    for (let drawn = 0; ;) {
      const { length } = await textsOf(suite.page, '.reasons li li .reason');
      if (length === 3000) break;
      assert.ok(length > drawn, `${length} reasons and no more`);
      drawn = length;
      await press(suite.page, '.reasons li li:last-child .link');
      await settled(suite.page);
    }
  });
});
