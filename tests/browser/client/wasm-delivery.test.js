import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { securityHeaders } from '../../../web/dev/security-headers.js';
import { EVERY_BROWSER } from '../support/browsers.js';
import { openBrowser } from '../support/shared-browsers.js';
import { closeAll } from '../support/client-page.js';
import { askFor, readError, untilState } from '../support/report-page.js';
import { startSite } from '../support/site.js';
import { openWitnessedPage } from '../support/witness.js';

/** @typedef {import('../../../web/simulator/simulator.js').Simulator} Simulator */

/** Content-Type headers for koodrive.wasm, each with the expected console message. */
const TYPES = /** @type {const} */ ([
  ['application/octet-stream', 'application/octet-stream'],
  ['text/plain; charset=utf-8', 'text/plain'],
  ['', 'no type'],
]);

/** Responses that are not the expected WebAssembly module, each with what the error must name. */
const OTHERS = /** @type {const} */ ([
  ['missing', 404, 'text/plain', 'HTTP 404'],
  ['a page of the portal', 200, 'text/html', '(text/html)'],
  ['a page of the portal under its own type', 200, 'application/wasm', '(application/wasm)'],
]);

/** What a page's policy or another server refuses, by the origin of koodrive.wasm, and what the error must name. */
const REFUSALS = /** @type {const} */ ([
  ['the page’s connect-src', 'http://127.0.0.1:9', [], /another origin.*connect-src/],
  ['the server, which does not allow the page (CORS)', '', ['http://127.0.0.1:*'], /another origin.*CORS/],
  ['script-src, which does not allow WebAssembly', undefined, [], /wasm-unsafe-eval/],
]);

for (const browserName of EVERY_BROWSER) {
  const [types, others] =
    browserName === 'chromium' ? [TYPES, OTHERS] : [TYPES.slice(0, 1), OTHERS.slice(0, 1)];
  describe(`koodrive.wasm, in ${browserName}`, { timeout: 60_000 }, () => {
    /** @type {import('puppeteer-core').BrowserContext} */
    let browser;
    before(async () => {
      browser = await openBrowser(browserName);
    });
    after(() => closeAll(browser));

    for (const [type, said] of types) {
      it(`is compiled although it is served as ${said}, which is logged once to the console`, async () => {
        const site = await startSite(undefined, { contentTypes: { '.wasm': type } });
        const witness = await openWitnessedPage(browser);
        /** @type {string[]} */
        const warnings = [];
        witness.page.on('console', (message) => message.type() === 'warn' && warnings.push(message.text()));
        try {
          await witness.page.goto(`${site.origin}/?language=en-US`);
          for (const taskId of ['1215215', '1534087020903704703']) {
            await askFor(witness.page, { taskId });
            assert.equal(await untilState(witness.page, 'report', 'error', 'no-result'), 'report');
          }
          const last = once(/** @type {any} */ (witness.page), 'console');
          await witness.page.evaluate(async () => {
            const { createClient } = await import(new URL('koodrive-client.js', document.baseURI).href);
            await Promise.all([createClient(), createClient(), createClient()]);
            console.log('all started');
          });
          await last;
          assert.deepEqual(warnings, [
            `${site.origin}/koodrive.wasm is served as ${said}; it starts faster as application/wasm.`,
          ]);
        } finally {
          await closeAll(witness, site);
        }
      });
    }

    for (const [what, status, type, named] of others) {
      it(`is named in the error when the response is ${what}, with ${named}`, async () => {
        /** @type {Simulator['handle']} */
        const api = async (request, response) => {
          if (request.url !== '/koodrive.wasm') return false;
          response.writeHead(status, { 'Content-Type': type }).end('<!doctype html><title>Portal</title>');
          return true;
        };
        const site = await startSite(undefined, { api });
        const witness = await openWitnessedPage(browser);
        try {
          await witness.page.goto(`${site.origin}/?language=en-US`);
          await askFor(witness.page, { taskId: '1215215' });
          assert.equal(await untilState(witness.page, 'report', 'error', 'no-result'), 'error');
          const { message } = await readError(witness.page);
          assert.ok(message.includes(`${site.origin}/koodrive.wasm`) && message.includes(named), message);
        } finally {
          await closeAll(witness, site);
        }
      });
    }

    for (const [who, other, connectSrc, named] of REFUSALS) {
      it(`gives an error that names what to allow, and its cause, when it is refused by ${who}`, async () => {
        const headers = securityHeaders({ connectSrc });
        const forbidden = headers['Content-Security-Policy'].replace(" 'wasm-unsafe-eval'", '');
        const site = await startSite(undefined, {
          headers: other === undefined ? { ...headers, 'Content-Security-Policy': forbidden } : headers,
        });
        const cdn = await startSite();
        const page = await browser.newPage();
        try {
          await page.goto(site.origin);
          const error = await page.evaluate(
            async (wasmUrl) => {
              const { createClient } = await import(new URL('koodrive-client.js', document.baseURI).href);
              return createClient({ wasmUrl }).then(
                () => undefined,
                (/** @type {any} */ { reason, message, cause }) => ({
                  reason,
                  message,
                  hasCause: cause instanceof Error,
                }),
              );
            },
            other === undefined ? undefined : `${other || cdn.origin}/koodrive.wasm`,
          );
          assert.deepEqual(
            { ...error, message: '' },
            { reason: 'wasm-unavailable', message: '', hasCause: true },
          );
          assert.match(error?.message, named);
        } finally {
          await closeAll(page, site, cdn);
        }
      });
    }
  });
}
