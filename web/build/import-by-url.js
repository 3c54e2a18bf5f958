/** What tells webpack, Rspack, Turbopack and Vite that a URL is imported, in which they find no module. */
const COMMENTS = '/* webpackIgnore: true */ /* turbopackIgnore: true */ /* @vite-ignore */';

/**
 * Vite plugin that marks the import by URL in loading/late-part.js for the bundlers of portals, because the minifier drops
 * the comments of the sources. Without them webpack warns in every portal's build.
 * @returns {import('vite').Plugin}
 */
export function importByUrlPlugin() {
  return {
    name: 'koodrive-import-by-url',
    apply: 'build',
    generateBundle(_, bundle) {
      let marked = 0;
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue;
        output.code = output.code.replace(/\bimport\((?=\w+\))/g, (start) => {
          marked += 1;
          return `${start}${COMMENTS}`;
        });
      }
      if (marked !== 1) throw new Error(`${marked} imports by URL instead of one; see import-by-url.js.`);
    },
  };
}
