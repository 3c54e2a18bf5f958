/**
 * The parts of the security headers that differ between deployments.
 * @typedef {object} SecurityOptions
 * @property {readonly string[]} [connectSrc] origins that the page may call besides its own
 * @property {string} [frameAncestors] who may frame the page; default: `'self'`
 */

/**
 * The response headers under which the page runs: only its own scripts, styles and wasm, no inline code, Trusted Types.
 * @param {SecurityOptions} [options]
 * @returns {Record<string, string>}
 */
export function securityHeaders({ connectSrc = [], frameAncestors = "'self'" } = {}) {
  const policy = {
    'default-src': "'none'",
    'script-src': "'self' 'wasm-unsafe-eval'",
    'style-src': "'self'",
    'img-src': "'self' data:",
    'connect-src': ["'self'", ...connectSrc].join(' '),
    'base-uri': "'none'",
    // A form submitted by the browser itself would put the token into the URL.
    'form-action': "'none'",
    'frame-ancestors': frameAncestors,
    'require-trusted-types-for': "'script'",
  };
  return {
    'Content-Security-Policy': Object.entries(policy)
      .map(([directive, value]) => `${directive} ${value}`)
      .join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  };
}
