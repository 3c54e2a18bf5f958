import { translations } from '../structure/repository.js';

/** A kilobyte of 1,000 bytes. */
const KB = 1_000;

/**
 * The most that a file of dist/ may weigh, and when it is loaded: `first` before a report can be shown, `used` when a
 * reader asks for what it does, or when the browser has time after the report, `built` never by a page.
 * @typedef {{ coding: 'brotli' | 'raw', most: number, load: 'first' | 'used' | 'built' }} Budget
 */

/** @type {Budget} */
const TRANSLATION = { coding: 'brotli', most: 4.5 * KB, load: 'used' };

/** Read by debuggers only. @type {Budget} */
const SOURCE_MAP = { coding: 'raw', most: 450 * KB, load: 'built' };

/** The budgets of the files of dist/ but the source maps, by name. @type {Record<string, Budget>} */
const WRITTEN = {
  'index.html': { coding: 'brotli', most: 2 * KB, load: 'first' },
  'koodrive-page.css': { coding: 'brotli', most: 3 * KB, load: 'first' },
  'config.json': { coding: 'brotli', most: 1 * KB, load: 'first' },
  'koodrive-page.js': { coding: 'brotli', most: 3 * KB, load: 'first' },
  'koodrive-core.js': { coding: 'brotli', most: 19.5 * KB, load: 'first' },
  'koodrive-element.js': { coding: 'brotli', most: 12.8 * KB, load: 'first' },
  'koodrive-report-display.js': { coding: 'brotli', most: 16 * KB, load: 'first' },
  'koodrive-controls.js': { coding: 'brotli', most: 4.5 * KB, load: 'first' },
  'koodrive-import-list.js': { coding: 'brotli', most: 3 * KB, load: 'used' },
  'koodrive.wasm': { coding: 'brotli', most: 74.5 * KB, load: 'first' },
  ...Object.fromEntries(
    translations.flatMap((locale) => [
      [`koodrive-${locale}.js`, TRANSLATION],
      [`koodrive-errors-${locale}.js`, TRANSLATION],
      [`koodrive-correction-${locale}.js`, TRANSLATION],
      [`koodrive-comparison-${locale}.js`, TRANSLATION],
      [`koodrive-tasks-${locale}.js`, TRANSLATION],
    ]),
  ),
  'koodrive-exports.js': { coding: 'brotli', most: 2.2 * KB, load: 'used' },
  'koodrive-xlsx.js': { coding: 'brotli', most: 25 * KB, load: 'used' },
  'koodrive-correction-panel.js': { coding: 'brotli', most: 6 * KB, load: 'used' },
  'koodrive-comparison-panel.js': { coding: 'brotli', most: 4 * KB, load: 'used' },
  'koodrive-file-panel.js': { coding: 'brotli', most: 2 * KB, load: 'used' },
  'koodrive-marking.js': { coding: 'brotli', most: 1.5 * KB, load: 'used' },
  'koodrive-import-file.js': { coding: 'brotli', most: 3 * KB, load: 'used' },
  'koodrive-running-view.js': { coding: 'brotli', most: 1.2 * KB, load: 'used' },
  'koodrive-task-texts.js': { coding: 'brotli', most: 1.2 * KB, load: 'used' },
  'koodrive-tasks.js': { coding: 'brotli', most: 3 * KB, load: 'used' },
  'koodrive-import-report.html': { coding: 'raw', most: 290 * KB, load: 'used' },
  'koodrive-client.js': { coding: 'brotli', most: 0.2 * KB, load: 'built' },
  'koodrive-import-report.js': { coding: 'brotli', most: 0.2 * KB, load: 'built' },
  'koodrive-client.d.ts': { coding: 'raw', most: 15 * KB, load: 'built' },
  'koodrive-credentials.d.ts': { coding: 'raw', most: 3 * KB, load: 'built' },
  'koodrive-error-reasons.d.ts': { coding: 'raw', most: 4 * KB, load: 'built' },
  'koodrive-import-file.d.ts': { coding: 'raw', most: 6 * KB, load: 'built' },
  'koodrive-tasks.d.ts': { coding: 'raw', most: 5 * KB, load: 'built' },
  'koodrive-warnings.d.ts': { coding: 'raw', most: 3 * KB, load: 'built' },
  'koodrive-import-list.d.ts': { coding: 'raw', most: 5 * KB, load: 'built' },
  'koodrive-import-report.d.ts': { coding: 'raw', most: 10 * KB, load: 'built' },
  'koodrive-frameworks.d.ts': { coding: 'raw', most: 5 * KB, load: 'built' },
  'koodrive.wasm.d.ts': { coding: 'raw', most: 0.2 * KB, load: 'built' },
  'THIRD-PARTY-LICENSES.md': { coding: 'raw', most: 20 * KB, load: 'built' },
  'custom-elements.json': { coding: 'raw', most: 30 * KB, load: 'built' },
  'html-custom-data.json': { coding: 'raw', most: 3 * KB, load: 'built' },
  'web-types.json': { coding: 'raw', most: 25 * KB, load: 'built' },
};

/** Those with code: the other ones, `built`, only export again what these export. */
const scripts = Object.keys(WRITTEN).filter((name) => name.endsWith('.js') && WRITTEN[name].load !== 'built');

/** The budgets of the files of dist/, by name. @type {Readonly<Record<string, Budget>>} */
export const FILES = Object.freeze({
  ...WRITTEN,
  ...Object.fromEntries(scripts.map((name) => [`${name}.map`, SOURCE_MAP])),
});

/** The most that several files may weigh together, in brotli. @type {Readonly<Record<string, { most: number, has: (name: string, budget: Budget) => boolean }>>} */
export const TOGETHER = Object.freeze({
  'JavaScript of the first load': {
    most: 53.5 * KB,
    has: (name, { load }) => load === 'first' && name.endsWith('.js'),
  },
  'all of the first load': { most: 131 * KB, has: (_, { load }) => load === 'first' },
});
