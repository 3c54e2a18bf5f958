/**
 * Each folder with the folders that it may import from. ESLint reports other static imports in the editor;
 * tests/structure/js-layers.test.js also finds dynamic imports and type imports in JSDoc.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const LAYERS = Object.freeze({
  'web/text': [],
  'web/loading': [],
  'web/locales': ['web/loading'],
  'web/client': ['web/locales', 'web/loading', 'web/text'],
  'web/report/texts': ['web/locales', 'web/text'],
  'web/report/scrolling': [],
  'web/report/controls': ['web/report/texts'],
  'web/report/element': ['web/client', 'web/locales', 'web/text'],
  'web/report/oddities': ['web/report/texts', 'web/client', 'web/loading'],
  'web/report/state': ['web/report/scrolling', 'web/report/element', 'web/client', 'web/text'],
  'web/report/export': [
    'web/report/file-panel',
    'web/report/state',
    'web/report/controls',
    'web/report/texts',
    'web/client',
    'web/loading',
  ],
  'web/report/file-panel': [
    'web/report/state',
    'web/report/controls',
    'web/report/texts',
    'web/client',
    'web/loading',
    'web/locales',
  ],
  'web/report/comparison': [
    'web/report/file-panel',
    'web/report/state',
    'web/report/texts',
    'web/client',
    'web/loading',
    'web/locales',
  ],
  'web/report/correction': [
    'web/report/file-panel',
    'web/report/export',
    'web/report/state',
    'web/report/controls',
    'web/report/texts',
    'web/client',
    'web/loading',
    'web/locales',
  ],
  'web/report/following': [
    'web/report/state',
    'web/report/element',
    'web/report/controls',
    'web/report/texts',
    'web/client',
    'web/loading',
  ],
  'web/report/views': [
    'web/report/oddities',
    'web/report/file-panel',
    'web/report/following',
    'web/report/export',
    'web/report/state',
    'web/report/element',
    'web/report/controls',
    'web/report/texts',
    'web/client',
  ],
  'web/report/list': [
    'web/report/controls',
    'web/report/display',
    'web/report/element',
    'web/report/state',
    'web/report/texts',
    'web/client',
    'web/locales',
  ],
  'web/report/display': [
    'web/report/views',
    'web/report/oddities',
    'web/report/correction',
    'web/report/comparison',
    'web/report/file-panel',
    'web/report/export',
    'web/report/state',
    'web/report/element',
    'web/report/controls',
    'web/report/texts',
    'web/client',
    'web/locales',
  ],
  'web/report': [
    'web/report/display',
    'web/report/following',
    'web/report/element',
    'web/client',
    'web/loading',
    'web/locales',
    'web/text',
  ],
  'web/page': ['web/report', 'web/report/list', 'web/client', 'web/loading', 'web/locales', 'web/text'],
  'web/simulator': [],
  'web/build': ['web/page', 'web/client'],
  'web/dev': ['web/simulator', 'web/examples'],
  'web/dev/vite': ['web/build', 'web/dev', 'web/simulator'],
});

/** Folders from which types alone may be imported as well: state uses the type Texts. @type {Readonly<Record<string, readonly string[]>>} */
export const TYPE_LAYERS = Object.freeze({
  'web/report/state': ['web/report/texts'],
  'web/report/list': ['web/report'],
});

/** The only files that others may import from a folder. @type {Readonly<Record<string, RegExp>>} */
export const ENTRIES = Object.freeze({
  'web/client': /^koodrive-client\.(?:js|d\.ts)$/,
  'web/report':
    /^(?:(?:list\/)?define\.js|koodrive-import-(?:report|list)\.(?:js|d\.ts)|list\/koodrive-import-list\.js)$/,
});

/** The layer that a file is in. @param {string} file path from the repository’s root */
export const layerOf = (file) =>
  Object.keys(LAYERS)
    .filter((layer) => file.startsWith(`${layer}/`))
    .sort((a, b) => b.length - a.length)[0];

/** The same restrictions as ESLint configuration, one block for each folder. */
export const layerRules = () =>
  Object.keys(LAYERS).map((layer) => ({
    files: [`${layer}/**`],
    ignores: Object.keys(LAYERS)
      .filter((other) => other.startsWith(`${layer}/`))
      .map((other) => `${other}/**`),
    rules: { 'no-restricted-imports': ['error', { patterns: refusedBy(layer) }] },
  }));

/** @param {string} layer */
function refusedBy(layer) {
  const others = Object.keys(LAYERS).filter((other) => other !== layer && !LAYERS[layer].includes(other));
  const entered = Object.entries(ENTRIES).filter(([other]) => LAYERS[layer].includes(other));
  const refused = new Set([
    '(?:^|/)tests/',
    ...others.map((other) =>
      layer.startsWith(`${other}/`) ? '^\\.\\./[^/]+$' : `(?:^|/)${lastPart(other)}/`,
    ),
    ...entered.map(([other, entry]) => `(?:^|/)${lastPart(other)}/(?!${entry.source.slice(1)})`),
  ]);
  const message = `${layer}/ must not import this: see web/build/import-layers.js.`;
  return [...refused].map((regex) => ({ regex, message }));
}

/** @param {string} folder */
const lastPart = (folder) => folder.slice(folder.lastIndexOf('/') + 1);
