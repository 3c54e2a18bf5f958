import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { SHIPPED_FOLDERS, filesUnder, read, root } from './repository.js';

const TOP_LEVEL = [
  'CHANGELOG.md',
  'CMakeLists.txt',
  'CMakePresets.json',
  'LICENSE',
  'README.md',
  'emsdk-setup.sh',
  'src',
  'tests',
  'web',
];

/** Ways for a server's text to become markup or code, and for a token to be kept or sent where it must not be. */
const FORBIDDEN = [
  /\b(inner|outer)HTML\b/,
  /\binsertAdjacentHTML\b/,
  /\bsetHTMLUnsafe\b/,
  /\bparseHTMLUnsafe\b/,
  /\bcreateContextualFragment\b/,
  /\bDOMParser\b/,
  /\bdocument\.write/,
  /\bsrcdoc\b/,
  /\bunsafe(HTML|SVG|MathML|Static)\b/,
  /\bjavascript:/i,
  /\beval\s*\(/,
  /\bnew Function\b/,
  /\bset(Timeout|Interval)\(\s*['"`]/,
  /\b(local|session)Storage\b/,
  /\bindexedDB\b/,
  /\bcaches\b\s*[.[]/,
  /\bdocument\.cookie\b/,
  /\bcookieStore\b/,
  /\bsendBeacon\b/,
  /\bwindow\.name\b/,
];

describe('the repository', () => {
  it('has nothing on its top level but what is known', () => {
    const ignored = read('.gitignore')
      .split('\n')
      .map((line) => line.replace(/^\/|\/$/g, ''))
      .filter(Boolean);
    const isKnown = (/** @type {string} */ name) =>
      name.startsWith('.') || TOP_LEVEL.includes(name) || ignored.includes(name) || name.endsWith('.tgz');
    assert.deepEqual(
      readdirSync(root).filter((name) => !isKnown(name)),
      [],
    );
  });

  it('keeps markup, code and storage out of the reach of tokens and server texts', () => {
    const files = SHIPPED_FOLDERS.flatMap(filesUnder).filter((file) => /\.(js|html|ts)$/.test(file));
    assert.ok(files.length > 30);
    for (const file of [...files, 'web/index.html']) {
      for (const pattern of FORBIDDEN) assert.doesNotMatch(read(file), pattern, file);
    }
  });

  it('builds in folders whose names hold a blank', () => {
    const files = ['src', 'tests', 'web']
      .flatMap(filesUnder)
      .filter((file) => file.endsWith('CMakeLists.txt'));
    const options = files.flatMap((file) => read(file).match(/^.*SHELL:.*$/gm) ?? []);
    assert.ok(options.length > 0);
    for (const option of options) assert.doesNotMatch(option, / \$\{CMAKE_\w+DIR\}/, 'quote the path');
  });

  it('has no inline script, style or handler in the page', () => {
    const page = read('web/index.html');
    assert.doesNotMatch(page, /<style|\sstyle=|\son\w+=/i);
    for (const [tag] of page.matchAll(/<script[^>]*>/g)) assert.match(tag, /\ssrc="/);
  });
});
