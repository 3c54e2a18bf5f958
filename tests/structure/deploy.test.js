import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { securityHeaders } from '../../web/dev/security-headers.js';
import { read } from './repository.js';

/** How each file of web/deploy/ writes a header. @type {Record<string, RegExp>} */
const HEADERS = {
  'nginx.conf': /^ {4}add_header (\S+) (?:"(.*)"|(\S+)) always;$/gm,
  Caddyfile: /^\t{3}([A-Z][\w-]+) (?:"(.*)"|(\S+))$/gm,
  _headers: /^ {2}([\w-]+): (?:"(.*)"|(.*))$/gm,
};

/** Stands for the portal that may frame the page. */
const PORTAL_ORIGIN = / (\$portal_origin|\{http\.vars\.portal_origin\})(?=;)/;

/** @param {string} file */
function headersOf(file) {
  const found = [...read(`web/deploy/${file}`).matchAll(HEADERS[file])];
  return Object.fromEntries(
    found.map(([, name, quoted, plain]) => [name, (quoted ?? plain).replace(PORTAL_ORIGIN, '')]),
  );
}

describe('the security headers', () => {
  for (const file of Object.keys(HEADERS)) {
    it(`are the same in ${file} as those that the page is developed under`, () => {
      const found = headersOf(file);
      for (const [name, value] of Object.entries(securityHeaders())) assert.equal(found[name], value, name);
    });
  }

  it('have one place for the portal’s origin in each server’s configuration', () => {
    for (const file of ['nginx.conf', 'Caddyfile'])
      assert.equal(read(`web/deploy/${file}`).match(/portal_origin/g)?.length, 2, file);
  });

  it('are those that web/README.md asks of a portal, which decides itself who may frame it', () => {
    const [, promised] = /^Content-Security-Policy: (.*)$/m.exec(read('web/README.md')) ?? [];
    const { 'Content-Security-Policy': policy } = securityHeaders();
    assert.equal(promised, policy.replace(" frame-ancestors 'self';", ''));
  });
});
