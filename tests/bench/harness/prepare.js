import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Prepares the benchmarks: finds the tools, installs missing packages and brings the build up to date.
 * @param {{ build: boolean }} options
 * @returns {Record<string, string>} the tools' paths
 */
export function prepare({ build }) {
  const tools = readTools();
  for (const browser of ['KOODRIVE_CHROMIUM', 'KOODRIVE_FIREFOX', 'KOODRIVE_WEBKIT'])
    if (tools[browser]) process.env[browser] ??= tools[browser];
  for (const folder of ['tests', 'tests/bench']) {
    if (!existsSync(path.join(root, folder, 'node_modules')))
      call(tools.KOODRIVE_NPM_EXECUTABLE, ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], folder);
  }
  if (build) buildDist();
  return tools;
}

function buildDist() {
  call('cmake', ['--preset', 'wasm', '-DKOODRIVE_BUILD_BENCH=ON']);
  call('cmake', ['--build', '--preset', 'wasm', '--target', 'dist', 'koodrive_floor']);
}

/**
 * Links the module as in dist/, with the names of its functions.
 * @returns {string} its path
 */
export function buildNamedModule() {
  const folder = 'build/names';
  call('cmake', ['--preset', 'wasm', '-B', folder, '-DCMAKE_EXE_LINKER_FLAGS=--profiling-funcs']);
  call('cmake', ['--build', folder, '--target', 'koodrive']);
  return path.join(root, folder, 'src/browser/koodrive.wasm');
}

/** What emsdk-setup.sh has written down. @returns {Record<string, string>} */
function readTools() {
  const file = path.join(root, '.emsdk/setup.cmake');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').matchAll(/^set\((\w+) "(.*)"\)$/gm) : [];
  const tools = Object.fromEntries([...lines].map(([, name, value]) => [name, value]));
  if (!tools.KOODRIVE_CHROMIUM)
    throw new Error('The test tools are not set up. Run ./emsdk-setup.sh --with-test-tools, then try again.');
  return tools;
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {string} [folder] of the repository
 */
function call(program, args, folder = '.') {
  // Standard output is reserved for the results.
  execFileSync(program, args, { cwd: path.join(root, folder), stdio: ['ignore', process.stderr, 'inherit'] });
}
