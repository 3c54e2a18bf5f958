import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EVERY_BROWSER } from '../support/browsers.js';
import {
  chord,
  drawnRows,
  failures,
  inside,
  open,
  pasted,
  press,
  reportSuite,
  search,
  settled,
  textOf,
  untilText,
} from '../support/report-suite.js';

for (const browser of EVERY_BROWSER) {
  describe(`the choice of rows in ${browser}`, () => {
    const suite = reportSuite({ browser, sharesPage: true });

    /** @param {number} index place in the list */
    const boxAt = (index) => `tr[data-index="${index}"] .select input`;

    const header = () =>
      suite.page.$eval(inside('thead input'), (box) => {
        const { checked, indeterminate } = /** @type {HTMLInputElement} */ (box);
        return indeterminate ? 'some' : checked ? 'all' : 'none';
      });

    const chosenNames = async () =>
      (await drawnRows(suite.page)).filter(({ chosen }) => chosen).map(({ name }) => name);

    /** @param {number} count */
    const chooseFirst = async (count) => {
      for (let index = 0; index < count; index += 1) await press(suite.page, boxAt(index));
    };

    it('says in the header what is true of the rows shown, and adds and removes those', async () => {
      await open(suite.page, failures(9));
      assert.equal(await header(), 'none');
      await chooseFirst(5);
      assert.equal(await header(), 'some');
      await search(suite.page, 'user 9');
      assert.equal(await header(), 'none', 'no chosen row is shown');
      await press(suite.page, 'thead .select input');
      assert.equal(await header(), 'all');
      assert.match(await textOf(suite.page, '.selection'), /^6 rows selected/);
      await search(suite.page, '');
      assert.equal(await header(), 'some');
      assert.deepEqual(await chosenNames(), ['user 1', 'user 2', 'user 3', 'user 4', 'user 5', 'user 9']);
      await search(suite.page, 'user 9');
      await press(suite.page, 'thead .select input');
      assert.equal(await header(), 'none');
      assert.match(await textOf(suite.page, '.selection'), /^5 rows selected/);
    });

    it('extends with Shift from the row that was clicked, where it now stands', async () => {
      await open(suite.page, failures(9));
      await press(suite.page, boxAt(1));
      await press(suite.page, '.sort', 'User name');
      await press(suite.page, '.sort', 'User name');
      await suite.page.keyboard.down('Shift');
      await press(suite.page, boxAt(3));
      await suite.page.keyboard.up('Shift');
      assert.deepEqual(await chosenNames(), ['user 6', 'user 5', 'user 4', 'user 3', 'user 2']);
    });

    it('takes the clicked row alone with Shift while the row clicked before is not shown', async () => {
      await open(suite.page, failures(9));
      await press(suite.page, boxAt(1));
      await search(suite.page, 'user');
      await press(suite.page, '.selection .link');
      await suite.page.keyboard.down('Shift');
      await press(suite.page, boxAt(6));
      await suite.page.keyboard.up('Shift');
      assert.deepEqual(await chosenNames(), ['user 7'], 'after the selection was cleared');
      await search(suite.page, 'user 3');
      await suite.page.keyboard.down('Shift');
      await press(suite.page, boxAt(0));
      await suite.page.keyboard.up('Shift');
      await search(suite.page, '');
      assert.deepEqual(await chosenNames(), ['user 3', 'user 7']);
    });

    it('selects with Shift and a key the rows from the focused one on', async () => {
      await open(suite.page, failures(9));
      await suite.page.focus(inside(boxAt(4)));
      await chord(suite.page, 'Shift', 'ArrowDown');
      assert.deepEqual(await chosenNames(), ['user 5', 'user 6']);
      await suite.page.keyboard.press('ArrowDown');
      await settled(suite.page);
      await chord(suite.page, 'Shift', 'End');
      assert.deepEqual(await chosenNames(), ['user 5', 'user 6', 'user 7', 'user 8', 'user 9']);
    });

    it('copies the chosen rows in the order on the screen, those that a search hides among them', async () => {
      await open(
        suite.page,
        failures(5, (n) => ({ userName: `user ${n}`, desc: 'r' })),
      );
      const copied = async () => {
        await press(suite.page, '.selection .button');
        await untilText(suite.page, '[role=status]', /rows copied/);
        return (await pasted(suite.page)).trimEnd().replaceAll('\tr', '').replaceAll('user ', '');
      };
      await chooseFirst(3);
      await press(suite.page, '.sort', 'User name');
      await press(suite.page, '.sort', 'User name');
      assert.equal(await copied(), '3\n2\n1');
      await search(suite.page, 'user 2');
      assert.equal(await copied(), '3\n2\n1');
    });
  });
}
