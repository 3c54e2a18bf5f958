import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../../browser/support/browsers.js';
import { startBenchSite } from './site.js';

/**
 * Where measured code runs: `run` imports a module of in-page/ into a fresh page or process and calls its `run(task)`.
 * @typedef {object} Environment
 * @property {string} name
 * @property {(module: string, task: object) => Promise<any>} run
 * @property {() => Promise<void>} close
 */

/** @typedef {import('puppeteer-core').Page} Page */

const CHROMIUM_ARGS = [
  '--js-flags=--expose-gc',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
];

/** Headless Chromium, with a new page and an empty profile for each task. */
export async function openChromium() {
  const site = await startBenchSite();
  const browser = await launchBrowser('chromium', CHROMIUM_ARGS, { networkEnabled: false });
  const self = {
    name: 'Chromium',
    site,

    /**
     * A new context has no cached files and no cached compiled code.
     * @template T
     * @param {(page: Page) => Promise<T>} work
     */
    async withPage(work) {
      const context = await browser.createBrowserContext();
      try {
        const page = await context.newPage();
        page.setDefaultTimeout(0);
        return await work(page);
      } finally {
        await context.close();
      }
    },

    /** @param {string} module @param {object} task */
    run: (module, task) =>
      self.withPage(async (page) => {
        await page.goto(site.origin);
        return runIn(page, site, module, task);
      }),

    async close() {
      await browser.close();
      await site.close();
    },
  };
  return self;
}

/**
 * @param {Page} page
 * @param {Awaited<ReturnType<typeof startBenchSite>>} site
 * @param {string} module
 * @param {object} task
 * @returns {Promise<any>}
 */
export function runIn(page, site, module, task) {
  return page.evaluate(
    async (url, given) => (await import(url)).run(given),
    `${site.origin}/bench/in-page/${module}`,
    { places: site.pagePlaces, ...task },
  );
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
