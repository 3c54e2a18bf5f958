import { createServer } from 'node:http';
import { sign } from './sign.js';

/** Largest accepted request body in bytes. A canonical request has a few hundred. */
const LARGEST_BODY = 4096;

/**
 * The portal's back end: `POST /portal/sign` signs the query of whoever is signed in.
 * @param {object} options
 * @param {{ appId: string, appSecret: string }} options.app
 * @param {(request: import('node:http').IncomingMessage) => string | undefined} options.userOf the KooDrive user ID of the
 *   session that a request belongs to
 */
export function createBackEnd({ app, userOf }) {
  /** @param {import('node:http').IncomingMessage} request */
  async function answer(request) {
    if (request.method !== 'POST' || request.url !== '/portal/sign') return { status: 404 };
    const userId = userOf(request);
    if (!userId) return { status: 401 };
    // Prevents cross-site request forgery: pages of other origins cannot get a signature for this user.
    if (request.headers['sec-fetch-site'] !== 'same-origin') return { status: 403 };
    const authorization = sign(await readText(request), userId, app);
    return authorization ? { status: 200, authorization } : { status: 400 };
  }

  return createServer(async (request, response) => {
    const { status, authorization } = await answer(request);
    response.writeHead(status, { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' });
    response.end(authorization);
  });
}

/** @param {import('node:http').IncomingMessage} request @returns {Promise<string>} empty when it is too long */
async function readText(request) {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += chunk;
    if (text.length > LARGEST_BODY) return '';
  }
  return text;
}
