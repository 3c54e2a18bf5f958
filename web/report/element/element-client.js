import { createClient } from '../../client/koodrive-client.js';

/** @typedef {import('../../client/koodrive-client.js').KooDriveClient} KooDriveClient */
/** @typedef {import('../koodrive-import-report.d.ts').KooDriveImportReport} Element */

/**
 * The element's own client, or one made from its attributes.
 * @param {Pick<Element, 'client' | 'endpoint' | 'userId' | 'credentials' | 'wasmUrl'>} element
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
 * @param {Pick<Element, 'client' | 'wasmUrl'>} element
 * @param {string} locale
 * @returns {Promise<KooDriveClient>}
 */
export const fileClient = async ({ client, wasmUrl }, locale) =>
  client ?? createClient({ locale, wasmUrl: wasmUrl || undefined });
