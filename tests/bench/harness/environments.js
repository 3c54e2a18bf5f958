import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { ENGINES } from './engines.js';
import { startBenchSite } from './site.js';

/**
 * Where measured code runs: `run` imports a module of in-page/ into a fresh page or process and calls its `run(task)`.
 * @typedef {object} Environment
 * @property {string} name
 * @property {(module: string, task: object) => Promise<any>} run
 * @property {() => Promise<void>} close
 */

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {keyof typeof ENGINES} EngineName */
/** @typedef {Awaited<ReturnType<typeof openBrowser>>} BrowserEnvironment */

/**
 * A browser without a window, with empty caches for each task.
 * @param {EngineName} engine
 */
export async function openBrowser(engine) {
  const { name, hasSlowLine, keepsFiles, open } = ENGINES[engine];
  const site = await startBenchSite();
  const browser = await open();
  const self = {
    name,
    hasSlowLine,
    keepsFiles,
    site,

    /**
     * @template T
     * @param {(newPage: () => Promise<Page>) => Promise<T>} work with pages that share empty caches
     */
    async withSession(work) {
      const session = await browser.begin();
      try {
        return await work(session.newPage);
      } finally {
        await session.close();
      }
    },

    /**
     * @template T
     * @param {(page: Page) => Promise<T>} work
     */
    withPage: (work) => self.withSession(async (newPage) => work(await newPage())),

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
 * The page sends the outcome to its site: commands to a browser have time limits that long tasks exceed.
 * @param {Page} page
 * @param {Awaited<ReturnType<typeof startBenchSite>>} site
 * @param {string} module
 * @param {object} task
 * @returns {Promise<any>}
 */
export async function runIn(page, site, module, task) {
  const { url, outcome } = site.expectOutcome(module);
  await page.evaluate(
    (from, given, to) => {
      import(from)
        .then((measured) => measured.run(given))
        .then(
          (value) => ({ value }),
          (error) => ({ error: `${error}\n${error?.stack}` }),
        )
        .then((outcome) => fetch(to, { method: 'POST', body: JSON.stringify(outcome) }));
    },
    `${site.origin}/bench/in-page/${module}`,
    { places: site.pagePlaces, ...task },
    url,
  );
  return outcome;
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
