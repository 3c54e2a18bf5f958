import { PAGE_EXAMPLE_BODY } from '../../../web/simulator/answer-body.js';

/** @typedef {import('../support/client-page.js').PlainReport} PlainReport */
/** @typedef {import('../support/client-page.js').QuerySpec} QuerySpec */
/** @typedef {import('../../../web/client/koodrive-client.d.ts').KooDriveError} KooDriveError */
/** @typedef {import('../../../web/client/koodrive-client.d.ts').KooDriveErrorReason} KooDriveErrorReason */

/**
 * How a query for a fault ends with at most two attempts; only the members named are compared.
 * @typedef {object} ExpectedOutcome
 * @property {Partial<PlainReport> & { warningKinds?: string[] }} [report]
 * @property {Partial<KooDriveError>} [error] the other possible end
 * @property {number} attempts as the server sees them
 * @property {QuerySpec['client']} [client]
 * @property {QuerySpec['tokens']} [tokens]
 * @property {string} [needs] what a browser must have for it, as in `lacks()`
 */
/** @typedef {readonly [taskId: string, expected: ExpectedOutcome]} FaultRow */

const SMALL_LIMIT = { maxResponseBytes: 1_000_000 };
const HALF = Math.floor(PAGE_EXAMPLE_BODY.length / 2);

/** The API page's example arrived. @type {ExpectedOutcome} */
const example = {
  attempts: 1,
  report: {
    successCount: 1,
    failCount: 1,
    length: 1,
    rows: [{ userName: 'ss' }],
    warnings: [],
  },
};
/** @type {ExpectedOutcome} */
const exampleAtSecondAttempt = { ...example, attempts: 2 };
/** @type {ExpectedOutcome} */
const unreachable = { attempts: 2, error: { kind: 'network', reason: 'unreachable', httpStatus: undefined } };
/** @type {ExpectedOutcome} */
const silence = { attempts: 2, error: { kind: 'timeout', reason: 'silence', httpStatus: undefined } };
/** @type {ExpectedOutcome} */
const tooLarge = {
  attempts: 1,
  error: { kind: 'too-large', reason: 'response-too-large' },
  client: SMALL_LIMIT,
};
/** @type {ExpectedOutcome} */
const clockCorrected = { attempts: 2, report: { failCount: 1, warningKinds: ['clock-corrected'] } };

/**
 * @param {KooDriveErrorReason} reason
 * @param {number} httpStatus
 * @param {string} [code]
 * @returns {ExpectedOutcome}
 */
const http = (reason, httpStatus, code) => ({
  attempts: [429, 500, 502, 503, 504].includes(httpStatus) ? 2 : 1,
  error: { kind: 'http', reason, httpStatus, code },
});

/**
 * @param {KooDriveErrorReason} reason
 * @param {Partial<KooDriveError>} place
 * @returns {ExpectedOutcome}
 */
const malformed = (reason, place) => ({
  attempts: 1,
  error: { kind: 'malformed-response', reason, httpStatus: 200, ...place },
});

/** @param {KooDriveErrorReason} reason @param {number} offset of a fault in the first line of plain ASCII */
const faultAt = (reason, offset) => malformed(reason, { offset, line: 1, column: offset + 1 });

/** @param {string} pointer */
const notACount = (pointer) => malformed('not-a-count', { pointer, offset: undefined });

/** @param {string} code @returns {ExpectedOutcome} */
const refusedByApi = (code) => ({
  attempts: 1,
  error: { kind: 'api', reason: 'refused-by-api', httpStatus: 200, code },
});

/** The first failure's name in the simulator's answer with one failure. */
const NAME_OFFSET = '{"data":{"successCount":1,"failCount":1,"failInfoList":[{"userName":'.length;

