import { CODE } from './answer-body.js';
import { text } from './language.js';

/** @typedef {import('./language.js').LocalText} LocalText */

/**
 * Why KooDrive does not answer a request.
 * @typedef {object} Refusal
 * @property {number} status
 * @property {number} code
 * @property {string} subject the header or parameter at fault, for tests
 * @property {LocalText} msg
 * @property {{ code: string, message: string }} [gateway] what the gateway answers instead
 */

/**
 * A header or parameter that breaks a documented rule: status 400.
 * @param {string} subject
 * @param {string} english what is wrong with it
 * @param {string} chinese the same
 * @returns {Refusal}
 */
export function parameterRefusal(subject, english, chinese) {
  return {
    status: 400,
    code: CODE.parameterCheckFailed,
    subject,
    msg: text(`Parameter check failed: ${subject} ${english}`, `参数校验失败：${subject}${chinese}`),
  };
}

/**
 * A request that is not authenticated: status 401.
 * @param {string} english
 * @param {string} chinese
 * @returns {Refusal}
 */
export function authenticationRefusal(english, chinese) {
  return {
    status: 401,
    code: CODE.badRequest,
    subject: 'Authorization',
    msg: text(`Authentication not passed: ${english}`, `认证未通过：${chinese}`),
  };
}

/**
 * An app signature that the gateway itself refuses: status 401, with its code and text.
 * @param {string} reason
 * @returns {Refusal}
 */
export function signatureRefusal(reason) {
  const message = `Incorrect app authentication information: ${reason}`;
  return {
    ...authenticationRefusal(reason, reason),
    gateway: { code: CODE.gatewayAppAuthentication, message },
  };
}
