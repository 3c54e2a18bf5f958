import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('../README.md', import.meta.url));
const prettier = fileURLToPath(
  new URL('../../../web/node_modules/prettier/bin/prettier.cjs', import.meta.url),
);

/** The document with other figures between their marks. @param {string} document @param {string} figures Markdown */
export const withFigures = (document, figures) => withText(document, 'figures', figures);

/**
 * The document with another text between `<!-- name: begin -->` and `<!-- name: end -->`.
 * @param {string} document
 * @param {string} name
 * @param {string} text Markdown
 */
export function withText(document, name, text) {
  const [opening, closing] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
  const begin = document.indexOf(opening);
  const end = document.indexOf(closing);
  if (begin < 0 || end < begin)
    throw new Error(`tests/bench/README.md needs ${opening} and then ${closing}.`);
  return `${document.slice(0, begin + opening.length)}\n\n${text}\n\n${document.slice(end)}`;
}

/**
 * Writes a text into tests/bench/README.md.
 * @param {string} name of its marks
 * @param {string} text Markdown
 */
export async function replaceText(name, text) {
  await writeFile(file, withText(await readFile(file, 'utf8'), name, text));
  execFileSync(process.execPath, [prettier, '--write', '--log-level', 'warn', file]);
}
