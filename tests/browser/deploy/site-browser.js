import { openBrowser } from '../support/shared-browsers.js';
import { SITE_HOST } from './deployment.js';

/**
 * A browser that resolves the site's name to this machine and accepts the tests' certificates.
 * @param {'chromium' | 'firefox'} name
 */
export function openSiteBrowser(name) {
  const args = {
    chromium: [`--host-resolver-rules=MAP ${SITE_HOST} 127.0.0.1`],
    firefox: [],
  };
  return openBrowser(name, args[name], {
    acceptInsecureCerts: true,
    extraPrefsFirefox: { 'network.dns.localDomains': SITE_HOST },
  });
}
