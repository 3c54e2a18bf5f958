import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants, deflateRawSync } from 'node:zlib';
import { build } from 'vite';
import { shared, wasmFolder } from '../build-settings.js';
import { withLanguages } from '../language-options.js';
import { isRelative } from '../../page/endpoint.js';

const web = fileURLToPath(new URL('../../', import.meta.url));
const here = path.join(web, 'build/single-file');

/**
 * Bundles the page, its styles and koodrive.wasm once, for any number of single-file pages.
 * @returns {Promise<(configFile: string) => Promise<string>>} takes the path of a config.json and makes the HTML of a
 *   page that can be opened from disk. Its Content-Security-Policy lets it connect to the endpoint in config.json only.
 */
export async function buildSingleFile() {
  const page = await bundle(path.join(here, 'entry.js'), {});
  const wasm = await readFile(path.join(wasmFolder, 'koodrive.wasm'));
  const html = withLanguages(await readFile(path.join(web, 'index.html'), 'utf8'));
  const script = Buffer.from(page.script);
  const packed = deflateRawSync(Buffer.concat([script, wasm]), { level: constants.Z_BEST_COMPRESSION });
  return async (configFile) => {
    const config = await readInlined(configFile);
    const payload = { packed: packed.toString('base64'), scriptLength: script.length, config };
    const loader = await bundle(path.join(here, 'loader.js'), { 'koodrive-payload': exported(payload) });
    return inline(html, { script: loader.script, style: page.style, endpoint: config.endpoint });
  };
}

/** @param {string} configFile @returns {Promise<{ endpoint: string }>} and what else it holds */
async function readInlined(configFile) {
  const config = JSON.parse(await readFile(configFile, 'utf8'));
  const { endpoint = '' } = config;
  const isAbsolute = URL.canParse(endpoint);
  if (endpoint && !isAbsolute && !isRelative(endpoint))
    throw new Error(`${configFile}: endpoint ${JSON.stringify(endpoint)} is not a URL.`);
  // A page opened from disk has no origin that a relative endpoint could refer to.
  return { ...config, endpoint: isAbsolute ? endpoint : '' };
}

/** @param {Readonly<Record<string, unknown>>} values @returns {string} a module that exports them */
const exported = (values) =>
  Object.entries(values)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join('\n');

/**
 * @param {string} entry
 * @param {Readonly<Record<string, string>>} modules code of virtual modules, by name
 */
async function bundle(entry, modules) {
  const { resolve, ...settings } = shared;
  const result = await build({
    ...settings,
    configFile: false,
    logLevel: 'warn',
    resolve: {
      alias: [
        ...resolve.alias,
        { find: /^\.\/wasm-code\.js$/, replacement: path.join(here, 'inlined-wasm.js') },
        { find: /^\.\/config-source\.js$/, replacement: path.join(here, 'inlined-config.js') },
      ],
    },
    plugins: [modulesPlugin(modules)],
    build: {
      ...settings.build,
      write: false,
      rolldownOptions: { input: entry, preserveEntrySignatures: 'strict', output: { codeSplitting: false } },
    },
  });
  const { output } = /** @type {import('vite').Rolldown.RolldownOutput} */ (result);
  const style = output.find(({ fileName }) => fileName.endsWith('.css'));
  return { script: output[0].code, style: style?.type === 'asset' ? String(style.source) : '' };
}

/**
 * @param {Readonly<Record<string, string>>} modules
 * @returns {import('vite').Plugin}
 */
function modulesPlugin(modules) {
  return {
    name: 'koodrive-modules',
    enforce: 'pre',
    resolveId: (name) => (name in modules ? `\0${name}` : undefined),
    load: (id) => modules[id.slice(1)],
  };
}

/**
 * Inlines script and style into the page, with a Content-Security-Policy that allows them by their hashes.
 * @param {string} html
 * @param {{ script: string, style: string, endpoint: string }} parts
 */
function inline(html, { script, style, endpoint }) {
  if (/<\/(script|style)/i.test(script + style)) throw new Error('Script or style would end its element.');
  const policy = [
    "default-src 'none'",
    `script-src '${hash(script)}' blob: 'wasm-unsafe-eval'`,
    `style-src '${hash(style)}'`,
    'img-src data:',
    `connect-src ${endpoint ? new URL(endpoint).origin : "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');
  const replacements = [
    ['<meta charset="utf-8" />', `$&\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`],
    ['<link rel="stylesheet" href="./page/koodrive-page.css" />', `<style>${style}</style>`],
    [
      '<script type="module" src="./page/koodrive-page.js"></script>',
      `<script type="module">${script}</script>`,
    ],
  ];
  return replacements.reduce((page, [tag, replacement]) => {
    if (!page.includes(tag)) throw new Error(`index.html no longer holds ${tag}; see single-file/build.js.`);
    return page.replace(tag, () => replacement.replace('$&', () => tag));
  }, html);
}

/** @param {string} text of an inline element @returns {string} its hash source for a Content-Security-Policy */
const hash = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
