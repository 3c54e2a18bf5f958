import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  fixture,
  inside,
  open,
  press,
  reportSuite,
  search,
  settled,
  textOf,
  textsOf,
} from '../support/report-suite.js';

describe('hostile names and reasons', () => {
  const suite = reportSuite();

  /** The answer's names; each is also a reason. */
  const hostileNames = async () =>
    /** @type {string[]} */ (
      JSON.parse(await fixture('hostile-texts')).data.failInfoList.map(
        (/** @type {any} */ { userName }) => userName,
      )
    );

  it('are shown unchanged in the table, the reasons and the filter', async () => {
    const names = await hostileNames();
    await open(suite.page, await fixture('hostile-texts'));
    await press(suite.page, '.segment', 'Pages');
    const shown = await suite.page.$eval('koodrive-import-report', (element) => {
      const texts = (/** @type {string} */ selector) =>
        [...(element.shadowRoot?.querySelectorAll(selector) ?? [])].map((node) => node.textContent);
      return { names: texts('tbody .userName bdi'), reasons: texts('tbody .desc bdi') };
    });
    assert.deepEqual(shown.names, names);
    assert.deepEqual(shown.reasons, names);
    await press(suite.page, '.reasons-rest button');
    const ranked = await suite.page.$$eval(inside('.reason-words bdi'), (nodes) =>
      nodes.map((node) => node.textContent ?? ''),
    );
    for (const name of names.filter((text) => !/[\d"']/.test(text))) assert.ok(ranked.includes(name), name);
    for (let at = 0; at < 3; at += 1) {
      await press(suite.page, `.reasons li:nth-child(${at + 1}) .reason`);
      assert.equal((await textsOf(suite.page, 'tbody tr')).length > 0, true);
      assert.equal(
        await suite.page.$eval(inside('.chip-text bdi'), (text) => text.textContent),
        await suite.page.$eval(inside('.reason.chosen bdi'), (text) => text.textContent),
      );
    }
  });

  it('become no element, no attribute and no title', async () => {
    await open(suite.page, await fixture('hostile-texts'));
    const found = await suite.page.$eval('koodrive-import-report', (element) => {
      const root = /** @type {ShadowRoot} */ (element.shadowRoot);
      const attributes = [...root.querySelectorAll('*')].flatMap((node) => [...node.attributes]);
      return {
        elements: root.querySelectorAll('script, img, iframe, b, object, embed, link, a').length,
        attributes: attributes
          .filter(({ name, value }) => /^on/.test(name) || /alert|HYPERLINK|gnp|x{50}/.test(value))
          .map(({ name }) => name),
        title: document.title,
      };
    });
    assert.deepEqual(found, { elements: 0, attributes: [], title: 'KooDrive import report' });
  });

  it('can be searched for and are marked', async () => {
    await open(suite.page, await fixture('hostile-texts'));
    for (const text of ['<img src=x', '{{constructor', '${alert', '__proto__', '&lt;b', "' OR '1'='1"]) {
      await search(suite.page, text);
      assert.equal(await textOf(suite.page, '.shown-count'), '1 of 21 rows', text);
      assert.deepEqual(await textsOf(suite.page, 'tbody mark'), [text, text]);
    }
    assert.equal(new URL(suite.page.url()).searchParams.get('search'), "' OR '1'='1");
  });

  it('do not change the writing direction of the texts around them', async () => {
    await open(suite.page, await fixture('hostile-texts'));
    await press(suite.page, '.segment', 'Pages');
    await settled(suite.page);
    const unicodeBidi = await suite.page.$$eval(inside('tbody bdi'), (nodes) =>
      nodes.map((node) => getComputedStyle(node).unicodeBidi),
    );
    assert.deepEqual([...new Set(unicodeBidi)], ['isolate']);
  });
});
