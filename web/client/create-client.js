import { chooseLocale, loadErrorTexts } from '../locales/errors/index.js';
import { languageTag } from '../locales/tag.js';
import { visibleValue } from '../text/blanks.js';
import { KooDriveError, errorFromCore, wrongType } from './errors.js';
import { loadCore } from './module.js';
import { checkOptions, checkText } from './options.js';
import { runQuery } from './query.js';
import { ImportReport } from './report.js';

/** @typedef {import('./koodrive-client.d.ts').ClientOptions} ClientOptions */

/**
 * @param {ClientOptions} [options]
 * @returns {Promise<import('./koodrive-client.d.ts').KooDriveClient>}
 */
export async function createClient(options = {}) {
  const locale = chooseLocale(options.locale, options.language);
  await loadErrorTexts(locale);
  const checked = checkOptions(options, locale);
  const core = await loadCore(options.wasmUrl, locale);

  /** @type {import('./koodrive-client.d.ts').KooDriveClient} */
  const client = {
    async queryTaskResult({ taskId, language, signal, onProgress } = {}) {
      if (!globalThis.XMLHttpRequest) {
        throw new KooDriveError({ kind: 'invalid-request', reason: 'browser-needed' }, locale);
      }
      return runQuery(core, checked, {
        taskId: visibleValue(checkText(taskId, 'taskId', locale) ?? '') || undefined,
        language: languageTag(checkText(language, 'language', locale) || checked.language),
        signal,
        onProgress,
      });
    },

    async openTaskResult(answer) {
      const bytes = await bytesOf(answer, locale);
      const limit = checked.maxResponseBytes;
      if (bytes.byteLength > limit) {
        throw new KooDriveError({ kind: 'too-large', reason: 'response-too-large', limit }, locale);
      }
      const result = core.wasm.decode(bytes);
      if (!result.ok) throw errorFromCore(result.error, locale);
      return new ImportReport(core, result.value, undefined, locale);
    },

    diagnostics() {
      const { bytesInUse, memoryBytes, liveQueries } = core.client.diagnostics();
      return {
        bytesInUse,
        memoryBytes,
        liveQueries,
        liveReports: core.liveReports.count,
        liveViews: core.liveViews.count,
        liveValues: core.liveValues(),
      };
    },
  };
  return Object.freeze(client);
}

/**
 * @param {Uint8Array | ArrayBuffer | Blob | string} answer
 * @param {import('../locales/loaded.js').Locale} locale
 */
async function bytesOf(answer, locale) {
  if (typeof answer === 'string') return new TextEncoder().encode(answer);
  // Not by instanceof: an answer from another window, such as that of a frame, has classes of its own.
  const type = Object.prototype.toString.call(answer).slice('[object '.length, -1);
  if (type === 'Uint8Array') return /** @type {Uint8Array} */ (answer);
  if (type === 'ArrayBuffer') return new Uint8Array(/** @type {ArrayBuffer} */ (answer));
  if (type !== 'Blob' && type !== 'File') throw wrongType('answer', 'Blob', answer, locale);
  try {
    return new Uint8Array(await /** @type {Blob} */ (answer).arrayBuffer());
  } catch {
    throw new KooDriveError({ kind: 'invalid-request', reason: 'not-opened', option: 'answer' }, locale);
  }
}
