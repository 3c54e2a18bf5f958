import { svg, html } from 'lit';

/** @param {import('lit').TemplateResult} shape drawn on a field of 16 by 16 */
const icon = (shape) =>
  html`<svg
    width="16"
    height="16"
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    stroke-width="1.5"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    ${shape}
  </svg>`;

export const icons = {
  copy: icon(
    svg`<rect x="5.5" y="5.5" width="8" height="8" rx="1.5"/><path d="M10.5 5.5V4A1.5 1.5 0 0 0 9 2.5H4A1.5 1.5 0 0 0 2.5 4v5A1.5 1.5 0 0 0 4 10.5h1.5"/>`,
  ),
  check: icon(svg`<path d="m3 8.5 3.5 3.5L13 5"/>`),
  cross: icon(svg`<path d="m4 4 8 8m0-8-8 8"/>`),
  caution: icon(svg`<path d="M8 2 1.5 13.5h13Z"/><path d="M8 6.5v3M8 11.6v.1"/>`),
  stop: icon(svg`<circle cx="8" cy="8" r="6"/><path d="M8 4.8v4M8 11v.1"/>`),
  clock: icon(svg`<circle cx="8" cy="8" r="6"/><path d="M8 4.5V8l2.2 1.6"/>`),
  first: icon(svg`<path d="M4 3.5v9M12 3.5 7.5 8l4.5 4.5"/>`),
  previous: icon(svg`<path d="M10 3.5 5.5 8l4.5 4.5"/>`),
  next: icon(svg`<path d="M6 3.5 10.5 8 6 12.5"/>`),
  last: icon(svg`<path d="M12 3.5v9M4 3.5 8.5 8 4 12.5"/>`),
  download: icon(svg`<path d="M8 2.5v7.5M4.5 7 8 10.5 11.5 7M3 13.5h10" />`),
  ascending: icon(svg`<path d="m4.5 9.5 3.5-4 3.5 4" />`),
  descending: icon(svg`<path d="m4.5 6.5 3.5 4 3.5-4" />`),
  unsorted: icon(svg`<path d="m5 6.5 3-3 3 3M5 9.5l3 3 3-3" />`),
};
