/** How long a browser may take to begin with a download, in milliseconds. */
const DOWNLOAD_START = 60_000;

/**
 * A name with the task and the time, that every file system takes.
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
