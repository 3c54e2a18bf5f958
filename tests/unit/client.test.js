import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkCredentials } from '../../web/client/credentials.js';
import { KooDriveError, messageIn } from '../../web/client/errors.js';
import { checkOptions } from '../../web/client/options.js';
import { errorTexts } from '../../web/locales/errors/catalog.js';
import * as zhCN from '../../web/locales/errors/zh-CN.js';

/** @typedef {import('../../web/client/koodrive-client.js').ClientOptions} ClientOptions */
/** @typedef {import('../../web/client/koodrive-client.js').Credentials} Credentials */

/**
 * Calls a function that must throw, and returns the error.
 * @param {() => unknown} call
 * @returns {{ kind: string, reason: string, option?: string }}
 */
function refusal(call) {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof KooDriveError, String(error));
    const { kind, reason, option } = error;
    return { kind, reason, option };
  }
  throw new Error('nothing was refused');
}

const check = (/** @type {object} */ options) => checkOptions(options, 'en-US');

describe('checkOptions', () => {
  it('fills in the defaults of absent options', () => {
    const { language, timeoutMs, deadlineMs, maxAttempts, maxResponseBytes, userId, endpoint } = check({});
    assert.deepEqual(
      { language, timeoutMs, deadlineMs, maxAttempts, maxResponseBytes, userId, endpoint },
      {
        language: 'en-US',
        timeoutMs: 30_000,
        deadlineMs: 180_000,
        maxAttempts: 3,
        maxResponseBytes: 268_435_456,
        userId: '',
        endpoint: '',
      },
    );
  });

  it('accepts both limits of each numeric range and refuses values beyond them', () => {
    for (const [option, min, max] of /** @type {const} */ ([
      ['timeoutMs', 1, 2 ** 31 - 1],
      ['deadlineMs', 1, 2 ** 31 - 1],
      ['maxAttempts', 1, 10],
      ['maxResponseBytes', 1, 2 ** 30],
    ])) {
      for (const value of [min, max]) assert.equal(check({ [option]: value })[option], value);
      for (const value of [min - 1, max + 1, 1.5, NaN, Infinity])
        assert.deepEqual(
          refusal(() => check({ [option]: value })),
          { kind: 'invalid-request', reason: 'out-of-range', option },
        );
    }
  });

  it('refuses a value of the wrong type with an error that names the option', () => {
    for (const [option, value] of [
      ['endpoint', 7],
      ['userId', {}],
      ['language', 7],
      ['locale', true],
      ['maxAttempts', '3'],
    ])
      assert.deepEqual(
        refusal(() => check({ [String(option)]: value })),
        { kind: 'invalid-request', reason: 'wrong-option-type', option },
      );
  });
});

describe('checkCredentials', () => {
  const checked = (/** @type {unknown} */ credentials, endpoint = 'https://drive.example.com') =>
    checkCredentials(/** @type {Credentials} */ (credentials), endpoint, 'en-US');

  it('accepts absent credentials, because opening a saved answer needs none', () => {
    assert.equal(checked(undefined), undefined);
    assert.equal(checked(null), undefined);
  });

  it('treats a token from a function as renewable and one given as text as not renewable', () => {
    const fixed = checked({ accessToken: 'abc' });
    const asked = checked({ accessToken: () => 'abc', format: '{token}' });
    assert.ok(fixed?.mode === 'token' && asked?.mode === 'token');
    assert.deepEqual([fixed.renewable, fixed.format], [false, 'Bearer+{token}']);
    assert.deepEqual([asked.renewable, asked.format], [true, '{token}']);
  });

  it('signs for the endpoint unless signedEndpoint is given', () => {
    const sign = () => '';
    for (const [given, expected] of [
      [undefined, 'https://drive.example.com'],
      ['https://other.example', 'https://other.example'],
    ]) {
      const signer = checked({ sign, signedEndpoint: given });
      assert.ok(signer?.mode === 'signature');
      assert.equal(signer.signedEndpoint, expected);
    }
  });

  it('refuses incomplete or wrongly typed credentials with an error that names the option', () => {
    for (const [credentials, reason, option] of /** @type {const} */ ([
      ['abc', 'wrong-option-type', 'credentials'],
      [{}, 'wrong-option-type', 'credentials.accessToken'],
      [{ accessToken: 7 }, 'wrong-option-type', 'credentials.accessToken'],
      [{ accessToken: 'abc', format: 'Basic {token}' }, 'out-of-range', 'credentials.format'],
      [{ sign: 'abc' }, 'wrong-option-type', 'credentials.sign'],
      [{ appId: '', appSecret: 'abc' }, 'required', 'credentials.appId'],
      [{ appId: 'abc', appSecret: '' }, 'required', 'credentials.appSecret'],
    ]))
      assert.deepEqual(
        refusal(() => checked(credentials)),
        { kind: 'invalid-request', reason, option },
      );
    assert.deepEqual(
      refusal(() => checked({ sign: () => '' }, '')),
      { kind: 'invalid-request', reason: 'required', option: 'credentials.signedEndpoint' },
    );
  });
});

describe('messageIn', () => {
  it('translates the message of a KooDriveError and returns that of any other error unchanged', () => {
    errorTexts.add('zh-CN', zhCN);
    const error = new KooDriveError({ kind: 'aborted', reason: 'aborted-by-caller' }, 'en-US');
    assert.match(error.message, /cancelled/);
    assert.equal(messageIn(error, 'zh-CN'), zhCN.errors['aborted-by-caller']);
    assert.equal(messageIn(new Error('own words'), 'zh-CN'), 'own words');
  });
});
