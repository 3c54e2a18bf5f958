import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { keepSavedFiles, shown } from '../support/import-file-page.js';
import { inside, open, press, reportSuite, textOf, untilText } from '../support/report-suite.js';

const FILE = 'name\r\nwei\r\nli\r\n';
const REPORT = {
  successCount: 0,
  failCount: 2,
  failInfoList: [
    { userName: 'wei', desc: 'mail is taken' },
    { userName: 'zhao', desc: 'mail is taken' },
  ],
};

describe('the panel to correct and import again, in Chromium alone', () => {
  const suite = reportSuite();
  beforeEach(() => keepSavedFiles(suite.page));

  it('takes a file that is dropped on it, which the page then does not open as a saved answer', async () => {
    await open(suite.page, REPORT);
    await press(suite.page, '.toolbar > .button');
    await shown(suite.page, '.correction');
    const isMarked = await suite.page.$eval(
      inside('.correction'),
      (panel, text) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], 'dropped.csv'));
        const send = (/** @type {string} */ type, target = panel) =>
          target.dispatchEvent(
            new DragEvent(type, { dataTransfer, bubbles: true, composed: true, cancelable: true }),
          );
        send('dragover', document.body);
        const isMarkedBefore = document.body.classList.contains('dropping');
        send('dragover');
        const isMarkedOver = document.body.classList.contains('dropping');
        send('drop');
        return [isMarkedBefore, isMarkedOver, document.body.classList.contains('dropping')];
      },
      FILE,
    );
    assert.deepEqual(isMarked, [true, false, false]);
    await untilText(suite.page, '.found', /^1 of 2 failures found in dropped\.csv/);
    assert.equal(await textOf(suite.page, '.shown-count'), '2 of 2 rows');
  });

  it('speaks Chinese where the page does', async () => {
    await suite.page.goto(`${suite.site.origin}/?language=zh-CN`);
    await suite.page.waitForFunction(() => customElements.get('koodrive-import-report'));
    await open(suite.page, REPORT);
    await press(suite.page, '.toolbar > .button', '修正后重新导入');
    await untilText(suite.page, '.file-button', /选择导入文件/);
    await suite.page.select('#language', 'en-US');
    await untilText(suite.page, '.file-button', /Choose the import file/);
  });
});
