import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { closeAll, openClientPage, sameParts } from '../support/client-page.js';
import { openEngine } from '../support/shared-browsers.js';
import { startSite } from '../support/site.js';

const APP = { appId: 'demo-app', appSecret: 'demo-app-secret' };

describe('an error of the gateway', () => {
  /** @type {import('puppeteer-core').BrowserContext} */
  let browser;
  /** @type {Awaited<ReturnType<typeof startSite>>} */
  let site;
  /** @type {Awaited<ReturnType<typeof openClientPage>>} */
  let clientPage;
  before(async () => {
    browser = await openEngine('chromium');
    site = await startSite();
    clientPage = await openClientPage(browser, site);
  });
  after(() => closeAll(clientPage, browser, site));

  /** @param {import('../../../web/client/koodrive-client.js').Credentials} credentials */
  const refusalOf = async (credentials) => {
    const { error } = await clientPage.query({ taskId: '1215215', client: { credentials } });
    return error;
  };

  it('names the host where the request was signed for another one than the gateway received', async () => {
    const error = await refusalOf({ ...APP, signedEndpoint: 'https://drive.example.com' });
    assert.deepEqual(sameParts(error, { kind: 0, reason: 0, code: 0, signatureDifference: 0 }), {
      kind: 'unauthorized',
      reason: 'signature-refused',
      code: 'APIGW.0303',
      signatureDifference: { part: 'host', here: 'drive.example.com', there: new URL(site.origin).host },
    });
    assert.match(error?.message ?? '', /host is “127\.0\.0\.1:\d+” there and “drive\.example\.com” here/);
  });

  it('names the path where a forwarder changes it', async () => {
    const error = await refusalOf({ ...APP, signedEndpoint: `${site.origin}/portal` });
    assert.deepEqual(error?.signatureDifference, {
      part: 'path',
      here: '/portal/koodrive/ose/v1/task/result/',
      there: '/koodrive/ose/v1/task/result/',
    });
  });

  it('names the secret where the gateway received what was signed, and does not show it', async () => {
    const error = await refusalOf({ ...APP, appSecret: 'another-secret' });
    assert.deepEqual(error?.signatureDifference, { part: 'app-secret', here: '', there: '' });
    assert.match(error?.message ?? '', /Check the AppSecret/);
    assert.doesNotMatch(JSON.stringify(error), /another-secret/);
  });

  it('has the request ID of the body, or of the header where the body has none', async () => {
    for (const taskId of ['fault-gateway-403', 'fault-koodrive-400', 'fault-html-502', 'fault-data-absent']) {
      const { error } = await clientPage.query({ taskId, client: { maxAttempts: 1 } });
      assert.match(error?.requestId ?? '', /^[0-9a-f]{32}$/, taskId);
    }
    const { report } = await clientPage.query({ taskId: '1215215' });
    assert.match(report?.requestId ?? '', /^[0-9a-f]{32}$/);
  });

  it('keeps a placeholder that KooDrive has left in its text', async () => {
    const { error } = await clientPage.query({ taskId: 'fault-error-shape' });
    assert.match(error?.message ?? '', /Parameter check failed: \{0\}$/);
  });
});
