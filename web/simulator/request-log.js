/** @typedef {import('node:http').IncomingMessage} IncomingMessage */
/** @typedef {import('node:http').ServerResponse} ServerResponse */

/**
 * What the simulator remembers of one request, for tests.
 * @typedef {object} RecordedRequest
 * @property {number} time milliseconds since 1970, by the simulator's clock
 * @property {string} method
 * @property {string} url path and query as received
 * @property {string[]} rawHeaders names and values in turn, as received
 * @property {string} [taskId]
 * @property {string} [traceId] X-Traceid; a request that the browser itself repeats carries the same one
 * @property {string} [userId] X-User-Id
 * @property {string[]} undocumentedHeaders lower-case names of headers that neither the API documents nor browsers add
 * @property {string} outcome `pending`, `answered`, `fault NAME`, `refused SUBJECT`, `preflight` or `no such API`
 * @property {number} [attempt] 1-based count of the requests for this task ID and user that were not refused
 * @property {number} [status] of the answer; absent while there is none
 * @property {'open' | 'finished' | 'broken off'} connection `broken off`: it ended before the whole answer was handed over
 */

/** The requests of one simulator, oldest first, at most `limit` of them. */
export class RequestLog {
  /** @param {number} limit */
  constructor(limit) {
    this.limit = limit;
    /** @type {RecordedRequest[]} */
    this.requests = [];
  }

  /**
   * @param {IncomingMessage} request
   * @param {ServerResponse} response
   * @param {number} time
   * @param {Pick<RecordedRequest, 'taskId' | 'undocumentedHeaders'>} facts
   * @returns {RecordedRequest} a record that the caller completes
   */
  add(request, response, time, facts) {
    const { method = '', url = '', rawHeaders, headers } = request;
    /** @type {RecordedRequest} */
    const record = {
      time,
      method,
      url,
      rawHeaders,
      traceId: headers['x-traceid']?.toString(),
      userId: headers['x-user-id']?.toString(),
      outcome: 'pending',
      connection: 'open',
      ...facts,
    };
    response.once('close', () => {
      record.status = response.headersSent ? response.statusCode : undefined;
      record.connection = response.writableFinished ? 'finished' : 'broken off';
    });
    if (this.limit > 0) this.requests.push(record);
    if (this.requests.length > this.limit) this.requests.shift();
    return record;
  }

  clear() {
    this.requests.length = 0;
  }
}
