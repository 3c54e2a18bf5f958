import { partError } from '../../client/koodrive-client.js';
import { LatePartError } from '../../loading/late-part.js';
import { downloadFile, fileNameFor } from './download.js';

/** @typedef {import('../../client/koodrive-client.js').ImportReport} ImportReport */
/** @typedef {import('../../client/koodrive-client.js').ReportView} ReportView */
/** @typedef {import('../state/announcer.js').Announcer} Announcer */
/** @typedef {import('../texts/texts.js').Texts} Texts */
/** @typedef {import('./formats.js').ExportFormat} ExportFormat */
/** @typedef {import('./formats.js').Written} Written */

/**
 * The shown report, to export.
 * @typedef {object} Exportable
 * @property {ImportReport} report
 * @property {string | undefined} taskId
 * @property {import('../state/added-columns.js').AddedColumns} added columns beside those of the answer
 * @property {ReportView | undefined} filteredView undefined where all rows are shown
 */

/** Saves a report as a file. */
export class Exporter {
  /** Whether an export contains all rows or only those that pass the filter. @type {'all' | 'shown'} */
  scope = 'all';
  #host;
  #announcer;

  /**
   * @param {import('lit').ReactiveControllerHost} host
   * @param {Announcer} announcer
   */
  constructor(host, announcer) {
    this.#host = host;
    this.#announcer = announcer;
  }

  /** @param {'all' | 'shown'} scope */
  chooseScope(scope) {
    this.scope = scope;
    this.#host.requestUpdate();
  }

  /**
   * @param {ExportFormat} format
   * @param {Exportable} exportable
   * @param {Texts} texts
   */
  async run({ extension, write }, exportable, texts) {
    const { report, taskId, added } = exportable;
    const view = () => (this.scope === 'shown' ? exportable.filteredView : undefined);
    const contents = {
      report,
      added,
      texts,
      get view() {
        return view();
      },
    };
    const name = fileNameFor({ taskId, receivedAt: report.receivedAt, extension });
    await saveFile(this.#announcer, async () => ({
      name,
      .../** @type {Written} */ (await write(contents)),
    }));
  }
}

/**
 * Saves a file, and says so, or why there is none.
 * @param {Announcer} announcer
 * @param {() => Promise<Written & { name: string }>} write
 */
export async function saveFile(announcer, write) {
  try {
    const { name, blob, remark } = await write();
    downloadFile(blob, name);
    announcer.notify((now) => `${now.say('export.done', { name })} ${remark?.(now) ?? ''}`.trim());
  } catch (problem) {
    announcer.notify((now) => sentenceFor(problem, now));
  }
}

/**
 * @param {unknown} problem
 * @param {Texts} texts
 */
function sentenceFor(problem, texts) {
  if (problem instanceof LatePartError) return partError(problem, texts.locale).message;
  const { name, message } = /** @type {Error} */ (problem);
  // Messages of the client and of the workbook export are localized for users; any other is for developers.
  const isOurs = name === 'KooDriveError' || name === 'RangeError';
  return isOurs ? message : texts.say('export.failed', { detail: message });
}
