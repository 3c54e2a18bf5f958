import { KooDriveImportReport } from './koodrive-import-report.js';
import { registerProperties } from './styles.js';

// A page may load this module twice, or two versions of it: the first one registers the element.
if (!customElements.get('koodrive-import-report')) {
  registerProperties(window);
  customElements.define('koodrive-import-report', KooDriveImportReport);
}

export { KooDriveImportReport };
