import { KooDriveImportReport } from './koodrive-import-report.js';

// A page may load this module twice, or two versions of it: the first one to come keeps the name.
if (!customElements.get('koodrive-import-report')) {
  // As a length it is inherited as it comes out at the element's root, not worked out anew at every size of text.
  CSS.registerProperty({ name: '--koodrive-rem', syntax: '<length>', inherits: true, initialValue: '16px' });
  customElements.define('koodrive-import-report', KooDriveImportReport);
}

export { KooDriveImportReport };
