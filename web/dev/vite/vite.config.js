import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { securityHeaders } from '../security-headers.js';
import { aliases } from '../../build/build-settings.js';
import { languageOptionsPlugin } from '../../build/language-options.js';
import { corePlugin } from './core-plugin.js';
import { elementStylesPlugin } from './element-styles-plugin.js';
import { simulatorPlugin } from './simulator-plugin.js';

const web = fileURLToPath(new URL('../../', import.meta.url));
const root = path.join(web, '..');
/** CMake's build folder with the module to serve: build/dev, or an existing one given by the environment. */
const buildFolder = path.resolve(root, process.env.KOODRIVE_BUILD_FOLDER ?? 'build/dev');
const wasmFolder = path.join(buildFolder, 'src/browser');
/** Nonce that Vite's client adds to the style elements that it creates, so that the policy allows them. */
const cspNonce = randomBytes(16).toString('base64');

/** The development server: `cmake --workflow --preset dev`. */
export default defineConfig({
  root: web,
  publicDir: false,
  cacheDir: path.join(buildFolder, 'vite'),
  resolve: { alias: aliases(wasmFolder) },
  html: { cspNonce },
  server: {
    host: 'localhost',
    port: Number(process.env.PORT || 8080),
    strictPort: true,
    headers: developmentHeaders(),
    fs: { allow: [web, wasmFolder] },
    watch: { ignored: [`${buildFolder}/**`, `${web}{examples,screenshots}/**`] },
  },
  plugins: [
    simulatorPlugin(),
    corePlugin({
      sources: path.join(root, 'src'),
      buildFolder,
      wasmFolder,
      cmake: process.env.KOODRIVE_CMAKE,
    }),
    elementStylesPlugin(),
    languageOptionsPlugin(),
  ],
});

/**
 * The page's Content-Security-Policy, which also allows style elements with the nonce for Vite's client. Trusted Types
 * are report-only, because Vite's client starts a worker from a blob: URL to wait for a restarted server.
 */
function developmentHeaders() {
  const { 'Content-Security-Policy': policy, ...headers } = securityHeaders();
  const trustedTypes = "require-trusted-types-for 'script'";
  return {
    ...headers,
    'Content-Security-Policy': `${policy
      .replace("style-src 'self'", `$& 'nonce-${cspNonce}'`)
      .replace(`; ${trustedTypes}`, '')}; worker-src blob:`,
    'Content-Security-Policy-Report-Only': trustedTypes,
  };
}
