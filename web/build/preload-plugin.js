/** Files that the page's script fetches when it starts: preloading downloads them in parallel with the script. */
const FETCHED = ['koodrive.wasm', 'config.json'];

/** The module that is needed once an answer is there: it is downloaded before, but after what sends the request. */
const NEEDED_LATER = 'koodrive-report-display.js';

/**
 * That module with those that it imports, but for those that are loaded before.
 * @param {import('vite').Rolldown.OutputBundle} bundle
 * @param {readonly string[]} loaded
 */
function neededLater(bundle, loaded) {
  const display = bundle[NEEDED_LATER];
  if (display?.type !== 'chunk') throw new Error(`There is no ${NEEDED_LATER}; see preload-plugin.js.`);
  return [NEEDED_LATER, ...display.imports.filter((file) => !loaded.includes(file))];
}

/** Adds `<link rel="preload">` for these files, so that the browser does not discover them one after the other. */
export function preloadPlugin() {
  return {
    name: 'koodrive-preload',
    transformIndexHtml: {
      order: /** @type {const} */ ('post'),
      /**
       * @param {string} _html
       * @param {import('vite').IndexHtmlTransformContext} context
       */
      handler(_html, { chunk, bundle = {} }) {
        const modules = chunk?.imports ?? [];
        return [
          ...modules.map((file) => link({ rel: 'modulepreload', href: `./${file}` })),
          ...FETCHED.map((file) => link({ rel: 'preload', as: 'fetch', href: `./${file}` })),
          ...neededLater(bundle, modules).map((file) =>
            link({ rel: 'modulepreload', href: `./${file}`, fetchpriority: 'low' }),
          ),
        ];
      },
    },
  };
}

/** @param {Record<string, string>} attrs */
const link = (attrs) => ({
  tag: 'link',
  attrs: { ...attrs, crossorigin: '' },
  injectTo: /** @type {const} */ ('head'),
});
