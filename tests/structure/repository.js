import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The folders whose code runs in a browser. */
export const SHIPPED_FOLDERS = ['web/client', 'web/locales', 'web/page', 'web/report'];

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

/**
 * The rows of a Markdown table, without the header and the line of dashes below it.
 * @param {string} markdown the text that holds the table and no other
 * @returns {string[][]} the cells' texts
 */
export function tableRows(markdown) {
  const lines = markdown.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/**
 * A section of README.md, from its heading to the next one.
 * @param {string} heading
 */
export function readmeSection(heading) {
  const [, after] = read('README.md').split(`\n## ${heading}\n`);
  if (after === undefined) throw new Error(`README.md has no section "${heading}"`);
  return after.split('\n## ')[0];
}

/** The locales that are translations, by the files of web/locales. @type {readonly string[]} */
export const translations = filesUnder('web/locales')
  .flatMap((file) => /\/([a-z]+(?:-\w+)+)\.js$/.exec(file)?.[1] ?? [])
  .filter((locale) => locale !== 'en-US');
