import { zipSync } from 'fflate/browser';

// write-excel-file 4.1.1 calls `zip()` of fflate 0.8.3, which compresses every file of 160,000 bytes or more in a worker
// made from a blob: URL. Policies without `worker-src blob:`, and `require-trusted-types-for 'script'`, forbid that, so
// that longer workbooks would fail. The build puts this file in the place of `fflate`; retire it when write-excel-file
// can be told to compress without workers.

/**
 * @param {Parameters<typeof zipSync>[0]} files
 * @param {(problem: Error | null, archive: Uint8Array) => void} done
 */
export function zip(files, done) {
  done(null, zipSync(files, { level: 1 }));
}

export { strToU8, zipSync } from 'fflate/browser';
