import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { CoreBuild } from './core-build.js';

/**
 * Serves the wasm module from CMake's build folder. With `cmake`, it is rebuilt when a file in `sources` changes; then the
 * page reloads, or shows the compiler's messages.
 * @param {object} options
 * @param {string} options.sources
 * @param {string} options.buildFolder
 * @param {string} options.wasmFolder where koodrive.js, koodrive.wasm and its source map lie
 * @param {string} [options.cmake] default: the module is served as it is
 * @returns {import('vite').Plugin}
 */
export function corePlugin({ sources, buildFolder, wasmFolder, cmake }) {
  const wasm = path.join(wasmFolder, 'koodrive.wasm');
  return {
    name: 'koodrive-core',
    apply: 'serve',
    configureServer(server) {
      const { client } = server.environments;
      const build = new CoreBuild({
        command: [cmake ?? 'cmake', '--build', buildFolder, '--target', 'koodrive'],
        onSuccess(seconds) {
          server.config.logger.info(`C++ built in ${seconds.toFixed(1)} s`, { timestamp: true });
          client.moduleGraph.invalidateAll();
          client.hot.send({ type: 'full-reload', path: '*' });
        },
        onFailure(output) {
          server.config.logger.error(output, { timestamp: true });
          client.hot.send(failure(output));
        },
      });
      // Pages opened after a failed build show its messages as well.
      server.ws.on('connection', () => {
        if (build.failure !== undefined) client.hot.send(failure(build.failure));
      });
      if (cmake) watch(server.watcher, sources, () => build.start());

      server.middlewares.use(async (request, response, next) => {
        const [url] = (request.url ?? '').split('?');
        try {
          if (url.endsWith('/koodrive.wasm')) {
            await build.settled();
            response.writeHead(200, { ...server.config.server.headers, 'Content-Type': 'application/wasm' });
            response.end(await readFile(wasm));
          } else if (url.endsWith('/koodrive.wasm.map')) {
            response.setHeader('Content-Type', 'application/json');
            response.end(await sourceMap(`${wasm}.map`));
          } else next();
        } catch (error) {
          next(error);
        }
      });
    },
  };
}

/**
 * @param {import('vite').ViteDevServer['watcher']} watcher
 * @param {string} folder
 * @param {() => void} onChange
 */
function watch(watcher, folder, onChange) {
  watcher.add(folder);
  watcher.on('all', (event, file) => {
    if (event !== 'addDir' && path.resolve(file).startsWith(folder + path.sep)) onChange();
  });
}

/** @param {string} output @returns {import('vite').ErrorPayload} */
const failure = (output) => ({
  type: 'error',
  err: { message: 'The C++ build failed.', stack: output, plugin: 'cmake --build' },
});

/**
 * Reads a source map and embeds the sources in it, because Emscripten writes only their paths.
 * @param {string} file
 */
async function sourceMap(file) {
  const map = JSON.parse(await readFile(file, 'utf8'));
  const read = (/** @type {string} */ source) =>
    readFile(path.resolve(path.dirname(file), source), 'utf8').catch(() => null);
  return JSON.stringify({
    ...map,
    sources: map.sources.map((/** @type {string} */ source) => source.replace(/^(\.\.\/)+/, '/')),
    sourcesContent: await Promise.all(map.sources.map(read)),
  });
}
