import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { securityHeaders } from '../../../web/dev/security-headers.js';
import { openEngine } from '../support/shared-browsers.js';
import { closeAll, openClientPage } from '../support/client-page.js';
import { startSite } from '../support/site.js';

/** Errors, and the next step that their message must name. */
const MESSAGES = /** @type {const} */ ([
  ['fault-401-always', {}, /new one/, /令牌/],
  ['fault-gateway-403', {}, /permission/, /权限/],
  ['fault-429-always-120', {}, /Wait 120 s/, /120/],
  ['fault-429-always-0', {}, /Too many queries/, /频繁/],
  ['fault-stalled-headers', { timeoutMs: 200 }, /network/, /网络/],
  ['fault-stalled-headers', { deadlineMs: 200 }, /Try again/, /重试/],
  ['fault-reset-in-body', {}, /network/, /网络/],
  [
    '1215215',
    { endpoint: 'http://127.0.0.1:9' },
    /gateway does not admit.*CORS.*forward/,
    /网关不允许.*CORS.*转发/,
  ],
  ['fault-html-404', {}, /endpoint/, /服务地址/],
  ['fault-html-502', {}, /KooDrive support/, /技术支持/],
  ['fault-koodrive-400', {}, /task ID/, /任务 ID/],
  ['fault-koodrive-418', {}, /endpoint/, /服务地址/],
  ['1534087020903704707', {}, /task ID/, /任务 ID/],
  ['1534087020903704705', {}, /still be running/, /仍在执行/],
  ['fault-large-5', { maxResponseBytes: 1000 }, /1,000 bytes/, /1,000/],
  ['fault-verbatim-example', {}, /line 4, column 7/, /第 4 行第 7 列/],
  ['fault-truncated', {}, /Load it again/, /重新加载/],
  ['fault-utf16', {}, /UTF-8/, /UTF-8/],
  ['fault-wrong-type', {}, /\/data\/failInfoList\/0\/userName/, /\/data\/failInfoList\/0\/userName/],
  ['fault-count-negative', {}, /\/data\/failCount/, /\/data\/failCount/],
  ['fault-code-absent', {}, /endpoint/, /服务地址/],
  ['fault-empty', {}, /endpoint/, /服务地址/],
  ['fault-clock-behind-30', {}, /clock|KooDrive says/, /时钟|KooDrive/],
  ['1215215', { endpoint: 'http://drive.example.com' }, /https:\/\//, /https:\/\//],
  ['1215215', { endpoint: 'nowhere' }, /URL/, /网址/],
  ['1215215', { userId: '' }, /user ID/, /用户 ID/],
  ['1215215', { credentials: { accessToken: '' } }, /token/, /令牌/],
  ['1215215', { timeoutMs: 0 }, /range/, /范围/],
  ['a\nb', {}, /task ID/, /任务 ID/],
  ['x'.repeat(257), {}, /256/, /256/],
]);

describe('an error’s message', { concurrency: 4 }, () => {
  /** @type {import('puppeteer-core').BrowserContext} */
  let browser;
  /** @type {Awaited<ReturnType<typeof startSite>>} */
  let site;
  /** @type {Awaited<ReturnType<typeof openClientPage>>} */
  let clientPage;
  before(async () => {
    browser = await openEngine('chromium');
    site = await startSite(undefined, { headers: securityHeaders({ connectSrc: ['http://127.0.0.1:*'] }) });
    clientPage = await openClientPage(browser, site);
  });
  after(() => closeAll(clientPage, browser, site));

  for (const [taskId, client, english, chinese] of MESSAGES) {
    it(`names the next step for task ${JSON.stringify(taskId.slice(0, 40))} and options ${JSON.stringify(client)}`, async () => {
      const messages = [];
      for (const locale of ['en-US', 'zh-CN']) {
        const { error } = await clientPage.query({ taskId, client: { maxAttempts: 1, ...client, locale } });
        messages.push(error?.message ?? '');
      }
      assert.match(messages[0], english);
      assert.match(messages[1], chinese);
      assert.match(messages[1], /\p{Script=Han}/u);
      for (const message of messages) {
        // Traces of a missing value: the question mark and brackets of fill(), and stringified undefined or null.
        assert.doesNotMatch(message, /[{}[\]]|undefined|null|NaN|(?<!the )\?/);
        assert.match(message, /[.。]$|KooDrive says: |KooDrive 的说明：/);
      }
    });
  }

  it('is in English when the locale is not supported', async () => {
    const { error } = await clientPage.query({ taskId: 'fault-empty', client: { locale: 'fr-FR' } });
    assert.match(error?.message ?? '', /endpoint/);
  });
});
