import { readFile } from 'node:fs/promises';

const readme = await readFile(new URL('../../../web/README.md', import.meta.url), 'utf8');

/**
 * The fenced code block of web/README.md that follows `<!-- tested: NAME -->`, as written.
 * @param {string} name
 * @returns {string}
 */
export function testedBlock(name) {
  const mark = `<!-- tested: ${name} -->`;
  const [, ...after] = readme.split(mark);
  const [, block] = /^\s*```\w+\n(.*?\n)```\n/s.exec(after[0] ?? '') ?? [];
  if (after.length !== 1 || block === undefined)
    throw new Error(`web/README.md needs one code block after ${mark}`);
  return block;
}

/**
 * The Content-Security-Policy that web/README.md documents as sufficient, as a response header.
 * @returns {Record<string, string>}
 */
export function promisedPolicy() {
  const header = testedBlock('policy').trim();
  const [name, policy] = header.split(/: (.*)/s);
  return { [name]: policy };
}
