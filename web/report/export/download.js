/** Time after which a download has certainly started and its blob: URL can be revoked, in milliseconds. */
const DOWNLOAD_START = 60_000;

/**
 * A file name with the task ID and the time, which is valid on every file system.
 * @param {object} parts
 * @param {string} [parts.taskId]
 * @param {Date} parts.receivedAt
 * @param {string} parts.extension
 */
export function fileNameFor({ taskId = '', receivedAt, extension }) {
  const task = taskId.replace(/[^\w.-]+/g, '_').slice(0, 64);
  const time = receivedAt.toISOString().replace(/[-:]|\.\d+/g, '');
  return `${['koodrive-import', task, time].filter(Boolean).join('-')}.${extension}`;
}

/**
 * @param {Blob} blob
 * @param {string} name
 */
export function downloadFile(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), DOWNLOAD_START);
}
