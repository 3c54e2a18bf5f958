import { minify } from 'terser';

/**
 * Vite plugin that minifies every script of dist/ a second time, with Terser: it saves 1.0 KB of brotli of the first load
 * (Terser 5.51.4 after Vite 8.3.8). Retire it when Vite's own minifier does as well.
 * @returns {import('vite').Plugin}
 */
export function terserPlugin() {
  return {
    name: 'koodrive-terser',
    apply: 'build',
    async generateBundle(_, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue;
        const sourceMap = bundle[output.sourcemapFileName ?? ''];
        const { code, map } = await minify(output.code, {
          module: true,
          ecma: 2020,
          compress: { passes: 2 },
          format: { comments: /^# sourceMappingURL=/ },
          ...(sourceMap?.type === 'asset' && {
            sourceMap: { content: String(sourceMap.source), includeSources: true },
          }),
        });
        output.code = code ?? output.code;
        if (sourceMap?.type === 'asset' && typeof map === 'string') sourceMap.source = map;
      }
    },
  };
}
