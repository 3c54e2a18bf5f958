import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { USER_ID, untilState } from '../support/report-page.js';
import { SECRET_MARK, TOKEN } from '../support/witness.js';
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
  search,
  settled,
  textOf,
} from '../support/report-suite.js';

describe('the page’s address', () => {
  const suite = reportSuite();

  const parameters = () => Object.fromEntries(new URL(suite.page.url()).searchParams);

  /** Waits until the address tells what is looked at. @param {Record<string, string>} wanted */
  const untilAddress = async (wanted) => {
    await suite.page.waitForFunction(
      (expected) => JSON.stringify(Object.fromEntries(new URLSearchParams(location.search))) === expected,
      { timeout: 5_000 },
      JSON.stringify(wanted),
    );
  };

  /**
   * Fills the form in and sends it.
   * @param {string} [taskId] default: the one that stands there
   */
  const ask = async (taskId) => {
    await suite.page.evaluate(
      (values) => {
        for (const [id, value] of Object.entries(values)) {
          if (value) /** @type {HTMLInputElement} */ (document.getElementById(id)).value = value;
        }
        /** @type {HTMLFormElement} */ (document.getElementById('query')).requestSubmit();
      },
      { 'task-id': taskId, 'user-id': USER_ID, 'access-token': TOKEN },
    );
    await untilState(suite.page, 'report');
    await settled(suite.page);
  };

  it('restores task, language, search, reason and order, and holds nothing else', async () => {
    await ask(MIXED_TASK);
    await press(suite.page, '.reason', 'User name');
    await search(suite.page, 'zhang1');
    await press(suite.page, '.sort', 'User name');
    await press(suite.page, '.sort', 'User name');
    const { reason, ...others } = parameters();
    assert.deepEqual(others, { language: 'en-US', taskId: MIXED_TASK, search: 'zhang1', sort: '-userName' });
    assert.match(reason, /^[pr][0-9a-z]+$/, 'a key, not a text of the answer');
    const seen = await drawnRows(suite.page);
    const shown = await textOf(suite.page, '.shown');
    const address = suite.page.url();
    assert.ok(![USER_ID, TOKEN, SECRET_MARK, 'wei'].some((text) => address.includes(text)), address);

    await suite.page.goto('about:blank');
    await suite.page.goto(address);
    await suite.page.waitForFunction(
      () => /** @type {any} */ (document.querySelector('#task-id'))?.value !== '',
    );
    await ask();
    assert.deepEqual(await drawnRows(suite.page), seen);
    assert.equal(await textOf(suite.page, '.shown'), shown);
    assert.equal(
      await suite.page.$eval(inside('.search'), (box) => /** @type {any} */ (box).value),
      'zhang1',
    );
    assert.equal(
      await suite.page.$eval(inside('th.userName'), (header) => header.getAttribute('aria-sort')),
      'descending',
    );
    assert.equal(suite.page.url(), address);
  });

  it('drops a search, reason or order that is taken back', async () => {
    await ask(MIXED_TASK);
    await search(suite.page, 'wei');
    await untilAddress({ language: 'en-US', taskId: MIXED_TASK, search: 'wei' });
    await press(suite.page, '.shown .link');
    await untilAddress({ language: 'en-US', taskId: MIXED_TASK });
  });

  it('never holds a name of the result that was not typed, nor where a saved answer comes from', async () => {
    await open(
      suite.page,
      failures(20, (n) => ({ userName: `secret-person-${n}`, desc: `secret-person-${n} is taken` })),
      'secret-person.json',
    );
    await press(suite.page, '.sort', 'User name');
    await press(suite.page, '.reason');
    await press(suite.page, 'tbody .select input');
    assert.doesNotMatch(suite.page.url(), /secret|person|taskId/);
    assert.equal(parameters().sort, 'userName');
  });

  it('is cleared of search, reason and order when another report is loaded', async () => {
    await ask(MIXED_TASK);
    await search(suite.page, 'wei');
    await ask('1534087020903704709');
    await suite.page.waitForFunction(
      () => /** @type {any} */ (document.querySelector('koodrive-import-report')).report?.failCount === 12,
    );
    await settled(suite.page);
    await untilAddress({ language: 'en-US', taskId: '1534087020903704709' });
    assert.equal(await textOf(suite.page, '.shown-count'), '10 of 10 rows');
  });

  it('keeps search, reason and order when the same task is loaded again', async () => {
    await ask(MIXED_TASK);
    await search(suite.page, 'wei');
    await ask();
    assert.equal(parameters().search, 'wei');
    assert.match(await textOf(suite.page, '.shown-count'), /^\d\d of 250 rows$/);
  });

  it('may name a reason or an order that the report does not have', async () => {
    await suite.page.goto(`${suite.site.origin}/?language=en-US&reason=pnonsense&sort=nonsense`);
    await suite.page.waitForFunction(() => customElements.get('koodrive-import-report'));
    await load(suite.page, MIXED_TASK);
    assert.equal(await textOf(suite.page, '.shown-count'), '250 of 250 rows');
    assert.deepEqual(
      (await drawnRows(suite.page)).slice(0, 2).map(({ position }) => position),
      ['1', '2'],
    );
  });
});

describe('a saved answer', () => {
  const suite = reportSuite();

  it('is opened when its file is dropped on the page', async () => {
    const answer = await fixture('several-reasons');
    const dropped = await suite.page.evaluate((text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], 'dropped.json', { type: 'application/json' }));
      const send = (/** @type {string} */ type) =>
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      const isTaken = !send('dragover');
      const isMarked = document.body.classList.contains('dropping');
      send('drop');
      return { isTaken, isMarked, isMarkedAfter: document.body.classList.contains('dropping') };
    }, answer);
    assert.deepEqual(dropped, { isTaken: true, isMarked: true, isMarkedAfter: false });
    await untilState(suite.page, 'report');
    await settled(suite.page);
    assert.match(await textOf(suite.page, '.facts'), /dropped\.json/);
    assert.equal(suite.site.simulator.requests.length, 0);
  });

  it('is not looked for in text that is dragged over the page', async () => {
    const isTaken = await suite.page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.setData('text/plain', 'x');
      return !document.body.dispatchEvent(
        new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true }),
      );
    });
    assert.equal(isTaken, false);
  });
});
