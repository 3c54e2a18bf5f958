import { KooDriveImportReport } from './koodrive-import-report.js';

// A page may load this module twice, or two versions of it: the first one registers the element.
if (!customElements.get('koodrive-import-report')) {
  // Registered as a <length>, it is computed once at the element's root and inherited as pixels; unregistered, an `em` in it would be resolved anew at each font size.
  CSS.registerProperty({ name: '--koodrive-rem', syntax: '<length>', inherits: true, initialValue: '16px' });
  customElements.define('koodrive-import-report', KooDriveImportReport);
}

export { KooDriveImportReport };
