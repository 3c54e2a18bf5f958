import js from '@eslint/js';
import { markupAndStorageRules } from './build/markup-and-storage.js';
import lit from 'eslint-plugin-lit';
import globals from 'globals';
import { layerRules } from './build/import-layers.js';

const FORBIDDEN_GLOBALS = ['localStorage', 'sessionStorage', 'event', 'name'];

/** The client also runs in workers and in Node.js. */
const DOM = ['document', 'window', 'customElements', 'Element', 'HTMLElement', 'Node'].map((name) => ({
  name,
  message: 'web/client must work without a DOM.',
}));

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
      'no-restricted-globals': ['error', ...FORBIDDEN_GLOBALS],
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['web/build/**', 'web/dev/**', 'web/simulator/**', 'tests/**', '**/*.config.js'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: { 'no-console': 'off', 'no-restricted-globals': 'off' },
  },
  {
    files: ['web/client/**'],
    rules: { 'no-restricted-globals': ['error', ...FORBIDDEN_GLOBALS, ...DOM] },
  },
  ...layerRules(),
  ...markupAndStorageRules(),
];
