import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createPortalApp } from '../package/portal-app.js';

const example = fileURLToPath(new URL('../../web/examples/vitest/', import.meta.url));

describe('the example in Vitest', () => {
  /** @type {Awaited<ReturnType<typeof createPortalApp>>} */
  let portal;
  before(async () => {
    portal = await createPortalApp({}, example);
  });
  after(() => portal?.remove());

  for (const environment of ['jsdom', 'happy-dom']) {
    it(`tests a portal with the element in ${environment}: its properties, its events and what it shows`, async () => {
      const output = await portal
        .node('node_modules/vitest/vitest.mjs', 'run', '--no-color', '--environment', environment)
        .catch(({ stdout, stderr }) => assert.fail(`${stdout}${stderr}`));
      assert.match(output, /Tests +2 passed/);
    });
  }
});
