import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { sign } from '../../web/examples/signing-back-end/sign.js';
import { USER_ID } from '../browser/support/report-page.js';
import { SECRET_MARK } from '../browser/support/witness.js';

const APP = { appId: 'portal', appSecret: `app-${SECRET_MARK}` };
const EMPTY_HASH = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** @param {{ head?: string, host?: string, date?: string, user?: string, names?: string, hash?: string }} [parts] */
const canonical = ({
  head = 'GET\n/koodrive/ose/v1/task/result/\ntaskId=1534087020903704703',
  host = 'intl.myhuaweicloud-koodrive.com',
  date = new Date().toISOString().replace(/[-:]|\.\d+/g, ''),
  user = USER_ID,
  names = 'host;x-date;x-user-id',
  hash = EMPTY_HASH,
} = {}) => `${head}\nhost:${host}\nx-date:${date}\nx-user-id:${user}\n\n${names}\n${hash}`;

describe('the signing back end', () => {
  it('signs a query of its own user with the signature that openssl computes', () => {
    const request = canonical();
    const hash = execFileSync('openssl', ['dgst', '-sha256', '-r'], { input: request })
      .toString()
      .split(' ')[0];
    const signature = execFileSync('openssl', ['dgst', '-sha256', '-hmac', APP.appSecret, '-r'], {
      input: `HMAC-SHA256\n${hash}`,
    })
      .toString()
      .split(' ')[0];
    assert.equal(
      sign(request, USER_ID, APP),
      `HMAC-SHA256 AppId=portal,SignedHeaders=host;x-date;x-user-id,Signature=${signature}`,
    );
    for (const call of [
      'result/\n',
      '1534087020903704703/\n',
      'list/\n',
      'list/\npageCursor=1723549107000&pageSize=20&status=2',
    ]) {
      assert.ok(sign(canonical({ head: `GET\n/koodrive/ose/v1/task/${call}` }), USER_ID, APP), call);
    }
  });

  for (const [what, request] of /** @type {const} */ ([
    ['another user', canonical({ user: '1' })],
    ['another host', canonical({ host: 'evil.example' })],
    ['another method', canonical({ head: 'DELETE\n/koodrive/ose/v1/task/result/\ntaskId=1' })],
    ['another path', canonical({ head: 'GET\n/koodrive/ose/v1/users/\ntaskId=1' })],
    ['a parameter of another call', canonical({ head: 'GET\n/koodrive/ose/v1/task/1/\ntaskId=1' })],
    ['another parameter of the list', canonical({ head: 'GET\n/koodrive/ose/v1/task/list/\nuserId=1' })],
    ['another parameter', canonical({ head: 'GET\n/koodrive/ose/v1/task/result/\nall=1&taskId=1' })],
    [
      'a parameter behind the task ID',
      canonical({ head: 'GET\n/koodrive/ose/v1/task/result/\ntaskId=1&x=2' }),
    ],
    ['other signed headers', canonical({ names: 'host' })],
    ['a body', canonical({ hash: EMPTY_HASH.replace('e', 'f') })],
    ['a date of last year', canonical({ date: '20240909T033325Z' })],
    ['a date to come', canonical({ date: '29990909T033325Z' })],
    ['a second request behind the first', `${canonical()}\n${canonical()}`],
    ['an empty request', ''],
    ['a request that is prose', 'please sign this'],
  ])) {
    it(`signs nothing for ${what}`, () => assert.equal(sign(request, USER_ID, APP), undefined));
  }
});
