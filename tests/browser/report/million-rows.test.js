import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EVERY_BROWSER } from '../support/browsers.js';
import { drawnRows, inside, load, press, reportSuite, settled, textOf } from '../support/report-suite.js';

const COUNT = 1_000_000;

for (const browser of EVERY_BROWSER) {
  describe(`1,000,000 failures in ${browser}`, () => {
    const suite = reportSuite({ browser });

    /** @param {number} row place in the list */
    const untilDrawn = (row) =>
      suite.page.waitForFunction(
        (index) =>
          document
            .querySelector('koodrive-import-report')
            ?.shadowRoot?.querySelector(`tr[data-index="${index}"]`),
        { timeout: 10_000 },
        row,
      );

    /** Waits for the last row and sees that it can be read. */
    const untilLast = async () => {
      await untilDrawn(COUNT - 1);
      await settled(suite.page);
      const last = (await drawnRows(suite.page)).at(-1);
      assert.deepEqual(
        [last?.index, last?.position, last?.name],
        [COUNT + 1, '1,000,000', 'user0999999@example.com'],
      );
      const place = await suite.page.$eval(inside(`tr[data-index="${COUNT - 1}"]`), (row) => {
        const frame = /** @type {Element} */ (row.closest('.table-frame')).getBoundingClientRect();
        const { top, bottom } = row.getBoundingClientRect();
        return { above: top - frame.top, below: frame.bottom - bottom };
      });
      assert.ok(place.above > 0 && place.below > -1, JSON.stringify(place));
    };

    it('can all be reached by scroll bar, End key and pages', async () => {
      await load(suite.page, `rows-${COUNT}`);
      assert.equal(await textOf(suite.page, '.shown-count'), '1,000,000 of 1,000,000 rows');
      assert.ok((await drawnRows(suite.page)).length < 100);

      await suite.page.$eval(inside('.table-frame'), (frame) => (frame.scrollTop = frame.scrollHeight));
      await untilLast();
      await suite.page.$eval(inside('.table-frame'), (frame) => (frame.scrollTop = 0));
      await untilDrawn(0);

      await suite.page.focus(inside('.table-frame'));
      await suite.page.keyboard.press('End');
      await untilLast();
      await suite.page.keyboard.press('ArrowUp');
      await settled(suite.page);
      const { index } = (await drawnRows(suite.page))[0];
      assert.ok(index > COUNT - 100, 'an arrow key moves by a line, not by thousands');
      await suite.page.keyboard.press('Home');
      await untilDrawn(0);

      await suite.page.focus(inside('tr[data-index="0"] input'));
      await suite.page.keyboard.press('End');
      await untilLast();

      await suite.page.$eval(inside('.table-frame'), (frame) => (frame.scrollTop = frame.scrollHeight / 2));
      await suite.page.waitForFunction(
        (half) => {
          const root = document.querySelector('koodrive-import-report')?.shadowRoot;
          return (
            Math.abs(Number(root?.querySelector('tbody tr')?.getAttribute('data-index')) - half) < half / 50
          );
        },
        {},
        COUNT / 2,
      );

      await press(suite.page, '.segment', 'Pages');
      await press(suite.page, '.pager button[aria-label="Last page"]');
      await untilLastPage();
    });

    it('are moved by a finger as far as it is drawn, in the middle and at both ends', async () => {
      await load(suite.page, `rows-${COUNT}`);
      for (const [place, distance, moved] of [
        [0.5, 300, 300],
        [0.5, -300, -300],
        [0, 300, 300],
        [0, -300, 0],
        [1, -300, -300],
        [1, 300, 0],
      ]) {
        await suite.page.$eval(
          inside('.table-frame'),
          (frame, share) => {
            frame.scrollIntoView({ block: 'center' });
            frame.scrollTop = share * (frame.scrollHeight - frame.clientHeight);
          },
          place,
        );
        await settled(suite.page);
        const before = await rowsOffset();
        await draw(distance);
        const drawn = (await rowsOffset()) - before;
        // A browser takes the first 15 px for a tap.
        assert.ok(Math.abs(drawn - moved) < 20, `${distance} px at ${place}: moved by ${drawn}`);
        await untilSettled();
        const later = (await rowsOffset()) - before;
        assert.ok(Math.abs(later - drawn) < 2, `${distance} px at ${place}: ${later} after ${drawn}`);
      }
    });

    /** How far the rows are scrolled, in pixels, as the rows on the screen tell. */
    const rowsOffset = () =>
      suite.page.$eval(inside('.table-frame'), (frame) => {
        const row = /** @type {Element} */ (frame.querySelector('tbody tr'));
        const { top, height } = row.getBoundingClientRect();
        return Number(row.getAttribute('data-index')) * height + frame.getBoundingClientRect().top - top;
      });

    /**
     * Draws the rows up with a finger; in browsers that offer none to tests, as they do it: they move the box by as much.
     * @param {number} distance in pixels
     */
    const draw = async (distance) => {
      const frame = /** @type {import('puppeteer-core').ElementHandle} */ (
        await suite.page.$(inside('.table-frame'))
      );
      if (browser === 'chromium') {
        const { x, y, width, height } = /** @type {import('puppeteer-core').BoundingBox} */ (
          await frame.boundingBox()
        );
        const finger = suite.page.touchscreen;
        const [across, down] = [x + width / 2, y + height / 2 + distance / 2];
        await finger.touchStart(across, down);
        for (let step = 1; step <= 10; step += 1)
          await finger.touchMove(across, down - (distance * step) / 10);
        // A finger that rests before it is lifted gives no swing.
        await suite.page.evaluate(() => new Promise((done) => setTimeout(done, 150)));
        await finger.touchMove(across, down - distance);
        await finger.touchEnd();
      } else {
        await frame.evaluate(async (box, by) => {
          box.dispatchEvent(new Event('touchstart'));
          for (let step = 0; step < 10; step += 1) {
            box.scrollTop += by / 10;
            await new Promise(requestAnimationFrame);
          }
          box.dispatchEvent(new Event('touchend'));
        }, distance);
      }
      await settled(suite.page);
    };

    /** Waits until the box has rested and its position fits the rows again: 150 ms, and some to draw. */
    const untilSettled = async () => {
      await suite.page.evaluate(() => new Promise((done) => setTimeout(done, 400)));
      await settled(suite.page);
    };

    const untilLastPage = async () => {
      const rows = await drawnRows(suite.page);
      assert.equal(rows.length, 100);
      assert.equal(rows.at(-1)?.name, 'user0999999@example.com');
      assert.match(await textOf(suite.page, '.pages'), /^Rows 999,901 to 1,000,000 of 1,000,000/);
    };
  });
}
