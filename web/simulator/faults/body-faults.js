import { CODE, PAGE_EXAMPLE_BODY, errorBody } from '../answer-body.js';

/**
 * @typedef {import('../exchange.js').Exchange} Exchange
 * @typedef {import('../exchange.js').Headers} Headers
 * @typedef {import('./faults.js').Fault} Fault
 */

/** The members of a successful answer around `data`, as JSON text. */
const STATUS_MEMBERS = '"code":0,"msg":"Successful"';
const COUNTS = '"successCount":1,"failCount":1';

/** @param {string} data JSON text of the `data` object's members */
const answer = (data) => `{"data":{${data}},${STATUS_MEMBERS}}`;

/** @param {string} entry JSON text of the one failure's members */
const oneFailure = (entry) => answer(`${COUNTS},"failInfoList":[{${entry}}]`);

/**
 * Replaces the `@` in the text by bytes.
 * @param {string} body
 * @param {readonly number[]} bytes
 */
function withBytes(body, bytes) {
  const [before, after] = body.split('@');
  return Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after)]);
}

const HOSTILE_TEXTS = [
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(1)</script>',
  '{{constructor.constructor("alert(1)")()}} ${alert(1)}',
  '=HYPERLINK("http://example.com","x")',
  '\uff1d1+1',
  "+1', -1; @SUM(A1)\t\r\n",
  '\u202egnp.exe\u202c \u2066isolated\u2069',
  'zero\u200bwidth\u200djoiner\ufeff',
  '\u{1f469}\u200d\u{1f469}\u200d\u{1f467}\u{1f3fd} \u{1f1e8}\u{1f1f3}',
  `${'x'.repeat(9_999)}!`,
  '__proto__',
  'a\u0000b',
];

const hostileBody = JSON.stringify({
  data: {
    successCount: 0,
    failCount: HOSTILE_TEXTS.length,
    failInfoList: HOSTILE_TEXTS.map((text) => ({ userName: text, desc: text })),
  },
  code: CODE.success,
  msg: '<b>Successful</b>',
});

/** The API page's example exactly as printed there, where two commas are missing. */
const VERBATIM_EXAMPLE = `{
    "data": {
       "successCount":1
      "failCount":1
      "failInfoList":[
          {"userName":"ss"}
       ]
        },
    "code": 0,
    "msg": "Successful"
}`;

/**
 * Faults that answer with status 200 and a small constant body.
 * @type {ReadonlyArray<[name: string, summary: string, body: string | Uint8Array, headers?: Headers]>}
 */