/** Faults that end a query without waiting for a timeout. @type {readonly FaultRow[]} */
export const FAULTS = [
  ['fault-slow-headers-300', example],
  ['fault-slow-body-1500', { ...example, client: { timeoutMs: 700 } }],
  ['fault-reset-before-headers', unreachable],
  ['fault-reset-in-body', unreachable],
  ['fault-reset-then-ok', exampleAtSecondAttempt],
  ['fault-short-body', unreachable],
  ['fault-clock-ahead', clockCorrected],
  ['fault-clock-ahead-600', example],
  ['fault-clock-behind', clockCorrected],
  ['fault-clock-behind-1', example],
  ['fault-clock-behind-30', { attempts: 1, error: { kind: 'http', httpStatus: 400 } }],
  // A page may read Date of its own origin only, but this answer has none.
  ['fault-clock-text', clockCorrected],
  ['fault-clock-text-600', example],
  ['fault-429-limit', exampleAtSecondAttempt],
  ['fault-error-shape', refusedByApi('13000102')],
  ['fault-error-shape-500~koodrive', http('server-fault', 500, '13000102')],
  ['fault-detail-refused', example],
  ['fault-gzip', example],
  ['fault-brotli', example],
  ['fault-broken-gzip', { ...unreachable, needs: 'broken gzip is an error' }],
  ['fault-gzip-bomb-50', tooLarge],
  ['fault-gzip-bomb-2', { ...example, client: { maxResponseBytes: 2_000_000 } }],
  ['fault-large-20', tooLarge],
  ['fault-large-with-length-20', tooLarge],
  ['fault-large-with-length', example],
  ['fault-500-then-ok', exampleAtSecondAttempt],
  ['fault-500-always', http('server-fault', 500, 'APIGW.0201')],
  ['fault-502-then-ok', exampleAtSecondAttempt],
  ['fault-502-always', http('server-fault', 502, 'APIGW.0201')],
  ['fault-503-then-ok', exampleAtSecondAttempt],
  ['fault-503-always', http('server-fault', 503, 'APIGW.0201')],
  ['fault-504-then-ok', exampleAtSecondAttempt],
  ['fault-504-always', http('server-fault', 504, 'APIGW.0201')],
  ['fault-429-seconds', exampleAtSecondAttempt],
  ['fault-429-date', exampleAtSecondAttempt],
  [
    'fault-429-always-0',
    {
      attempts: 2,
      error: { kind: 'http', reason: 'throttled', httpStatus: 429, code: 'APIGW.0308', retryAfterMs: 0 },
    },
  ],
  ['fault-401-then-ok', { ...exampleAtSecondAttempt, tokens: ['first', 'second'] }],
  [
    'fault-401-always',
    {
      attempts: 2,
      error: { kind: 'unauthorized', reason: 'credentials-refused', httpStatus: 401, code: '13000101' },
      tokens: ['first', 'second', 'third'],
    },
  ],
  [
    'fault-401-always~text',
    { attempts: 1, error: { kind: 'unauthorized', reason: 'credentials-refused', httpStatus: 401 } },
  ],
  ['fault-koodrive', http('bad-request', 400, '13000101')],
  ['fault-koodrive-403', http('forbidden', 403, '13000101')],
  ['fault-koodrive-404', http('not-found', 404, '13000101')],
  ['fault-koodrive-409', http('unexpected-status', 409, '13000101')],
  ['fault-koodrive-500', http('server-fault', 500, '13000101')],
  ['fault-koodrive-501', { attempts: 1, error: { kind: 'http', httpStatus: 501, code: '13000101' } }],
  ['fault-gateway', http('forbidden', 403, 'APIGW.0302')],
  [
    'fault-gateway-401',
    {
      attempts: 1,
      error: { kind: 'unauthorized', reason: 'credentials-refused', httpStatus: 401, code: 'APIGW.0301' },
    },
  ],
  ['fault-gateway-404', http('not-found', 404, 'APIGW.0101')],
  ['fault-gateway-413', { attempts: 1, error: { kind: 'http', httpStatus: 413, code: 'APIGW.0201' } }],
  ['fault-gateway-414', { attempts: 1, error: { kind: 'http', httpStatus: 414, code: 'APIGW.0201' } }],
  ['fault-gateway-429', { ...http('throttled', 429, 'APIGW.0308') }],
  ['fault-gateway-494', { attempts: 1, error: { kind: 'http', httpStatus: 494, code: 'APIGW.0201' } }],
  ['fault-gateway-502', http('server-fault', 502, 'APIGW.0201')],
  ['fault-html', http('server-fault', 502)],
  ['fault-html-404', http('not-found', 404)],
  ['fault-html-200', faultAt('syntax', 0)],
  ['fault-empty', malformed('empty-body', { offset: undefined })],
  ['fault-empty-403', http('forbidden', 403)],
  ['fault-empty-503', http('server-fault', 503)],
  ['fault-redirect', unreachable],
  ['fault-redirect-same-origin', example],
  ['fault-truncated', faultAt('ends-early', HALF)],
  ['fault-verbatim-example', malformed('syntax', { offset: 46, line: 4, column: 7 })],
  ['fault-not-json', faultAt('syntax', 0)],
  ['fault-trailing-text', faultAt('syntax', PAGE_EXAMPLE_BODY.length + 1)],
  ['fault-content-type', example],
  ['fault-bom', example],
  ['fault-utf16', faultAt('invalid-unicode', 0)],
  [
    'fault-duplicate-members',
    {
      attempts: 1,
      report: {
        failCount: 1,
        rows: [{ userName: 'last' }],
        warnings: [
          // `code`, `failCount` and `userName`, named by the first.
          { kind: 'duplicate-member', pointer: '/data/failCount', count: 3 },
        ],
      },
    },
  ],
  ['fault-invalid-utf8', faultAt('invalid-unicode', NAME_OFFSET)],
  ['fault-lone-surrogate', faultAt('invalid-unicode', NAME_OFFSET)],
  ['fault-encoded-surrogate', faultAt('invalid-unicode', NAME_OFFSET)],
  [
    'fault-escaped-nul',
    {
      attempts: 1,
      report: {
        rows: [{ userName: 'a\0b', desc: '\0' }],
        warnings: [
          { kind: 'odd-user-names', count: 1 },
          { kind: 'odd-reasons', count: 1 },
        ],
      },
    },
  ],
  ['fault-raw-nul', faultAt('syntax', PAGE_EXAMPLE_BODY.length)],
  ['fault-nul-in-string', faultAt('syntax', NAME_OFFSET)],
  ['fault-count-too-large', notACount('/data/failCount')],
  ['fault-count-fraction', notACount('/data/successCount')],
  ['fault-count-exponent', notACount('/data/successCount')],
  ['fault-count-negative', notACount('/data/failCount')],
  [
    'fault-count-absent',
    {
      attempts: 1,
      report: {
        successCount: undefined,
        failCount: 1,
        warningKinds: ['fail-count-absent', 'success-count-absent'],
      },
    },
  ],
  ['fault-huge-number', example],
  [
    'fault-wrong-type',
    malformed('wrong-type', { pointer: '/data/failInfoList/0/userName', line: undefined }),
  ],
  ['fault-list-null', { attempts: 1, report: { successCount: 1, failCount: 0, length: 0, warnings: [] } }],
  [
    'fault-data-absent',
    { attempts: 1, error: { kind: 'no-result', reason: 'no-result-yet', httpStatus: 200 } },
  ],
  ['fault-code-absent', malformed('code-missing', { pointer: '/code' })],
  ['fault-code-zero-text', example],
  ['fault-code-number', refusedByApi('13000102')],
  ['fault-code-text', refusedByApi('13000102')],
  ['fault-code-gateway', refusedByApi('APIGW.0301')],
  ['fault-member-names', example],
  [
    'fault-hostile-texts',
    {
      attempts: 1,
      report: {
        failCount: 12,
        length: 12,
        reasonCount: 12,
        warnings: [
          { kind: 'odd-user-names', count: 4 },
          { kind: 'odd-reasons', count: 4 },
          { kind: 'long-user-names', count: 5 },
        ],
      },
    },
  ],
  ['fault-nesting', example],
  ['fault-nesting-1000000', example],
  ['fault-cacheable', { attempts: 1, report: { successCount: 1, failCount: 0, warnings: [] } }],
];

/** Faults that end only when the client's timeout expires. @type {readonly FaultRow[]} */
export const SILENT_FAULTS = [
  ['fault-stalled-headers', silence],
  ['fault-stalled-body', silence],
  ['fault-stalled-then-ok', exampleAtSecondAttempt],
  ['fault-401-basic', { ...silence, needs: 'login dialog' }],
];
