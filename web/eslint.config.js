import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import globals from 'globals';

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

/** Globals by which text is kept after the page is closed. */
const STORAGE_GLOBALS = ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore'];

/** Those members, `javascript:` and Lit's unsafe directives in strings and templates, which the rules for members skip. */
const MARKUP_IN_TEXT = `/\\b(${MARKUP_MEMBERS.join('|')}|javascript:)|\\bunsafe-(html|svg|mathml)\\b/i`;

/** Exports of Lit that put text into a template as markup. */
const UNSAFE_DIRECTIVES = '/^unsafe(HTML|SVG|MathML|Static)$/';

/** @param {readonly string[]} members of any object */
const forbidden = (members) => members.map((property) => ({ property }));

export default [
  js.configs.recommended,
  .../** @type {any[]} */ ([lit.configs?.['flat/recommended']]),
  {
    languageOptions: { ecmaVersion: 2025, sourceType: 'module', globals: globals.browser },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-console': ['error', { allow: ['warn'] }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-var': 'error',
      'no-restricted-properties': [
        'error',
        ...forbidden([...MARKUP_MEMBERS, 'localStorage', 'sessionStorage']),
      ],
      'no-restricted-globals': ['error', 'localStorage', 'sessionStorage', 'event', 'name'],
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: SHIPPED,
    rules: {
      'no-restricted-globals': ['error', 'event', 'name', 'DOMParser', ...STORAGE_GLOBALS],
      'no-restricted-properties': [
        'error',
        ...forbidden([...MARKUP_MEMBERS, ...STORAGE_GLOBALS, 'cookie', 'sendBeacon']),
        { object: 'document', property: 'write' },
        { object: 'document', property: 'writeln' },
        { object: 'window', property: 'name' },
        { object: 'globalThis', property: 'name' },
      ],
      'no-restricted-syntax': [
        'error',
        `Literal[value=${MARKUP_IN_TEXT}]`,
        `TemplateElement[value.raw=${MARKUP_IN_TEXT}]`,
        `ImportSpecifier[imported.name=${UNSAFE_DIRECTIVES}]`,
      ],
    },
  },
  {
    files: ['web/build/**', 'web/dev/**', 'web/simulator/**', 'tests/**', '**/*.config.js'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: { 'no-console': 'off', 'no-restricted-globals': 'off' },
  },
  {
    files: ['**/*.jsx'],
    languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
  },
];
