import { createRequire } from 'node:module';
import path from 'node:path';
import { read } from './repository.js';

/** ESLint is a package of web/. */
const { Linter } = createRequire(new URL('../../web/package.json', import.meta.url))('eslint');

/** @typedef {{ file: string, specifier: string, target: string, isType: boolean }} Import `target` is a path from the root */

/**
 * The imports of a file that lead to files: static, dynamic and, as types, those in comments.
 * @param {string} file relative to the repository
 * @returns {Import[]}
 */
export function importsOf(file) {
  const text = read(file);
  const found = file.endsWith('.d.ts')
    ? typeImports(text, /(?:from|import\()\s*'([^']+)'/g)
    : [...codeImports(text, file), ...typeImports(commentsOf(text, file), /import\('([^']+)'\)/g)];
  return found
    .filter(({ specifier }) => specifier.startsWith('.'))
    .map(({ specifier, isType }) => {
      const target = path.posix.join(path.posix.dirname(file), specifier.replace(/\?.*$/, ''));
      return { file, specifier, target, isType };
    });
}

/**
 * @param {string} text
 * @param {RegExp} pattern
 */
const typeImports = (text, pattern) =>
  [...text.matchAll(pattern)].map(([, specifier]) => ({ specifier, isType: true }));

/**
 * @param {string} text
 * @param {string} file
 */
function codeImports(text, file) {
  /** @type {{ specifier: string, isType: boolean }[]} */
  const found = [];
  const take = (/** @type {{ source: { value: unknown } | null }} */ { source }) => {
    if (typeof source?.value === 'string') found.push({ specifier: source.value, isType: false });
  };
  const rule = {
    create: () => ({
      ImportDeclaration: take,
      ExportNamedDeclaration: take,
      ExportAllDeclaration: take,
      ImportExpression: take,
    }),
  };
  const linter = new Linter();
  const messages = linter.verify(
    text,
    { plugins: { structure: { rules: { imports: rule } } }, rules: { 'structure/imports': 'error' } },
    { allowInlineConfig: false },
  );
  if (messages.length > 0) throw new Error(`${file}: ${messages[0].message}`);
  return found;
}

/**
 * @param {string} text
 * @param {string} file
 * @returns {string}
 */
function commentsOf(text, file) {
  const linter = new Linter();
  linter.verify(text, {}, { allowInlineConfig: false });
  const source = linter.getSourceCode();
  if (!source) throw new Error(`${file} cannot be parsed`);
  return source
    .getAllComments()
    .map((/** @type {{ value: string }} */ { value }) => value)
    .join('\n');
}
