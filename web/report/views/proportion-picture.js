import { html, svg } from 'lit';

/** Least width of a share above 0, in percent of the bar. */
const VISIBLE = 0.8;

/**
 * Width of the failed part in percent; 0 or 100 only if nobody or everybody failed.
 * @param {number} succeeded
 * @param {number} failed
 */
export function failedWidth(succeeded, failed) {
  const share = (100 * failed) / (succeeded + failed);
  return failed && succeeded ? Math.min(100 - VISIBLE, Math.max(VISIBLE, share)) : share;
}

/**
 * Imported and failed users as one bar; the failed part is hatched, so that the picture does not rely on colour.
 * @param {object} options
 * @param {number} options.succeeded
 * @param {number} options.failed
 * @param {string} options.label text alternative
 */
export function proportionPicture({ succeeded, failed, label }) {
  const width = failedWidth(succeeded, failed);
  return html`<svg
    class="proportion"
    part="proportion"
    role="img"
    aria-label=${label}
    width="100%"
    height="14"
  >
    <defs>
      <pattern id="hatching" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" class="hatching-ground" />
        <rect width="2" height="6" class="hatching-line" />
      </pattern>
    </defs>
    ${width < 100 ? svg`<rect class="succeeded-part" width="${100 - width}%" height="14" />` : ''}
    ${width > 0 ? svg`<rect class="failed-part" x="${100 - width}%" width="${width}%" height="14" fill="url(#hatching)" />` : ''}
    ${width > 0 && width < 100 ? svg`<rect class="proportion-gap" x="${100 - width}%" width="2" height="14" />` : ''}
  </svg>`;
}
