import { openBrowser } from '../support/shared-browsers.js';

/**
 * A browser that accepts the tests' certificates.
 * @param {import('../support/browsers.js').BrowserName} name
 */
export const openSiteBrowser = (name) => openBrowser(name, [], { acceptInsecureCerts: true });
