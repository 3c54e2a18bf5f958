import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../../browser/browsers.js';
import { startBenchSite } from './site.js';

/**
 * Where measured code runs: `run` imports a module of in-page/ into a fresh page or process and calls its `run(task)`.
 * @typedef {object} Environment
 * @property {string} name
 * @property {(module: string, task: object) => Promise<any>} run
 * @property {() => Promise<void>} close
 */

/** @returns {Promise<Environment & { browser: import('puppeteer-core').Browser }>} */
export async function openChromium() {
  const site = await startBenchSite();
  const browser = await launchBrowser('chromium', [
    '--js-flags=--expose-gc',
    '--disable-renderer-backgrounding',
    '--disable-backgrounding-occluded-windows',
  ]);
  return {
    name: 'Chromium',
    browser,
    async run(module, task) {
      // A context of its own has no cache, neither of files nor of compiled code.
      const context = await browser.createBrowserContext();
      try {
        const page = await context.newPage();
        page.setDefaultTimeout(0);
        await page.goto(site.origin);
        return await page.evaluate(
          async (url, given) => (await import(url)).run(given),
          `${site.origin}/bench/in-page/${module}`,
          { places: site.pagePlaces, ...task },
        );
      } finally {
        await context.close();
      }
    },
    async close() {
      await browser.close();
      await site.close();
    },
  };
}

/** @returns {Promise<Environment>} */
export async function openNode() {
  const site = await startBenchSite();
  const host = fileURLToPath(new URL('node-host.js', import.meta.url));
  return {
    name: 'Node.js',
    async run(module, task) {
      const child = spawn(process.execPath, ['--expose-gc', host, module], {
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      child.stdin.end(JSON.stringify({ places: site.nodePlaces, ...task }));
      /** @type {Buffer[]} */
      const output = [];
      child.stdout.on('data', (piece) => output.push(piece));
      const [status] = await once(child, 'close');
      if (status !== 0) throw new Error(`${module} failed in Node.js`);
      return JSON.parse(Buffer.concat(output).toString());
    },
    close: () => site.close(),
  };
}
