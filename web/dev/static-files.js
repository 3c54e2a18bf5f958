import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isClientGone } from '../simulator/exchange.js';

/**
 * @typedef {import('node:http').IncomingMessage} IncomingMessage
 * @typedef {import('node:http').ServerResponse} ServerResponse
 */

/**
 * @typedef {object} StaticFilesOptions
 * @property {Readonly<Record<string, string>>} [headers] sent with every answer
 * @property {Readonly<Record<string, string>>} [contentTypes] file extension → media type, instead of the usual one
 * @property {string} [basePath] path under which the folder is found, such as `/portal`; default: none
 */

/** @type {Readonly<Record<string, string>>} */
const CONTENT_TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ts': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** Content codings with the extension of the precompressed file, best first. */
const ENCODINGS = [
  { coding: 'br', suffix: '.br' },
  { coding: 'gzip', suffix: '.gz' },
];

/**
 * @param {string | undefined} acceptEncoding
 * @param {string} coding
 */
function accepts(acceptEncoding, coding) {
  const fields = (acceptEncoding ?? '').split(',').map((field) =>
    field
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/),
  );
  return fields.some(([name, weight]) => name === coding && !/^q=0(\.0*)?$/.test(weight ?? ''));
}

/**
 * Maps a URL to a path inside the folder.
 * @param {string} urlPath as received, without the query
 * @returns {string | undefined} undefined when it leads out of the folder, to a hidden file, or is wrongly encoded
 */
function relativePath(urlPath) {
  try {
    const decoded = decodeURIComponent(urlPath);
    const segments = decoded.split('/').slice(1);
    const isSafe =
      decoded.startsWith('/') && !/[\\\0]/.test(decoded) && !segments.some((name) => name.startsWith('.'));
    return isSafe ? segments.join(path.sep) : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} file */
const statOrNothing = (file) => stat(file).catch(() => undefined);

/**
 * Serves a folder to GET and HEAD, with ETag and, where the client takes them, the `.br` and `.gz` siblings.
 * @param {string} folder
 * @param {StaticFilesOptions} [options]
 * @returns {(request: IncomingMessage, response: ServerResponse) => Promise<void>}
 */
export function createStaticFiles(folder, { headers = {}, contentTypes = {}, basePath = '' } = {}) {
  const types = { ...CONTENT_TYPES, ...contentTypes };
  const root = path.resolve(folder);

  /**
   * Follows symbolic links, but not out of the folder.
   * @param {string} relative
   */
  async function locate(relative) {
    const [file, realRoot] = await Promise.all([realpath(path.join(root, relative)), realpath(root)]).catch(
      () => [],
    );
    return file !== undefined && (file === realRoot || file.startsWith(realRoot + path.sep))
      ? file
      : undefined;
  }

  /**
   * @param {string} file
   * @param {string | undefined} acceptEncoding
   */
  async function chooseVariant(file, acceptEncoding) {
    for (const { coding, suffix } of ENCODINGS) {
      if (!accepts(acceptEncoding, coding)) continue;
      const stats = await statOrNothing(file + suffix);
      if (stats?.isFile()) return { source: file + suffix, stats, coding };
    }
    const stats = await statOrNothing(file);
    return stats?.isFile() ? { source: file, stats, coding: undefined } : undefined;
  }

  /**
   * @param {IncomingMessage} request
   * @param {ServerResponse} response
   * @param {string} file
   */
  async function sendFile(request, response, file) {
    const variant = await chooseVariant(file, request.headers['accept-encoding']?.toString());
    if (!variant) return sendStatus(response, 404);
    const { source, stats, coding } = variant;
    const etag = `W/"${stats.size.toString(16)}-${Math.floor(stats.mtimeMs).toString(16)}${coding ? `-${coding}` : ''}"`;
    response.setHeader('ETag', etag);
    response.setHeader('Cache-Control', 'no-cache');
    response.setHeader('Vary', 'Accept-Encoding');
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
    response.setHeader('Content-Type', types[path.extname(file)] ?? 'application/octet-stream');
    response.setHeader('Content-Length', stats.size);
    if (coding) response.setHeader('Content-Encoding', coding);
    if (request.method === 'HEAD') return void response.end();
    await pipeline(createReadStream(source), response);
  }

  return async (request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return sendStatus(response, 405);
    }
    const [urlPath] = (request.url ?? '').split('?');
    const relative = urlPath.startsWith(`${basePath}/`)
      ? relativePath(urlPath.slice(basePath.length))
      : undefined;
    const found = relative === undefined ? undefined : await locate(relative);
    if (found === undefined) return sendStatus(response, 404);
    const isFolder = (await statOrNothing(found))?.isDirectory() ?? false;
    if (isFolder && !urlPath.endsWith('/')) {
      // A relative redirect, so that a forged Host header cannot send the browser to another host.
      response.setHeader('Location', `./${encodeURIComponent(path.basename(found))}/`);
      return sendStatus(response, 301);
    }
    try {
      await sendFile(request, response, isFolder ? path.join(found, 'index.html') : found);
    } catch (error) {
      if (!isClientGone(error)) throw error;
    }
  };
}

/**
 * @param {ServerResponse} response
 * @param {number} status
 */
function sendStatus(response, status) {
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.statusCode = status;
  response.end(`${response.statusCode}\n`);
}
