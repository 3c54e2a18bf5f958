import { createClient } from '../../client/koodrive-client.js';

/** @typedef {import('../../client/koodrive-client.js').KooDriveClient} KooDriveClient */
/** What an element's client is made from. @typedef {{ client?: KooDriveClient, endpoint: string | null, userId: string | null, credentials?: import('../../client/koodrive-client.js').Credentials, wasmUrl: string | null }} ClientSource */

/**
 * The element's own client, or one made from its attributes.
 * @param {ClientSource} element
 * @param {string} locale
 * @param {string} language of KooDrive's texts
 * @returns {Promise<KooDriveClient>}
 */
export async function queryClient({ client, endpoint, userId, credentials, wasmUrl }, locale, language) {
  if (client) return client;
  const values = { endpoint: endpoint || undefined, userId: userId || undefined, credentials, language };
  return createClient({ ...values, locale, wasmUrl: wasmUrl || undefined });
}

/**
 * The same for files of this computer, which need neither endpoint nor credentials.
 * @param {Pick<ClientSource, 'client' | 'wasmUrl'>} element
 * @param {string} locale
 * @returns {Promise<KooDriveClient>}
 */
export const fileClient = async ({ client, wasmUrl }, locale) =>
  client ?? createClient({ locale, wasmUrl: wasmUrl || undefined });
