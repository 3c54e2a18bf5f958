/** The parts of the scripts, by the ends of their sources' folders. The first one that matches counts. @type {readonly (readonly [RegExp, string])[]} */
const PARTS = [
  [/\/node_modules\/(@lit|lit[\w-]*)\//, 'Lit'],
  [/\/node_modules\/((?:@[^/]+\/)?[^/]+)\//, '$1'],
  [/\/web\/(client|loading)\//, 'client'],
  [/\/web\/(locales|text)\//, 'texts'],
  [/\/web\/report\/(?:views|controls|texts)\//, 'element: views and controls'],
  [/\/web\/report\/(?:state|scrolling)\//, 'element: state and scrolling'],
  [/\/web\/report\/export\//, 'element: export'],
  [/\/web\/report\/styles\.js$|\.css(?:\?.*)?$/, 'element: styles'],
  [/\/web\/report\//, 'element: its properties and life cycle'],
  [/\/web\/page\//, 'page'],
];

/** The parts of Emscripten's glue, by the names of its functions. @type {readonly (readonly [RegExp, string])[]} */
const GLUE_PARTS = [
  [/fetch|xhr/i, 'glue of emscripten_fetch'],
  [/embind|emval/i, 'glue of Embind'],
  [/^_|^wasmImports$|^run$/, 'glue of the runtime'],
];

const GLUE = /\/browser\/koodrive\.js$/;

/**
 * Says to which part of the first load a place in a source belongs.
 * @param {{ sources: readonly string[], sourcesContent: readonly string[] }} map
 * @returns {(source: string, line: number, column: number) => string}
 */
export function partsOf({ sources, sourcesContent }) {
  const at = sources.findIndex((source) => GLUE.test(source));
  const gluePart = at < 0 ? undefined : gluePartsOf(sourcesContent[at]);
  return (source, line, column) => {
    if (gluePart && GLUE.test(source)) return gluePart(line, column);
    const [pattern, part] = PARTS.find(([ending]) => ending.test(source)) ?? [/$/, 'build'];
    return part.replace('$1', pattern.exec(source)?.[1] ?? '');
  };
}

/**
 * Emscripten writes a function behind those that it needs. So one whose name says nothing belongs to the next one whose does.
 * @param {string} glue
 * @returns {(line: number, column: number) => string}
 */
function gluePartsOf(glue) {
  const declared = [...glue.matchAll(/(?<=[;}])(?:var|function) ([\w$]+)/g)].map(({ index, 1: name }) => ({
    index,
    part: GLUE_PARTS.find(([pattern]) => pattern.test(name))?.[1],
  }));
  const lines = [0, ...Array.from(glue.matchAll(/\n/g), ({ index }) => index + 1)];
  return (line, column) => {
    const place = lines[line] + column;
    const from = declared.findLastIndex(({ index }) => index <= place);
    const named = from < 0 ? undefined : declared.slice(from).find(({ part }) => part);
    return named?.part ?? 'glue of the runtime';
  };
}
