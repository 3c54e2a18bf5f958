import { html } from 'lit';
import { icons } from './icons.js';

/**
 * A code such as a trace ID, with a button that copies it to the clipboard.
 * @param {{ value: string, label: string, onCopy: (text: string) => void }} options
 */
export function copyable({ value, label, onCopy }) {
  return html`<span class="copyable"
    ><code part="code">${value}</code
    ><button
      class="button icon"
      type="button"
      aria-label=${label}
      title=${label}
      @click=${() => onCopy(value)}
    >
      ${icons.copy}
    </button></span
  >`;
}
