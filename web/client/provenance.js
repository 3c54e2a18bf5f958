/** What the module reads and writes; texts are empty where nothing is known. @typedef {ReturnType<import('koodrive-module').ReportHandle['provenance']>} Record */

/** The version of this project; empty in sources that were not built. */
const VERSION = globalThis.KOODRIVE_VERSION ?? '';

/** Longest text that is believed, in UTF-16 units: a task ID or a file name has at most 256 characters. */
const LONGEST = 512;

/** Where a report comes from. @typedef {{ taskId?: string, traceId?: string, receivedAt: Date, importFile?: string, savedBy?: string }} Provenance */

/**
 * What a saved report says about itself.
 * @param {Record} saved
 * @returns {Provenance | 'unreadable' | undefined} undefined if it says nothing
 */
export function readProvenance({ isDamaged, receivedAt: time, version, ...texts }) {
  const { taskId, traceId, importFile } = texts;
  const all = [taskId, traceId, importFile, time, version];
  if (!isDamaged && all.every((text) => text === '')) return undefined;
  const receivedAt = new Date(time);
  const isSound =
    all.every((text) => text.length <= LONGEST) &&
    !Number.isNaN(receivedAt.getTime()) &&
    receivedAt.toISOString() === time;
  if (isDamaged || !isSound) return 'unreadable';
  return {
    receivedAt,
    taskId: taskId || undefined,
    traceId: traceId || undefined,
    importFile: importFile || undefined,
    savedBy: version,
  };
}

/**
 * @param {Provenance} provenance
 * @param {string | undefined} importFile
 * @returns {Record}
 */
export const writtenProvenance = ({ taskId, traceId, receivedAt, ...others }, importFile) => ({
  taskId: taskId ?? '',
  traceId: traceId ?? '',
  receivedAt: receivedAt.toISOString(),
  importFile: importFile ?? others.importFile ?? '',
  version: VERSION,
  isDamaged: false,
});
