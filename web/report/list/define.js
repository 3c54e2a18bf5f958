import { registerProperties } from '../element/custom-properties.js';
import { KooDriveImportList } from './koodrive-import-list.js';

// As in ../define.js: the first module that is loaded registers the element, and a server registers nothing.
if (globalThis.customElements && !customElements.get('koodrive-import-list')) {
  registerProperties(globalThis);
  customElements.define('koodrive-import-list', KooDriveImportList);
}

export { KooDriveImportList };
