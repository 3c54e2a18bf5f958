import { startSite } from './site.js';

/** @typedef {import('node:http').IncomingMessage} IncomingMessage */
/** @typedef {import('node:http').ServerResponse} ServerResponse */
/** @typedef {(request: IncomingMessage, response: ServerResponse) => void} Answer */

/** @type {Readonly<Record<string, string>>} */
const TYPES = { '.html': 'text/html;charset=UTF-8', '.js': 'text/javascript', '.wasm': 'application/wasm' };

/** Ends the connection without an answer, as a network that breaks. @type {Answer} */
export const broken = (request) => void request.socket.destroy();

/** Answers as a server that has no time. @type {Answer} */
export const overloaded = (_, response) =>
  void response.writeHead(503, { 'Content-Type': TYPES['.js'] }).end();

/** Never answers. @type {Answer} */
export const silent = () => {};

/**
 * Answers with another file than that of dist/.
 * @param {string | Uint8Array} content
 * @param {string} extension
 * @returns {Answer}
 */
export const other = (content, extension) => (_, response) =>
  void response
    .writeHead(200, { 'Content-Type': TYPES[extension], 'Cache-Control': 'no-cache' })
    .end(content);

/**
 * A site whose files can be made to fail while a page is open.
 * @param {Readonly<Record<string, string>>} [pages] more pages, by path, without security headers
 */
export async function startFaultySite(pages = {}) {
  /** @type {Map<string, Answer>} */
  const answers = new Map(Object.entries(pages).map(([path, text]) => [path, other(text, '.html')]));
  /** @type {string[]} */
  const asked = [];
  const site = await startSite(undefined, {
    api: async (request, response) => {
      const { pathname } = new URL(request.url ?? '', 'http://site');
      asked.push(pathname);
      const answer = answers.get(pathname);
      if (!answer) return site.simulator.handle(request, response);
      answer(request, response);
      return true;
    },
  });
  return {
    ...site,
    /** How a file is answered from now on; without an answer, as in dist/. @param {string} path @param {Answer} [answer] */
    answer(path, answer) {
      if (answer) answers.set(path, answer);
      else answers.delete(path);
    },
    /** How often a file was asked for. @param {string} path */
    timesAsked: (path) => asked.filter((one) => one === path).length,
  };
}
