import { KooDriveImportReport } from './koodrive-import-report.js';

// A page may load this module twice, or two versions of it: the first one registers the element.
// A server that imports it, to render a portal's pages, has no registry: there nothing is registered.
if (globalThis.customElements && !customElements.get('koodrive-import-report')) {
  // Registered as a <length>, it is computed once at the element's root and inherited as pixels; unregistered, an `em` in it would be resolved anew at each font size.
  // A test environment without layout, such as jsdom, cannot register it.
  globalThis.CSS?.registerProperty?.({
    name: '--koodrive-rem',
    syntax: '<length>',
    inherits: true,
    initialValue: '16px',
  });
  customElements.define('koodrive-import-report', KooDriveImportReport);
}

export { KooDriveImportReport };
