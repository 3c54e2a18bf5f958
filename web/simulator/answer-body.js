import { text } from './language.js';

/**
 * @typedef {import('./language.js').Language} Language
 * @typedef {import('./language.js').LocalText} LocalText
 */

/**
 * KooDrive's entry for one user who was not imported; members may be missing or null.
 * @typedef {{ userName?: string | null, desc?: string | null }} UserImportFailInfo
 */

/**
 * KooDrive's `data` member.
 * @typedef {{ successCount?: number, failCount?: number, failInfoList?: UserImportFailInfo[] | null }} UserImportResultDto
 */

/** KooDrive's and its gateway's codes, as their "Error Codes" pages list them. */
export const CODE = Object.freeze({
  success: 0,
  badRequest: 13000101,
  parameterCheckFailed: 13000102,
  taskUnknown: 13000201,
  gatewayNoSuchApi: 'APIGW.0101',
  gatewayBackend: 'APIGW.0201',
  gatewayAuthentication: 'APIGW.0301',
  gatewayPermission: 'APIGW.0302',
  gatewayAppAuthentication: 'APIGW.0303',
  gatewayThrottled: 'APIGW.0308',
  newerGatewayAppAuthentication: 'APIG.0303',
  newerGatewayThrottled: 'APIG.0308',
});

const SUCCESSFUL = text('Successful', '成功');

/**
 * A successful answer; `data` null means that there is no result yet.
 * @param {UserImportResultDto | null} data
 * @param {Language} language
 */
export function successBody(data, language) {
  return JSON.stringify({ data, code: CODE.success, msg: SUCCESSFUL[language] });
}

/**
 * A successful answer whose members lie beside `code` and `msg`.
 * @param {object} members
 * @param {Language} language
 */
export const flatSuccessBody = (members, language) =>
  JSON.stringify({ ...members, code: CODE.success, msg: SUCCESSFUL[language] });

/**
 * The beginning and the end of a successful answer, between which its failures are streamed.
 * @param {{ successCount: number, failCount: number }} counts
 * @param {Language} language
 * @returns {{ head: string, tail: string }}
 */
export function successFrame({ successCount, failCount }, language) {
  return {
    head: `{"data":{"successCount":${successCount},"failCount":${failCount},"failInfoList":[`,
    tail: `]},"code":${CODE.success},"msg":"${SUCCESSFUL[language]}"}`,
  };
}

/**
 * KooDrive's own error shape.
 * @param {number | string} code
 * @param {string} msg
 */
export function errorBody(code, msg) {
  return JSON.stringify({ code, msg });
}

/**
 * The API gateway's error shape.
 * @param {string} code for example `APIGW.0301`
 * @param {string} message
 * @param {string} requestId
 */
export function gatewayErrorBody(code, message, requestId) {
  return JSON.stringify({ error_code: code, error_msg: message, request_id: requestId });
}

/** The example of KooDrive's API page: one user imported, user "ss" failed without a reason. */
export const PAGE_EXAMPLE = Object.freeze({
  successCount: 1,
  failCount: 1,
  failInfoList: [Object.freeze({ userName: 'ss' })],
});

/** The answer in the API page's example, always in English so that its bytes are known. */
export const PAGE_EXAMPLE_BODY = successBody(PAGE_EXAMPLE, 'en-US');
