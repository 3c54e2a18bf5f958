import { html, nothing } from 'lit';

/** How many entries of a list are shown initially, and how many more for each press of "show more". */
const LISTED = 100;

/** How many entries of each list of a panel are shown. */
export class ListLengths {
  /** @type {Map<string, number>} */
  #shown = new Map();
  #host;

  /** @param {import('lit').ReactiveControllerHost} host */
  constructor(host) {
    this.#host = host;
  }

  /** @param {string} list */
  of = (list) => this.#shown.get(list) ?? LISTED;

  /** @param {string} list */
  showMore(list) {
    this.#shown.set(list, this.of(list) + LISTED);
    this.#host.requestUpdate();
  }

  reset() {
    this.#shown.clear();
  }
}

/**
 * A list of which the first entries are shown once it is opened, and more on demand.
 * @template Entry
 * @param {object} options
 * @param {string} options.name also its CSS class
 * @param {ListLengths} options.lengths
 * @param {string} options.summary
 * @param {readonly Entry[]} options.entries
 * @param {(entry: Entry) => unknown} options.show an `<li>`
 * @param {(count: number) => string} options.more the label of the button
 * @param {unknown} [options.remark] shown above the entries
 */
export function panelList({ name, lengths, summary, entries, show, more, remark = nothing }) {
  if (entries.length === 0) return nothing;
  const limit = lengths.of(name);
  const rest = entries.length - limit;
  return html`<details class="panel-list ${name}">
    <summary>${summary}</summary>
    ${remark}
    <div class="panel-entries" role="group" aria-label=${summary} tabindex="0">
      <ul>
        ${entries.slice(0, limit).map(show)}
      </ul>
    </div>
    ${
      rest > 0
        ? html`<button class="link" type="button" @click=${() => lengths.showMore(name)}>
            ${more(rest)}
          </button>`
        : nothing
    }
  </details>`;
}
