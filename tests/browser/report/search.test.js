import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  MIXED_TASK,
  drawnRows,
  failures,
  inside,
  load,
  open,
  press,
  reportSuite,
  search,
  textOf,
  textsOf,
  untilText,
} from '../support/report-suite.js';

describe('the search', () => {
  const suite = reportSuite({ sharesPage: true });

  it('finds text in names and reasons, marks the matches and counts the rows', async () => {
    await load(suite.page, MIXED_TASK);
    await search(suite.page, 'wei.zhang');
    const shown = await textOf(suite.page, '.shown-count');
    const [, count] = /^(\d+) of 250 rows$/.exec(shown) ?? [];
    assert.ok(Number(count) > 10, shown);
    await untilText(suite.page, '[role=status]', new RegExp(`^${count} of 250 rows`));
    for (const { name, reason } of await drawnRows(suite.page)) assert.match(name + reason, /wei\.zhang/i);
    const marks = await textsOf(suite.page, 'mark');
    assert.ok(marks.length >= 10);
    for (const mark of marks) assert.equal(mark, 'wei.zhang');
    await search(suite.page, '');
    assert.equal(await textOf(suite.page, '.shown-count'), '250 of 250 rows');
  });

  const folded = [
    ['STRASSE', 0],
    ['STRAẞE', 2],
    ['straße', 2],
    ['οδυσσευς', 2],
    ['ΟΔΥΣΣΕΥΣ', 2],
    ['istanbul', 0],
    ['İSTANBUL', 1],
    ['kelvin', 1],
    ['.*', 1],
    ['[a-z]', 0],
    ['王', 1],
    ['\u{1F600}', 1],
  ];
  it('ignores case by Unicode’s simple case folding, and takes every character literally', async () => {
    const names = [
      'straße',
      'STRAẞE',
      'οδυσσεύς ὀδυσσευς'.normalize('NFC'),
      'ΟΔΥΣΣΕΥΣ',
      'οδυσσευς',
      'İstanbul',
      '\u212Aelvin',
      'a.*b',
      '王伟',
      'x\u{1F600}y',
    ];
    await open(
      suite.page,
      failures(names.length, (n) => ({ userName: names[n - 1], desc: 'r' })),
    );
    for (const [text, hits] of /** @type {[string, number][]} */ (folded)) {
      await suite.page.$eval(
        inside('.search'),
        (box, value) => {
          /** @type {HTMLInputElement} */ (box).value = value;
          box.dispatchEvent(new InputEvent('input'));
        },
        text,
      );
      await untilText(suite.page, '.shown-count', new RegExp(`^${hits} of 10 rows`));
      const rows = await suite.page.$$eval(inside('tbody tr'), (found) =>
        found.map((row) => row.querySelectorAll('mark').length),
      );
      assert.equal(rows.length, hits, text);
      for (const marks of rows) assert.equal(marks, 1, `${text} is marked`);
    }
  });

  it('says when no row matches, and offers to show all rows again', async () => {
    await load(suite.page, MIXED_TASK);
    await search(suite.page, 'nobody is called this');
    assert.match(await textOf(suite.page, '.no-rows'), /No row holds this/);
    assert.equal(
      await suite.page.$(inside('.failures .hint')),
      null,
      'no word about rows that are not there',
    );
    await untilText(suite.page, '[role=status]', /^0 of 250 rows/);
    await press(suite.page, '.shown .link');
    assert.equal(await textOf(suite.page, '.shown-count'), '250 of 250 rows');
    assert.equal(
      await suite.page.$eval(inside('.search'), (box) => /** @type {HTMLInputElement} */ (box).value),
      '',
    );
  });

  it('can be combined with a reason', async () => {
    await load(suite.page, MIXED_TASK);
    await press(suite.page, '.reason', 'Mobile number');
    await search(suite.page, '王伟');
    const rows = await drawnRows(suite.page);
    assert.ok(rows.length > 0 && rows.length < 62);
    for (const { name, reason } of rows) {
      assert.match(name, /王伟/);
      assert.match(reason, /^Mobile number/);
    }
  });
});
