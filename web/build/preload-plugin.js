/** What the page asks for by script sooner or later, so that it comes with the script and not after it. */
const FETCHED = ['koodrive.wasm', 'config.json'];

/** Lets the browser fetch all of what starts the page at once, instead of one after the other. */
export function preloadPlugin() {
  return {
    name: 'koodrive-preload',
    transformIndexHtml: {
      order: /** @type {const} */ ('post'),
      /**
       * @param {string} _html
       * @param {import('vite').IndexHtmlTransformContext} context
       */
      handler(_html, { chunk }) {
        const modules = chunk?.imports ?? [];
        return [
          ...modules.map((file) => link({ rel: 'modulepreload', href: `./${file}` })),
          ...FETCHED.map((file) => link({ rel: 'preload', as: 'fetch', href: `./${file}` })),
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

/** Imports on demand stay plain: what Vite puts around them is for chunks with styles or with chunks of their own. */
export function plainImportPlugin() {
  return {
    name: 'koodrive-plain-import',
    enforce: /** @type {const} */ ('pre'),
    /** @param {string} id */
    load: (id) =>
      id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined,
  };
}
