/** Code that runs in a browser and handles tokens and server texts. */
const SHIPPED = ['web/{client,loading,locales,page,report,text}/**'];

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

/** Members that store text beyond the life of the page or send it elsewhere. */
const STORAGE_MEMBERS = [
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'caches',
  'cookie',
  'cookieStore',
  'sendBeacon',
];

/** Globals that can do the same, besides those that no-restricted-globals forbids in the whole project. */
const GLOBALS = '/^(DOMParser|localStorage|sessionStorage|indexedDB|caches|cookieStore)$/';

/** The same members, `javascript:` and Lit's unsafe directives inside strings and templates, which other rules do not check. */
const MARKUP_IN_TEXT = `/\\b(${MARKUP_MEMBERS.join('|')}|javascript:)|\\bunsafe-(html|svg|mathml)\\b/i`;

/** Exports of Lit that put text into a template as markup. */
const UNSAFE_DIRECTIVES = '/^unsafe(HTML|SVG|MathML|Static)$/';

/** ESLint rules that keep server texts out of markup and tokens out of storage. @returns {any[]} */
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
