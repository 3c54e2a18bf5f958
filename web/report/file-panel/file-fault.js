import { html, nothing } from 'lit';
import { messageIn } from '../../client/koodrive-client.js';
import { icons } from '../controls/icons.js';

/**
 * Why a file cannot be used, and what to do next.
 * @param {object} options
 * @param {import('../../client/koodrive-client.js').KooDriveError | undefined} options.error
 * @param {string} options.locale
 * @param {string} options.id unique in the shadow tree
 * @param {string} options.title
 * @param {string} options.next
 */
export function fileFault({ error, locale, id, title, next }) {
  if (!error) return nothing;
  return html`<div class="file-fault" role="group" aria-labelledby=${id}>
    ${icons.stop}
    <div>
      <h5 id=${id}>${title}</h5>
      <p>${messageIn(error, locale)}</p>
      <p class="hint">${next}</p>
    </div>
  </div>`;
}
