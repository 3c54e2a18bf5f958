import { registerProperties } from './element/custom-properties.js';
import { KooDriveImportReport } from './koodrive-import-report.js';

// A page may load this module twice, or two versions of it: the first one registers the element.
// A server that imports it, to render a portal's pages, has no registry: there nothing is registered.
if (globalThis.customElements && !customElements.get('koodrive-import-report')) {
  registerProperties(globalThis);
  customElements.define('koodrive-import-report', KooDriveImportReport);
}

export { KooDriveImportReport };
