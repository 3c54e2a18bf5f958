import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The folders whose code runs in a browser. */
export const SHIPPED_FOLDERS = [
  'web/client',
  'web/loading',
  'web/locales',
  'web/page',
  'web/report',
  'web/text',
];

/** @param {string} file relative to the repository */
export const read = (file) => readFileSync(path.join(root, file), 'utf8');

/** @param {string} file relative to the repository */
export const readJson = (file) => JSON.parse(read(file));

/**
 * Every file below a folder, installed packages left out.
 * @param {string} folder relative to the repository
 * @returns {string[]} relative to the repository
 */
export function filesUnder(folder) {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (!entry.isDirectory()) return [file];
    return entry.name === 'node_modules' ? [] : filesUnder(file);
  });
}
/** The locales that are translations, by the files of web/locales. @type {readonly string[]} */
export const translations = filesUnder('web/locales')
  .flatMap((file) => /^web\/locales\/([a-z]+(?:-\w+)+)\.js$/.exec(file)?.[1] ?? [])
  .filter((locale) => locale !== 'en-US');
