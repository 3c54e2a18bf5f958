/** Code that runs in a browser, where tokens and texts of a server are at hand. */
const SHIPPED = ['web/{client,locales,page,report}/**'];

/** Members that turn text into markup or code. */
const MARKUP_MEMBERS = [
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'setHTMLUnsafe',
  'parseHTMLUnsafe',
  'createContextualFragment',
  'srcdoc',
];

/** Members by which text outlives the page or leaves it. */
const STORAGE_MEMBERS = [
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'caches',
  'cookie',
  'cookieStore',
  'sendBeacon',
];

/** Globals with the same powers; no-restricted-globals names those that no file of the project may use. */
const GLOBALS = '/^(DOMParser|localStorage|sessionStorage|indexedDB|caches|cookieStore)$/';

/** Those members, `javascript:` and Lit's unsafe directives in strings and templates, where other rules do not look. */
const MARKUP_IN_TEXT = `/\\b(${MARKUP_MEMBERS.join('|')}|javascript:)|\\bunsafe-(html|svg|mathml)\\b/i`;

/** Exports of Lit that put text into a template as markup. */
const UNSAFE_DIRECTIVES = '/^unsafe(HTML|SVG|MathML|Static)$/';

/** ESLint's rules that keep texts of a server out of markup and tokens out of storage. @returns {any[]} */
export const markupAndStorageRules = () => [
  {
    files: SHIPPED,
    rules: {
      'no-restricted-properties': [
        'error',
        ...[...MARKUP_MEMBERS, ...STORAGE_MEMBERS].map((property) => ({ property })),
        { object: 'document', property: 'write' },
        { object: 'document', property: 'writeln' },
        { object: 'window', property: 'name' },
        { object: 'globalThis', property: 'name' },
      ],
      'no-restricted-syntax': [
        'error',
        `Identifier[name=${GLOBALS}]`,
        `Literal[value=${MARKUP_IN_TEXT}]`,
        `TemplateElement[value.raw=${MARKUP_IN_TEXT}]`,
        `ImportSpecifier[imported.name=${UNSAFE_DIRECTIVES}]`,
      ],
    },
  },
];
