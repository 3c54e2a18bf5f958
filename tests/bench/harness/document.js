import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const BEGIN = '<!-- figures: begin -->';
const END = '<!-- figures: end -->';
const file = fileURLToPath(new URL('../README.md', import.meta.url));
const prettier = fileURLToPath(
  new URL('../../../web/node_modules/prettier/bin/prettier.cjs', import.meta.url),
);

/**
 * The document with other figures between its two marks.
 * @param {string} document
 * @param {string} figures Markdown
 */
export function withFigures(document, figures) {
  const begin = document.indexOf(BEGIN);
  const end = document.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`tests/bench/README.md needs ${BEGIN} and then ${END}.`);
  return `${document.slice(0, begin + BEGIN.length)}\n\n${figures}\n\n${document.slice(end)}`;
}

/**
 * Writes figures into tests/bench/README.md.
 * @param {string} figures Markdown
 */
export async function replaceFigures(figures) {
  await writeFile(file, withFigures(await readFile(file, 'utf8'), figures));
  execFileSync(process.execPath, [prettier, '--write', '--log-level', 'warn', file]);
}