const FIXED_BODIES = [
  [
    'truncated',
    "the first half of the page's example, with a Content-Length that fits",
    PAGE_EXAMPLE_BODY.slice(0, PAGE_EXAMPLE_BODY.length / 2),
  ],
  ['verbatim-example', "the page's example as printed: two commas are missing", VERBATIM_EXAMPLE],
  ['not-json', 'a word of plain text', 'OK\n', { 'Content-Type': 'text/plain' }],
  ['trailing-text', "the page's example and more text after it", `${PAGE_EXAMPLE_BODY} and more`],
  ['content-type', "the page's example as `text/html`", PAGE_EXAMPLE_BODY, { 'Content-Type': 'text/html' }],
  ['bom', "the page's example after a UTF-8 byte order mark", `\ufeff${PAGE_EXAMPLE_BODY}`],
  [
    'utf16',
    "the page's example as UTF-16 with a byte order mark",
    Buffer.from(`\ufeff${PAGE_EXAMPLE_BODY}`, 'utf16le'),
    { 'Content-Type': 'application/json;charset=UTF-16' },
  ],
  [
    'duplicate-members',
    'code, failCount and a userName come twice; the last ones are 0, 1 and "last"',
    `{"code":1,"data":{"failCount":9,${COUNTS},"failInfoList":[{"userName":"first","userName":"last"}]},${STATUS_MEMBERS}}`,
  ],
  ['invalid-utf8', 'a byte FF in a user name', withBytes(oneFailure('"userName":"a@b"'), [0xff])],
  ['lone-surrogate', 'the escape \\ud800 alone in a user name', oneFailure('"userName":"a\\ud800b"')],
  [
    'encoded-surrogate',
    'the bytes ED A0 80 in a user name',
    withBytes(oneFailure('"userName":"a@b"'), [0xed, 0xa0, 0x80]),
  ],
  [
    'escaped-nul',
    'the escape \\u0000 in name and reason: characters like any other',
    oneFailure('"userName":"a\\u0000b","desc":"\\u0000"'),
  ],
  ['raw-nul', "a byte 00 and more text after the page's example", `${PAGE_EXAMPLE_BODY}\0more`],
  ['nul-in-string', 'a byte 00 in a user name', oneFailure('"userName":"a\0b"')],
  [
    'count-too-large',
    'failCount 2^53',
    answer('"successCount":1,"failCount":9007199254740992,"failInfoList":[]'),
  ],
  ['count-fraction', 'successCount 1.0', answer('"successCount":1.0,"failCount":0,"failInfoList":[]')],
  ['count-exponent', 'successCount 1e2', answer('"successCount":1e2,"failCount":0,"failInfoList":[]')],
  ['count-negative', 'failCount -1', answer('"successCount":1,"failCount":-1,"failInfoList":[]')],
  ['count-absent', 'neither successCount nor failCount', answer('"failInfoList":[{"userName":"ss"}]')],
  [
    'huge-number',
    "1e400 in an unknown member beside the page's example",
    `{"ratio":1e400,${PAGE_EXAMPLE_BODY.slice(1)}`,
  ],
  ['wrong-type', 'a number as user name', oneFailure('"userName":7')],
  [
    'list-null',
    'failInfoList null and failCount 0',
    answer('"successCount":1,"failCount":0,"failInfoList":null'),
  ],
  ['data-absent', 'code 0 without data', `{${STATUS_MEMBERS}}`],
  [
    'code-absent',
    "the page's example without code",
    `{"data":{${COUNTS},"failInfoList":[{"userName":"ss"}]},"msg":"Successful"}`,
  ],
  [
    'code-zero-text',
    'the page\'s example with code "0"',
    PAGE_EXAMPLE_BODY.replace('"code":0', '"code":"0"'),
  ],
  [
    'code-number',
    'status 200 with the number 13000102 as code',
    errorBody(CODE.parameterCheckFailed, 'Parameter check failed'),
  ],
  [
    'code-text',
    'status 200 with the text "13000102" as code',
    errorBody(String(CODE.parameterCheckFailed), 'Parameter check failed'),
  ],
  [
    'code-gateway',
    "status 200 with the gateway's code as text",
    errorBody(CODE.gatewayAuthentication, 'Incorrect authentication information'),
  ],
  [
    'member-names',
    'unknown members named `__proto__` and `constructor` at every level',
    `{"__proto__":{"code":1},"constructor":1,"data":{"__proto__":{"failCount":7},${COUNTS},"failInfoList":[{"__proto__":{"desc":"x"},"constructor":{},"userName":"ss"}]},${STATUS_MEMBERS}}`,
  ],
  [
    'hostile-texts',
    'markup, script, template syntax, formulas, bidi controls, emoji and 10,000 characters as names and reasons',
    hostileBody,
  ],
];

/** @param {number} depth */
const nested = (depth) => `{"extra":${'['.repeat(depth)}${']'.repeat(depth)},${PAGE_EXAMPLE_BODY.slice(1)}`;

/**
 * Faults that consist of a small body only.
 * @type {ReadonlyArray<Fault>}
 */
export const BODY_FAULTS = [
  ...FIXED_BODIES.map(([name, summary, body, headers]) => ({
    name,
    summary,
    /** @param {Exchange} exchange */
    respond: (exchange) => exchange.send(200, body, headers),
  })),
  {
    name: 'nesting',
    summary: "arrays nested to the given depth in an unknown member beside the page's example",
    parameter: { unit: 'levels', initial: 10_000, min: 1, max: 10_000_000 },
    respond: (exchange, _visit, depth) => exchange.send(200, nested(depth)),
  },
  {
    name: 'cacheable',
    summary: 'an answer that may be cached for an hour; its successCount is the number of the attempt',
    respond: (exchange, { attempt }) =>
      exchange.send(200, answer(`"successCount":${attempt},"failCount":0,"failInfoList":[]`), {
        'Cache-Control': 'max-age=3600',
      }),
  },
];
