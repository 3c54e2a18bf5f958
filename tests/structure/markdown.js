import { read } from './repository.js';

/** Every document, each for one kind of reader. */
export const DOCUMENTS = [
  'README.md',
  'web/README.md',
  'web/deploy/README.md',
  '.github/CONTRIBUTING.md',
  '.github/SECURITY.md',
  'tests/README.md',
  'tests/bench/README.md',
];

/**
 * A section of a document, from its heading to the next one of the same level.
 * @param {string} document
 * @param {string} heading
 */
export function section(document, heading) {
  const [, after] = read(document).split(`\n## ${heading}\n`);
  if (after === undefined) throw new Error(`${document} has no section "${heading}"`);
  return after.split('\n## ')[0];
}

/**
 * The rows of the first table of a text, without its header.
 * @param {string} markdown
 * @returns {string[][]} the cells' texts
 */
export function tableRows(markdown) {
  const [, table = ''] = /^((?:\|.*\n)+)/m.exec(`${markdown}\n`) ?? [];
  return table
    .trim()
    .split('\n')
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/**
 * The fragments that a hosting site gives to the headings of a document.
 * @param {string} document
 */
export function anchorsOf(document) {
  const text = read(document).replaceAll(/^```.*?^```$/gms, '');
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );
}

/**
 * What a document's links and pictures lead to.
 * @param {string} document
 */
export function linksOf(document) {
  const text = read(document).replaceAll(/^```.*?^```$/gms, '');
  return [...text.matchAll(/\]\(([^)]+)\)|(?:src|srcset)="([^"]+)"/g)].map(
    ([, link, image]) => link ?? image,
  );
}

/**
 * The lines of a document that a person may type into a shell.
 * @param {string} document
 */
export function commandsOf(document) {
  const text = read(document);
  const blocks = [...text.matchAll(/^ *```sh\n(.*?)^ *```$/gms)].flatMap(([, block]) => block.split('\n'));
  const spans = [...text.matchAll(/`([^`\n]+)`/g)].map(([, span]) => span);
  return [...blocks, ...spans]
    .flatMap((line) => line.split(' # ')[0].split(' && '))
    .map((line) => line.trim());
}
