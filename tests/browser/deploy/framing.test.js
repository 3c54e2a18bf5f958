import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { closeAll } from '../support/client-page.js';
import { startSite } from '../support/site.js';
import { openScene, serverNames } from './scene.js';
import { openSiteBrowser } from './site-browser.js';

describe('the page in a frame', { timeout: 60_000 }, () => {
  /** @type {import('puppeteer-core').BrowserContext} */
  let browser;
  before(async () => {
    browser = await openSiteBrowser('chromium');
  });
  after(() => closeAll(browser));

  for (const name of serverNames) {
    /**
     * Whether a portal of another origin sees the page in a frame.
     * @param {(portalOrigin: string) => string} named the origin that is put into the configuration
     */
    const isShown = async (named) => {
      /** @type {Record<string, string>} */
      const pages = {};
      const portal = await startSite(undefined, undefined, pages, {
        'Content-Security-Policy': 'frame-src *',
      });
      const scene = await openScene(name, { portalOrigin: named(portal.origin) });
      pages['/frame.html'] = `<!doctype html><title>Frame</title><iframe src="${scene.origin}/"></iframe>`;
      const page = await browser.newPage();
      try {
        await page.goto(`${portal.origin}/frame.html`);
        const frame = await (await page.$('iframe'))?.contentFrame();
        return Boolean(await frame?.$('#query'));
      } finally {
        await closeAll(page, portal, scene);
      }
    };

    it(`is shown behind ${name} to the portal that the configuration names`, async () => {
      assert.equal(await isShown((origin) => origin), true);
    });
    it(`is shown behind ${name} to no other origin`, async () => {
      assert.equal(await isShown(() => ''), false);
      assert.equal(await isShown(() => 'https://portal.example'), false);
    });
  }
});
