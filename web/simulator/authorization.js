import { ALGORITHM, canonicalRequest, sameSignature, signature } from './app-signature.js';
import { authenticationRefusal, signatureRefusal } from './refusal.js';

/**
 * @typedef {import('node:http').IncomingMessage} IncomingMessage
 * @typedef {import('./app-signature.js').SignedTarget} SignedTarget
 * @typedef {import('./refusal.js').Refusal} Refusal
 * @typedef {'Bearer+{token}' | 'Bearer {token}' | '{token}'} TokenFormat
 */

/**
 * @typedef {object} AuthorizationOptions
 * @property {readonly string[]} [tokens] the access tokens that are accepted; default: every well-formed one
 * @property {readonly TokenFormat[]} [tokenFormats] the formats that are accepted; default: all three
 * @property {Readonly<Record<string, string>>} [apps] AppId → AppSecret; default: only the demo's app
 * @property {SignedTarget} [signedTarget] the host and path that the client signs when there is a forwarder
 */

/** The access token of the demo page; the simulator accepts any other well-formed one as well. */
export const DEMO_TOKEN = 'demo-access-token';
/** The one token that is always refused as expired. */
export const EXPIRED_TOKEN = 'expired';
/** The app that signs in the demo. */
export const DEMO_APP = Object.freeze({ appId: 'demo-app', appSecret: 'demo-app-secret' });

const MANDATORY_SIGNED_HEADERS = ['host', 'x-date', 'x-user-id'];
// The second form is that of the carrier edition, its blank included.
const PLAUSIBLE_TOKEN = /^([\w.~+/-]{1,4096}={0,2}|AT [0-9a-f]{48})$/i;
const APP_AUTHORIZATION =
  /^HMAC-SHA256 AppId=([^\s,;=]+),SignedHeaders=([a-z0-9;-]+),Signature=([0-9a-f]{64})$/;

/**
 * Separates an access token from the prefix that it was sent with.
 * @param {string} authorization
 * @returns {{ format: TokenFormat, token: string }}
 */
function splitToken(authorization) {
  if (authorization.startsWith('Bearer+')) return { format: 'Bearer+{token}', token: authorization.slice(7) };
  if (authorization.startsWith('Bearer ')) return { format: 'Bearer {token}', token: authorization.slice(7) };
  return { format: '{token}', token: authorization };
}

/**
 * @param {string} authorization
 * @param {AuthorizationOptions} options
 * @returns {Refusal | undefined}
 */
function checkToken(authorization, { tokens, tokenFormats }) {
  const { format, token } = splitToken(authorization);
  // A repeated prefix is a bug of the client and must not be accepted as part of the token.
  if (!PLAUSIBLE_TOKEN.test(token) || /^Bearer(\+|$)/i.test(token)) {
    return authenticationRefusal('the access token is malformed', '访问令牌格式错误');
  }
  if (tokenFormats && !tokenFormats.includes(format)) {
    return authenticationRefusal(`the format ${format} is not accepted`, `不接受格式${format}`);
  }
  if (token === EXPIRED_TOKEN) return authenticationRefusal('the access token has expired', '访问令牌已过期');
  if (tokens && !tokens.includes(token)) {
    return authenticationRefusal('the access token is unknown', '访问令牌未知');
  }
  return undefined;
}

/** @param {readonly string[]} names */
const isSorted = (names) => names.every((name, index) => index === 0 || names[index - 1] < name);

/**
 * @param {IncomingMessage} request
 * @param {string} authorization
 * @param {AuthorizationOptions} options
 * @returns {Refusal | undefined}
 */
function checkSignature(
  request,
  authorization,
  { apps = { [DEMO_APP.appId]: DEMO_APP.appSecret }, signedTarget },
) {
  const fields = APP_AUTHORIZATION.exec(authorization);
  if (!fields) return authenticationRefusal('the signature field is malformed', '签名字段格式错误');
  const [, appId, signedHeaders, received] = fields;
  const names = signedHeaders.split(';');
  if (!isSorted(names) || !MANDATORY_SIGNED_HEADERS.every((name) => names.includes(name))) {
    return authenticationRefusal('SignedHeaders is not host;x-date;x-user-id', 'SignedHeaders不正确');
  }
  if (!Object.hasOwn(apps, appId)) return authenticationRefusal('the AppId is unknown', 'AppId未知');
  const { method = '', url = '' } = request;
  /** @param {string} name */
  const header = (name) => request.headers[name]?.toString();
  const canonical = canonicalRequest({ method, url, header }, names, signedTarget);
  return sameSignature(signature(canonical, apps[appId]), received)
    ? undefined
    : signatureRefusal(`verify signature failed, canonicalRequest:${canonical.replaceAll('\n', '|')}`);
}

/**
 * Checks the Authorization header in both documented ways.
 * @param {IncomingMessage} request its URL must have no wrong percent sign
 * @param {AuthorizationOptions} options
 * @returns {Refusal | undefined} undefined when the request is authenticated
 */
export function checkAuthorization(request, options) {
  const { authorization } = request.headers;
  if (!authorization)
    return authenticationRefusal('there is no Authorization header', '缺少Authorization请求头');
  return authorization.startsWith(ALGORITHM)
    ? checkSignature(request, authorization, options)
    : checkToken(authorization, options);
}
