import http from 'node:http';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createStaticFiles } from '../../../web/dev/static-files.js';
import { TASK_RESULT_PATH } from '../../../web/simulator/request-rules.js';
import { listenOnLoopback } from '../../browser/support/loopback.js';
import { answerBytes } from './answers.js';
import { Outcomes } from './outcomes.js';

/**
 * The URLs of the files and answers that measured code loads.
 * @typedef {object} Places
 * @property {string} client the built facade
 * @property {string} wasm
 * @property {string} floor
 * @property {string} answers before the name of an answer
 * @property {string} endpoint where KooDrive's call is answered, whatever it carries
 */

const folder = (/** @type {string} */ path) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** Cross-origin isolation: it allows a page to measure its memory and to read the clock in steps of 5 µs, not 100. */
const ISOLATED = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** Serves dist/, the measured code and the answers to decode on one loopback origin. */
export async function startBenchSite() {
  const parts = Object.entries({
    '/dist': folder('dist'),
    '/bench': folder('tests/bench'),
    '/floor': folder('build/wasm/tests/bench'),
  }).map(([basePath, path]) => ({
    basePath,
    serve: createStaticFiles(path, { basePath, headers: ISOLATED }),
  }));
  const outcomes = new Outcomes();
  const server = http.createServer(async (request, response) => {
    const { pathname: path, searchParams } = new URL(request.url ?? '', 'http://site');
    const answer =
      path === TASK_RESULT_PATH ? searchParams.get('taskId') : /^\/answers\/(.+)/.exec(path)?.[1];
    if (answer) {
      response.writeHead(200, { ...ISOLATED, 'Content-Type': 'application/json' });
      response.end(answerBytes(answer));
      return;
    }
    if (await outcomes.take(request, path)) return void response.writeHead(204, ISOLATED).end();
    const part = parts.find(({ basePath }) => path.startsWith(`${basePath}/`));
    if (part) void part.serve(request, response);
    else response.writeHead(200, { ...ISOLATED, 'Content-Type': 'text/html' }).end('<!doctype html>');
  });
  const { origin, close } = await listenOnLoopback(server);
  const common = {
    wasm: `${origin}/dist/koodrive.wasm`,
    floor: `${origin}/floor/koodrive_floor.wasm`,
    answers: `${origin}/answers/`,
    endpoint: origin,
  };
  return {
    origin,
    close,
    /** @param {string} task that a page of this origin is about to run */
    expectOutcome(task) {
      const { path, outcome } = outcomes.expect(task);
      return { url: origin + path, outcome };
    },
    /** @type {Places} */
    pagePlaces: { ...common, client: `${origin}/dist/koodrive-client.js` },
    /** @type {Places} */
    nodePlaces: { ...common, client: pathToFileURL(folder('dist/koodrive-client.js')).href },
  };
}
