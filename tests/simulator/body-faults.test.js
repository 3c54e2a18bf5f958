import assert from 'node:assert/strict';
import { test } from 'node:test';
import { json, startSimulator } from './harness.js';

/** @typedef {import('./harness.js').Answer} Answer */

const EXAMPLE =
  '{"data":{"successCount":1,"failCount":1,"failInfoList":[{"userName":"ss"}]},"code":0,"msg":"Successful"}';

/** @param {Answer} answer */
const text = ({ body }) => body.toString();
/** @param {Answer} answer */
const hex = ({ body }) => body.toString('hex');

/** @type {Record<string, (answer: Answer) => void>} */
const EXPECTED = {
  truncated: (answer) => {
    assert.equal(text(answer), EXAMPLE.slice(0, 52));
    assert.equal(answer.headers['content-length'], '52');
  },
  'verbatim-example': (answer) => {
    assert.throws(() => json(answer), SyntaxError);
    assert.equal(text(answer).split('\n')[2].trim(), '"successCount":1');
    assert.equal(text(answer).split('\n')[3].trim(), '"failCount":1');
  },
  'not-json': (answer) => assert.equal(text(answer), 'OK\n'),
  'trailing-text': (answer) => assert.equal(text(answer), `${EXAMPLE} and more`),
  'content-type': (answer) => {
    assert.equal(answer.headers['content-type'], 'text/html');
    assert.equal(text(answer), EXAMPLE);
  },
  bom: (answer) => assert.equal(hex(answer), `efbbbf${Buffer.from(EXAMPLE).toString('hex')}`),
  utf16: (answer) => {
    assert.equal(hex(answer).slice(0, 8), 'fffe7b00');
    assert.equal(new TextDecoder('utf-16le').decode(answer.body), EXAMPLE);
  },
  'duplicate-members': (answer) => {
    for (const member of ['code', 'failCount', 'userName'])
      assert.equal(text(answer).split(`"${member}":`).length, 3);
    assert.deepEqual(json(answer), {
      code: 0,
      msg: 'Successful',
      data: { successCount: 1, failCount: 1, failInfoList: [{ userName: 'last' }] },
    });
  },
  'invalid-utf8': (answer) => assert.match(hex(answer), /61ff62/),
  'lone-surrogate': (answer) => assert.equal(json(answer).data.failInfoList[0].userName, 'a\ud800b'),
  'encoded-surrogate': (answer) => assert.match(hex(answer), /61eda08062/),
  'escaped-nul': (answer) =>
    assert.deepEqual(json(answer).data.failInfoList, [{ userName: 'a\0b', desc: '\0' }]),
  'raw-nul': (answer) => assert.equal(text(answer), `${EXAMPLE}\0more`),
  'nul-in-string': (answer) => assert.match(hex(answer), /610062/),
  'count-too-large': (answer) => assert.match(text(answer), /"failCount":9007199254740992,/),
  'count-fraction': (answer) => assert.match(text(answer), /"successCount":1\.0,/),
  'count-exponent': (answer) => assert.match(text(answer), /"successCount":1e2,/),
  'count-negative': (answer) => assert.equal(json(answer).data.failCount, -1),
  'count-absent': (answer) => assert.deepEqual(json(answer).data, { failInfoList: [{ userName: 'ss' }] }),
  'huge-number': (answer) => {
    assert.match(text(answer), /^\{"ratio":1e400,/);
    assert.equal(json(answer).data.successCount, 1);
  },
  'wrong-type': (answer) => assert.equal(json(answer).data.failInfoList[0].userName, 7),
  'list-null': (answer) => assert.equal(json(answer).data.failInfoList, null),
  'data-absent': (answer) => assert.deepEqual(json(answer), { code: 0, msg: 'Successful' }),
  'code-absent': (answer) => assert.deepEqual(Object.keys(json(answer)), ['data', 'msg']),
  'code-zero-text': (answer) => assert.equal(json(answer).code, '0'),
  'code-number': (answer) => assert.equal(json(answer).code, 13000102),
  'code-text': (answer) => assert.equal(json(answer).code, '13000102'),
  'code-gateway': (answer) => assert.equal(json(answer).code, 'APIGW.0301'),
  'member-names': (answer) => {
    assert.equal(text(answer).split('"__proto__":').length, 4);
    assert.equal(json(answer).data.failCount, 1);
  },
  'hostile-texts': (answer) => {
    const { failInfoList, failCount } = json(answer).data;
    assert.equal(failInfoList.length, failCount);
    assert.ok(failInfoList.some((/** @type {any} */ { userName }) => userName.length === 10_000));
    assert.ok(failInfoList.every((/** @type {any} */ { userName, desc }) => userName === desc));
  },
  nesting: (answer) => {
    assert.match(text(answer), /^\{"extra":\[{10000}\]{10000},"data"/);
    assert.equal(json(answer).code, 0);
  },
  cacheable: (answer) => {
    assert.equal(answer.headers['cache-control'], 'max-age=3600');
    assert.equal(json(answer).data.successCount, 1);
  },
};

for (const [name, check] of Object.entries(EXPECTED)) {
  test(`fault-${name} answers with status 200 and exactly the body that it describes`, async (t) => {
    const { ask, simulator } = await startSimulator(t);
    const answer = await ask(`fault-${name}`);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers['content-length'], String(answer.body.length));
    assert.equal(simulator.requests[0].outcome, `fault ${name}`);
    check(answer);
  });
}

test('fault-cacheable counts the attempts in its answer', async (t) => {
  const { ask } = await startSimulator(t);
  await ask('fault-cacheable');
  assert.equal(json(await ask('fault-cacheable')).data.successCount, 2);
});
