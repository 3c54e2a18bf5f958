import { KooDriveImportReport } from './koodrive-import-report.js';

// A page may load this module twice, or two versions of it: the first one to come keeps the name.
if (!customElements.get('koodrive-import-report')) {
  customElements.define('koodrive-import-report', KooDriveImportReport);
}

export { KooDriveImportReport };
