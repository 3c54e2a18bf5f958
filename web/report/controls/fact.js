import { html, nothing } from 'lit';

/**
 * An entry of a list of facts; nothing where the fact is not known.
 * @param {string} term
 * @param {unknown} content
 */
export const fact = (term, content) =>
  content
    ? html`<div>
        <dt>${term}</dt>
        <dd>${content}</dd>
      </div>`
    : nothing;
