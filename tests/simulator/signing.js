import { execFileSync } from 'node:child_process';
import { PATH, USER_ID, X_DATE } from './harness.js';

const APP_ID = 'demo-app';
export const SECRET = 'demo-app-secret';
const EMPTY_SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** @param {string[]} args @param {string} input */
const openssl = (args, input) =>
  execFileSync('openssl', args, { input }).toString().trim().split(/\s+/).at(-1) ?? '';

/**
 * The signature by the openssl command line: `openssl dgst -sha256` of the canonical request, then
 * `openssl dgst -sha256 -hmac SECRET` of the string to sign.
 * @param {string} canonical
 * @param {string} secret
 */
export function signByOpenssl(canonical, secret) {
  const hashed = openssl(['dgst', '-sha256'], canonical);
  return openssl(['dgst', '-sha256', '-hmac', secret], `HMAC-SHA256\n${hashed}`);
}

/**
 * The canonical request, written out from the rule without any code of the simulator.
 * @param {{ uri?: string, query?: string, host: string, xDate?: string }} parts
 */
export const canonicalByHand = ({ uri = `${PATH}/`, query = 'taskId=1215215', host, xDate = X_DATE }) =>
  `GET\n${uri}\n${query}\nhost:${host}\nx-date:${xDate}\nx-user-id:${USER_ID}\n\nhost;x-date;x-user-id\n${EMPTY_SHA256}`;

/** @param {string} hex @param {string} [appId] */
export const authorization = (hex, appId = APP_ID) =>
  `HMAC-SHA256 AppId=${appId},SignedHeaders=host;x-date;x-user-id,Signature=${hex}`;
