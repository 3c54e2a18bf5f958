import { fileURLToPath } from 'node:url';
import { transformWithOxc } from 'vite';

/**
 * Vite plugins for modules that run wherever a portal takes them: through any bundler, and on a server that renders pages.
 * @returns {import('vite').Plugin[]}
 */
export const portablePlugins = () => [litForServersPlugin(), glueWithoutUrlPlugin()];

/**
 * Bundles the builds of Lit that can be imported without a DOM, which work in browsers too. Their substitute for the DOM is
 * replaced by no-dom.js: that saves 2.7 KB of brotli of koodrive-element.js (Lit 3.3.3, @lit-labs/ssr-dom-shim 1.6.0) and
 * can go when the substitute is as small.
 */
function litForServersPlugin() {
  return {
    name: 'koodrive-lit-for-servers',
    enforce: /** @type {const} */ ('pre'),
    resolveId: {
      filter: { id: /^(@lit\/reactive-element|lit-html|@lit-labs\/ssr-dom-shim)(\/|$)/ },
      /** @param {string} id */
      handler: (id) =>
        // Node.js resolves to the package's build for servers.
        fileURLToPath(
          id === '@lit-labs/ssr-dom-shim' ? new URL('no-dom.js', import.meta.url) : import.meta.resolve(id),
        ),
    },
  };
}

/**
 * Removes import.meta.url from Emscripten's script, which needs it to find koodrive.wasm; the client does that. webpack would put
 * the path of a builder's folder in its place.
 */
function glueWithoutUrlPlugin() {
  return {
    name: 'koodrive-glue-without-url',
    enforce: /** @type {const} */ ('pre'),
    transform: {
      filter: { id: /\/koodrive\.js$/ },
      /** @param {string} code @param {string} id */
      handler: (code, id) => transformWithOxc(code, id, { define: { 'import.meta.url': '""' } }),
    },
  };
}
