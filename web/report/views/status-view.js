import { html } from 'lit';

/**
 * The element's live region.
 * @param {{ text: string, isNotice: boolean }} announcement
 */
export const statusView = ({ text, isNotice }) =>
  html`<div class="status">
    <p class=${isNotice ? 'notice' : 'visually-hidden'} part="notice" role="status" .textContent=${text}></p>
  </div>`;
