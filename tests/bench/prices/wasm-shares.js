import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** @typedef {import('./shares.js').Shares} Shares */
/** @typedef {{ name: string, size: number }} Symbol */

/** What a function's own name, without template arguments, tells. The first one that matches counts. @type {readonly (readonly [RegExp, string])[]} */
const LIBRARIES = [
  [/^nlohmann::/, 'nlohmann/json'],
  [/^emscripten::|embind|emval|getTypeName/i, 'Embind'],
  [/fetch/i, 'emscripten_fetch'],
  [
    /printf|^fmt_|^pop_arg|^pad$|^out$|tf\d?$|^__(float|extend|trunc|fix).*tf/,
    'C library: printf and long double',
  ],
  [/malloc|calloc|realloc|free|sbrk|^operator (new|delete)/, 'C library: memory'],
  [/^std::|^__cxa|^__cxx|^abi/, 'C++ library'],
];

/**
 * The sizes of a module's functions by what they belong to.
 * @param {readonly Symbol[]} functions
 * @param {string} sources the folder src/
 * @returns {Shares}
 */
export function functionShares(functions, sources) {
  const folderOf = folders(sources);
  /** @type {Shares} */
  const shares = {};
  for (const { name, size } of functions) {
    const own = ownName(name);
    const ours = /^koodrive::(?:\(anonymous namespace\)::)?(\w+)/.exec(own)?.[1];
    const part = ours
      ? `src/${folderOf(ours) ?? ''}`
      : (LIBRARIES.find(([pattern]) => pattern.test(own))?.[1] ?? 'C library: the rest');
    shares[part] = (shares[part] ?? 0) + size;
  }
  return shares;
}

/**
 * The largest functions by their own names; the instances of a template count together.
 * @param {readonly Symbol[]} functions
 * @param {number} most
 * @returns {Symbol[]}
 */
export function largestFunctions(functions, most) {
  /** @type {Map<string, number>} */
  const sizes = new Map();
  for (const { name, size } of functions) sizes.set(ownName(name), (sizes.get(ownName(name)) ?? 0) + size);
  return Array.from(sizes, ([name, size]) => ({ name, size }))
    .sort((a, b) => b.size - a.size)
    .slice(0, most);
}

/**
 * The functions of a module that was linked with their names.
 * @param {string} nm LLVM's nm
 * @param {string} wasm
 * @returns {Symbol[]}
 */
export function functionsOf(nm, wasm) {
  const lines = execFileSync(nm, ['--print-size', wasm], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  return [...lines.matchAll(/^[0-9a-f]+ ([0-9a-f]+) [tT] (.*)$/gm)].map(([, size, name]) => ({
    name,
    size: Number.parseInt(size, 16),
  }));
}

/**
 * `void a::f<b>(c)::'lambda'()` → `a::f`: without result, template arguments and parameters.
 * @param {string} name
 */
export function ownName(name) {
  let text = name.replaceAll('(anonymous namespace)', '{anonymous}');
  for (let before; before !== text;) {
    before = text;
    text = text.replace(/(?<!operator)<[^<>]*>/g, '').replace(/\((?!anonymous)[^()]*\)/g, '');
  }
  text = text.replace(/ const$/, '').replaceAll('{anonymous}', '(anonymous_namespace)');
  const own = /(\S*::)?operator\b.*$/.exec(text)?.[0] ?? text.split(' ').at(-1) ?? text;
  return own.replaceAll('anonymous_namespace', 'anonymous namespace');
}

/**
 * Finds the folder below src/ that declares a class or function.
 * @param {string} sources
 * @returns {(name: string) => string | undefined}
 */
function folders(sources) {
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.[ch]pp$/.test(file))
    .sort((a, b) => Number(a.endsWith('.cpp')) - Number(b.endsWith('.cpp')))
    .map((file) => ({ folder: path.dirname(file), text: readFileSync(path.join(sources, file), 'utf8') }));
  return (name) =>
    (
      files.find(({ text }) => new RegExp(`\\b(class|struct|enum class) ${name}\\b[^;]*\\{`).test(text)) ??
      files.find(({ text }) => new RegExp(`^[^/\\n]*\\b[\\w>&*]+ ${name}\\(`, 'm').test(text))
    )?.folder;
}
