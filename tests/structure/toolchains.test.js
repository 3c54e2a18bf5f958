import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { filesUnder, read } from './repository.js';

const sources = ['src', 'tests'].flatMap(filesUnder).filter((file) => /\.(cpp|hpp|inc)$/.test(file));

/** What declares a pointer that an algorithm or a range's begin() or end() initializes: its result is an iterator. */
const ITERATOR_AS_POINTER =
  /\bauto\s*\*[^=;]*=\s*(?:std::(?!data\b|exchange\b)|[\w.>-]+[.>]c?r?(?:begin|end)\()/;

/** The size of a text without its NUL since Emscripten 4.0.10, and with it before. */
const LENGTH_OF_HEADERS = /emscripten_fetch_get_response_headers_length\([^()]*\)(.{0,4})/g;

const cmakeFiles = ['CMakeLists.txt', ...['src', 'tests', 'web'].flatMap(filesUnder)].filter((file) =>
  /(CMakeLists\.txt|\.cmake)$/.test(file),
);

describe('the C++ sources', () => {
  it('declare no iterator as a pointer: the standard library of newer compilers wraps those of arrays and texts', () => {
    for (const line of [
      'const auto* const found = std::ranges::find_if(text, isBlank);',
      'auto* after = std::upper_bound(a, b, c);',
      'const auto *first = text.begin();',
    ])
      assert.match(line, ITERATOR_AS_POINTER);
    assert.ok(sources.length > 90);
    for (const file of sources) assert.doesNotMatch(read(file), ITERATOR_AS_POINTER, file);
  });

  it('ask for one byte more than the length of the response headers, which counts their NUL only before Emscripten 4.0.10', () => {
    const uses = sources.flatMap((file) => [...read(file).matchAll(LENGTH_OF_HEADERS)]);
    assert.ok(uses.length > 0);
    for (const [use, after] of uses) assert.equal(after.trim(), '+ 1', use);
  });
});

describe('the build', () => {
  it('gives every path to its commands VERBATIM, so that it works in folders whose names hold ( or &', () => {
    const commands = cmakeFiles.flatMap((file) => [
      ...read(file).matchAll(/^ *(add_custom_(?:command|target)\((?:[^()]|\([^()]*\))*\))/gm),
    ]);
    const withCommand = commands.map(([, command]) => command).filter((text) => /\bCOMMAND\b/.test(text));
    assert.ok(withCommand.length >= 5);
    for (const command of withCommand) assert.match(command, /\bVERBATIM\b/, command);
  });

  it('hands no option to the shell to split, so that it works in folders whose names hold a blank', () => {
    for (const file of cmakeFiles) assert.doesNotMatch(read(file), /SHELL:/, file);
  });

  it('compares no pattern with the path of the clone, which may hold the same words', () => {
    for (const file of cmakeFiles)
      assert.doesNotMatch(read(file), /REGEX\s+"\/|REGEX\s+"[^"]*\$\{CMAKE_\w+_DIR\}/, file);
  });
});
