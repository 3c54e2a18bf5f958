import { openBrowser } from '../support/shared-browsers.js';
import { SITE_HOST } from './deployment.js';

/** An origin that is not the site's own. */
export const OTHER_HOST = 'portal.example';

/**
 * A browser for which the names of the site and of a portal lead to this machine, and that takes the tests' certificates.
 * @param {'chromium' | 'firefox'} name
 */
export function openSiteBrowser(name) {
  const names = [SITE_HOST, OTHER_HOST];
  const args = {
    chromium: [`--host-resolver-rules=${names.map((host) => `MAP ${host} 127.0.0.1`).join(',')}`],
    firefox: [],
  };
  return openBrowser(name, args[name], {
    acceptInsecureCerts: true,
    extraPrefsFirefox: { 'network.dns.localDomains': names.join(',') },
  });
}
