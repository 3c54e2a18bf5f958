import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * @typedef {import('node:http').IncomingMessage} IncomingMessage
 * @typedef {import('node:http').ServerResponse} ServerResponse
 * @typedef {import('./language.js').Language} Language
 */

/**
 * Header fields; undefined removes a default one.
 * @typedef {Record<string, string | number | undefined>} Headers
 */

const JSON_HEADERS = { 'Content-Type': 'application/json;charset=UTF-8', 'Cache-Control': 'no-store' };

/**
 * One request and the ways to answer it. Methods that wait or write reject when the client has closed the connection,
 * see `isClientGone`.
 */
export class Exchange {
  #abort = new AbortController();

  /**
   * @param {object} parts
   * @param {IncomingMessage} parts.request
   * @param {ServerResponse} parts.response
   * @param {Language} parts.language language of the answer
   * @param {() => number} parts.now the server's clock, in milliseconds since 1970
   * @param {Headers} [parts.headers] sent with every answer
   * @param {string} [parts.example] the body of a successful answer to this call
   */
  constructor({ request, response, language, now, headers = {}, example = '' }) {
    this.requestId = randomUUID().replaceAll('-', '');
    this.example = example;
    this.request = request;
    this.response = response;
    this.language = language;
    this.now = now;
    this.defaultHeaders = headers;
    response.once('close', () => this.#abort.abort());
  }

  /**
   * Sends status and header without any body yet; `Date` is the server's clock.
   * @param {number} status
   * @param {Headers} [headers]
   */
  start(status, headers = {}) {
    this.response.sendDate = false;
    const own = { Date: httpDate(this.now()), 'X-Request-Id': this.requestId, ...JSON_HEADERS };
    const all = { ...own, ...this.defaultHeaders, ...headers };
    for (const [name, value] of Object.entries(all)) {
      if (value !== undefined) this.response.setHeader(name, value);
    }
    this.response.writeHead(status);
    this.response.flushHeaders();
  }

  /**
   * Sends a whole answer with its Content-Length.
   * @param {number} status
   * @param {string | Uint8Array} body
   * @param {Headers} [headers]
   */
  async send(status, body, headers = {}) {
    this.start(status, { 'Content-Length': Buffer.byteLength(body), ...headers });
    this.response.end(body);
  }

  /**
   * Sends status 200 and a body piece by piece, as fast as the client takes it, without Content-Length.
   * @param {Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>} chunks
   * @param {Headers} [headers]
   */
  async stream(chunks, headers = {}) {
    this.start(200, headers);
    await pipeline(Readable.from(chunks), this.response);
  }

  /**
   * Writes a piece of a started body and waits until the operating system has it.
   * @param {string | Uint8Array} chunk
   * @returns {Promise<void>}
   */
  write(chunk) {
    return new Promise((resolve, reject) => {
      this.response.write(chunk, (error) => (error ? reject(error) : resolve()));
    });
  }

  /** @param {number} milliseconds */
  async wait(milliseconds) {
    await delay(milliseconds, undefined, { signal: this.#abort.signal });
  }

  /**
   * Waits until the client gives up.
   * @returns {Promise<void>}
   */
  clientGone() {
    if (this.response.closed) return Promise.resolve();
    return new Promise((resolve) => this.response.once('close', () => resolve()));
  }

  /** Ends the connection with a TCP reset, also in the middle of a response. */
  reset() {
    this.request.socket.resetAndDestroy();
  }
}

/**
 * The `Date` form of RFC 9110.
 * @param {number} milliseconds since 1970
 */
export function httpDate(milliseconds) {
  return new Date(milliseconds).toUTCString();
}

const CLIENT_GONE = new Set([
  'ABORT_ERR',
  'ERR_STREAM_PREMATURE_CLOSE',
  'ERR_STREAM_DESTROYED',
  'EPIPE',
  'ECONNRESET',
]);

/**
 * Whether an answer ended only because the client closed the connection.
 * @param {unknown} error
 */
export function isClientGone(error) {
  return error instanceof Error && CLIENT_GONE.has(/** @type {NodeJS.ErrnoException} */ (error).code ?? '');
}
