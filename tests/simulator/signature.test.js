import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalRequest, signature } from '../../web/simulator/app-signature.js';
import { HEADERS, PATH, USER_ID, X_DATE, get, startSimulator } from './harness.js';
import { SECRET, authorization, canonicalByHand, signByOpenssl } from './signing.js';

test('the canonical request equals one that was written by hand from the rule', () => {
  /** @type {Record<string, string>} */
  const headers = { host: 'intl.example.com', 'x-date': ` ${X_DATE} `, 'x-user-id': USER_ID };
  const canonical = canonicalRequest(
    {
      method: 'GET',
      url: '//koodrive/./x/../ose/v1/task/a%2fb%7e?b=2&a=%e4%b8%ad+*&c',
      header: (name) => headers[name],
    },
    ['host', 'x-date', 'x-user-id'],
  );
  const expected = canonicalByHand({
    uri: '/koodrive/ose/v1/task/a%2Fb~/',
    query: 'a=%E4%B8%AD%2B%2A&b=2&c=',
    host: 'intl.example.com',
  });
  assert.equal(canonical, expected);
  assert.equal(signature(canonical, SECRET), signByOpenssl(expected, SECRET));
});

test('a signature computed with openssl is accepted', async (t) => {
  const { ask, host } = await startSimulator(t);
  const hex = signByOpenssl(canonicalByHand({ host }), SECRET);
  assert.equal((await ask('1215215', { Authorization: authorization(hex) })).status, 200);
});

test('a signature over a task ID with reserved characters is verified in its percent-encoded form', async (t) => {
  const { ask, host } = await startSimulator(t);
  const hex = signByOpenssl(canonicalByHand({ host, query: 'taskId=a%20%2F%2B%E4%B8%AD~' }), SECRET);
  assert.equal((await ask('a /+中~', { Authorization: authorization(hex) })).status, 200);
});

test('a request without query has an empty canonical query', async (t) => {
  const { origin, host } = await startSimulator(t);
  const hex = signByOpenssl(canonicalByHand({ host, query: '' }), SECRET);
  const headers = { ...HEADERS, Authorization: authorization(hex) };
  assert.equal((await get(`${origin}${PATH}`, { headers })).status, 200);
});

test('a request that differs in any part from the signed one is refused', async (t) => {
  const { ask, host } = await startSimulator(t);
  const hex = signByOpenssl(canonicalByHand({ host }), SECRET);
  const good = authorization(hex);
  const flipped = `${hex.slice(0, -1)}${hex.endsWith('0') ? '1' : '0'}`;
  /** @type {Array<[string, Record<string, string>]>} */
  const attempts = [
    ['1215215', { Authorization: authorization(flipped) }],
    ['1215215', { Authorization: authorization(signByOpenssl(canonicalByHand({ host }), 'other')) }],
    [
      '1215215',
      { Authorization: authorization(signByOpenssl(canonicalByHand({ host, uri: PATH }), SECRET)) },
    ],
    [
      '1215215',
      { Authorization: authorization(signByOpenssl(canonicalByHand({ host: '127.0.0.1' }), SECRET)) },
    ],
    ['1215215', { Authorization: authorization(hex, 'other-app') }],
    ['1215215', { Authorization: authorization(hex, '__proto__') }],
    ['1215215', { Authorization: authorization(hex.toUpperCase()) }],
    ['1215215', { Authorization: good.replace('256 ', '256  ') }],
    ['1215215', { Authorization: good.replaceAll(',', ', ') }],
    ['1215215', { Authorization: good.replace('host;x-date;x-user-id', 'x-date;x-user-id') }],
    ['1215215', { Authorization: good.replace('host;x-date;x-user-id', 'x-user-id;x-date;host') }],
    ['1215216', { Authorization: good }],
    ['1215215', { Authorization: good, 'X-Date': '20240909T033326Z' }],
    ['1215215', { Authorization: good, 'X-User-Id': '2' }],
  ];
  for (const [taskId, headers] of attempts)
    assert.equal((await ask(taskId, headers)).status, 401, headers.Authorization);
  assert.equal((await ask('1215215', { Authorization: good })).status, 200);
});

test('signed headers out of order are refused although the signature over them is right', async (t) => {
  const { ask, host } = await startSimulator(t);
  const names = ['x-user-id', 'x-date', 'host'];
  /** @type {Record<string, string>} */
  const values = { host, 'x-date': X_DATE, 'x-user-id': USER_ID };
  const url = `${PATH}?taskId=1215215`;
  const canonical = canonicalRequest({ method: 'GET', url, header: (name) => values[name] }, names);
  const good = authorization(signature(canonical, SECRET));
  const Authorization = good.replace('host;x-date;x-user-id', names.join(';'));
  assert.equal((await ask('1215215', { Authorization })).status, 401);
});

test('a signature older than 15 minutes is refused although it is right', async (t) => {
  const { ask, host } = await startSimulator(t);
  const xDate = '20240909T031854Z';
  const hex = signByOpenssl(canonicalByHand({ host, xDate }), SECRET);
  assert.equal((await ask('1215215', { Authorization: authorization(hex), 'X-Date': xDate })).status, 400);
});

test('the known apps, and the host and path that were signed before a forwarder, can be set', async (t) => {
  const { ask, host } = await startSimulator(t, {
    authorization: {
      apps: { portal: 'secret of the portal' },
      signedTarget: { host: 'intl.example.com', pathPrefix: '/prefix' },
    },
  });
  const signed = canonicalByHand({ host: 'intl.example.com', uri: `/prefix${PATH}/` });
  const hex = signByOpenssl(signed, 'secret of the portal');
  assert.equal((await ask('1215215', { Authorization: authorization(hex, 'portal') })).status, 200);
  const unaware = signByOpenssl(canonicalByHand({ host }), 'secret of the portal');
  assert.equal((await ask('1215215', { Authorization: authorization(unaware, 'portal') })).status, 401);
  assert.equal((await ask('1215215', { Authorization: authorization(hex) })).status, 401);
});
