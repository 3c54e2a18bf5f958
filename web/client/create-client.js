import { latePart } from '../loading/late-part.js';
import { chooseLocale, loadErrorTexts } from '../locales/errors/index.js';
import { languageTag } from '../locales/tag.js';
import { visibleValue } from '../text/blanks.js';
import { bytesOf } from './bytes.js';
import { KooDriveError, errorFromCore, partError } from './errors.js';
import { loadCore } from './module.js';
import { checkOptions, checkText } from './options.js';
import { runQuery, taskResultCall } from './query.js';
import { ImportReport } from './report.js';

/** @typedef {import('./koodrive-client.d.ts').ClientOptions} ClientOptions */

const importFilePart = latePart(() => import('./import-file/import-file.js'));
const tasksPart = latePart(() => import('./tasks/tasks.js'));

/**
 * @param {ClientOptions} [options]
 * @returns {Promise<import('./koodrive-client.d.ts').KooDriveClient>}
 */
export async function createClient(options = {}) {
  const locale = chooseLocale(options.locale, options.language);
  await loadErrorTexts(locale);
  const checked = checkOptions(options, locale);
  const core = await loadCore(options.wasmUrl, locale);

  /**
   * @template Answer, Value
   * @param {import('./koodrive-client.d.ts').TaskResultOptions} options
   * @param {import('./query.js').Call<Answer, Value>} call
   * @returns {Promise<Value>}
   */
  async function query({ taskId, language, signal, onProgress }, call) {
    if (!globalThis.XMLHttpRequest) {
      throw new KooDriveError({ kind: 'invalid-request', reason: 'browser-needed' }, locale);
    }
    const request = {
      taskId: visibleValue(checkText(taskId, 'taskId', locale) ?? '') || undefined,
      language: languageTag(checkText(language, 'language', locale) || checked.language),
      signal,
      onProgress,
    };
    return runQuery(core, checked, request, call);
  }

  const queryTaskResult = (/** @type {import('./koodrive-client.d.ts').TaskResultOptions} */ options = {}) =>
    query(options, taskResultCall(core, checked));

  /**
   * @template Part
   * @param {() => Promise<Part>} load
   * @returns {Promise<Part>}
   */
  const late = (load) =>
    load().catch((problem) => {
      throw partError(problem, locale);
    });
  const tasks = async () => (await late(tasksPart)).taskCalls({ core, locale, query, queryTaskResult });

  /** @type {import('./koodrive-client.d.ts').KooDriveClient} */
  const client = {
    queryTaskResult,

    listTasks: async (options) => (await tasks()).listTasks(options),
    queryTask: async (options) => (await tasks()).queryTask(options),
    followTaskResult: async (options) => (await tasks()).followTaskResult(options),

    async openTaskResult(answer) {
      const bytes = await bytesOf(answer, 'answer', locale);
      const limit = checked.maxResponseBytes;
      if (bytes.byteLength > limit) {
        throw new KooDriveError({ kind: 'too-large', reason: 'response-too-large', limit }, locale);
      }
      const result = core.wasm.decode(bytes);
      if (!result.ok) throw errorFromCore(result.error, locale);
      return new ImportReport(core, result.value, undefined, locale);
    },

    async openImportFile(file, options = {}) {
      const { openImportFile } = await late(importFilePart);
      return openImportFile(core, file, options, checked.maxResponseBytes, locale);
    },

    diagnostics() {
      const { bytesInUse, memoryBytes, liveQueries } = core.client.diagnostics();
      return {
        bytesInUse,
        memoryBytes,
        liveQueries,
        liveReports: core.liveReports.count,
        liveViews: core.liveViews.count,
        liveFiles: core.liveFiles.count,
        liveMatches: core.liveMatches.count,
        liveValues: core.liveValues(),
      };
    },
  };
  return Object.freeze(client);
}
