import path from 'node:path';

/** A sourceURL comment: the style sheet's name in the developer tools, by which page-client.js finds it. @param {string} file */
const mark = (file) => `\n/*# sourceURL=${file} */`;

/**
 * Hot module replacement for the element's styles. By default, Vite reloads the page when a style sheet imported as text
 * (`?inline`) changes, and the report on the screen would be lost.
 * @returns {import('vite').Plugin}
 */
export function elementStylesPlugin() {
  let root = '';
  /** @param {string} file */
  const nameOf = (file) => path.relative(root, file.split('?')[0]);
  const isElementStyle = (/** @type {string | null} */ id) => /\.css\?inline\b/.test(id ?? '');
  return {
    name: 'koodrive-element-styles',
    apply: 'serve',
    enforce: 'pre',
    configResolved(config) {
      ({ root } = config);
    },
    transform: (code, id) => (isElementStyle(id) ? { code: code + mark(nameOf(id)), map: null } : undefined),
    async hotUpdate({ modules, file, read, type }) {
      const [style] = modules.filter(({ id }) => isElementStyle(id));
      if (!style || type !== 'update') return undefined;
      // Modules that import the style sheet later must not get the cached old text.
      this.environment.moduleGraph.invalidateModule(style);
      const name = mark(nameOf(file));
      this.environment.hot.send('koodrive:element-style', { mark: name, text: (await read()) + name });
      return modules.filter((module) => module !== style);
    },
    transformIndexHtml: () => [
      { tag: 'script', attrs: { type: 'module', src: '/dev/vite/page-client.js' }, injectTo: 'head' },
    ],
  };
}
