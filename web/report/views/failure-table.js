import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { icons } from '../controls/icons.js';
import { longText } from '../texts/long-text.js';
import { searchPattern } from '../texts/marked-text.js';
import { optionalValue } from '../texts/optional-value.js';
import { PAGE_SIZE } from '../state/report-explorer.js';
import { onRowKey } from '../state/row-keys.js';
import { MAX_SELECTED } from '../state/selection.js';

/** @typedef {import('../texts/texts.js').Texts} Texts */
/** @typedef {import('../state/report-explorer.js').ReportExplorer} ReportExplorer */
/** @typedef {import('../state/report-query.js').SortColumn} SortColumn */
/** @typedef {import('../../client/koodrive-client.js').Row} Row */

/** A printed report lists this many rows and then says so. */
export const PRINTED_ROWS = 5_000;

/**
 * Which rows of the view are drawn.
 * @param {ReportExplorer} explorer
 * @returns {{ first: number, end: number }}
 */
function drawnRows(explorer) {
  const { length } = explorer.view;
  if (explorer.isPrinting) return { first: 0, end: Math.min(length, PRINTED_ROWS) };
  if (explorer.mode === 'scroll') return explorer.rows.range(length);
  const first = explorer.page * PAGE_SIZE;
  return { first, end: Math.min(length, first + PAGE_SIZE) };
}

/**
 * @param {Texts} texts
 * @param {ReportExplorer} explorer
 * @param {SortColumn} column
 */
function sortHeader(texts, explorer, column) {
  const { isPrinting } = explorer;
  const { sort } = explorer.query;
  const order = sort.column !== column ? 'none' : sort.descending ? 'descending' : 'ascending';
  const label = texts.say(`column.${column}`);
  // Browsers do not repeat buttons in the header of every printed page.
  return html`<th scope="col" class=${column} aria-sort=${order}>
    ${
      isPrinting
        ? label
        : html`<button class="sort" type="button" @click=${() => explorer.sortBy(column)}>
            ${label}${order === 'none' ? icons.unsorted : icons[order]}
          </button>`
    }
  </th>`;
}

/**
 * @param {Texts} texts
 * @param {ReportExplorer} explorer
 */
function selectAllHeader(texts, explorer) {
  const { selection, view } = explorer;
  const isAll = selection.size > 0 && selection.size >= view.length;
  const isTooMany = view.length > MAX_SELECTED;
  return html`<th class="select" scope="col">
    <label title=${isTooMany ? texts.say('selection.tooMany', { limit: MAX_SELECTED }) : nothing}>
      <input
        type="checkbox"
        aria-label=${texts.say('select.all')}
        .checked=${live(isAll)}
        .indeterminate=${live(selection.size > 0 && !isAll)}
        .disabled=${isTooMany}
        @click=${(/** @type {Event} */ event) =>
          explorer.selectAll(/** @type {HTMLInputElement} */ (event.target).checked)}
      />
    </label>
  </th>`;
}

/**
 * @param {object} options
 * @param {Texts} options.texts
 * @param {ReportExplorer} options.explorer
 * @param {RegExp | undefined} options.pattern
 * @param {Row} options.row
 * @param {number} options.index place in the view
 * @param {boolean} options.isTabStop
 */
function tableRow({ texts, explorer, pattern, row: { position, userName, desc }, index, isTabStop }) {
  const isChosen = explorer.selection.has(position);
  const text = (/** @type {string} */ value) =>
    longText({
      texts,
      value,
      pattern,
      isUnfolded: explorer.isPrinting || explorer.unfolded.has(position),
      onToggle: () => explorer.toggleUnfolded(position),
    });
  return html`<tr part="row" class=${isChosen ? 'chosen' : ''} data-index=${index} aria-rowindex=${index + 2}>
    <td class="select">
      <label>
        <input
          type="checkbox"
          tabindex=${isTabStop ? 0 : -1}
          .checked=${live(isChosen)}
          aria-label=${texts.say('select.row', { row: position + 1 })}
          aria-describedby="name-${index} reason-${index}"
          @focus=${() => (explorer.activeIndex = index)}
          @click=${(/** @type {MouseEvent} */ { target, shiftKey }) =>
            explorer.select(index, /** @type {HTMLInputElement} */ (target).checked, shiftKey)}
        />
      </label>
    </td>
    <td class="position">${texts.number(position + 1)}</td>
    <th scope="row" id="name-${index}" class="userName">${optionalValue(texts, userName, text)}</th>
    <td id="reason-${index}" class="desc">${optionalValue(texts, desc, text)}</td>
  </tr>`;
}

/**
 * The failures of the view. Of a long list only the rows in sight are drawn.
 * @param {Texts} texts
 * @param {ReportExplorer} explorer
 */
export function failureTable(texts, explorer) {
  const { view, activeIndex } = explorer;
  const { first, end } = drawnRows(explorer);
  const rows = view.rows(first, end - first);
  const isScrolling = explorer.mode === 'scroll' && !explorer.isPrinting;
  const tabStop =
    activeIndex >= first && activeIndex < end
      ? activeIndex
      : isScrolling
        ? explorer.rows.firstVisible
        : first;
  const pattern = searchPattern(explorer.query.search);
  return html`<div
    class="table-frame ${isScrolling ? 'scrolling' : ''}"
    part="table-frame"
    ?data-row-window=${isScrolling}
    role=${isScrolling ? 'group' : nothing}
    aria-labelledby=${isScrolling ? 'failures-title' : nothing}
    tabindex=${isScrolling ? 0 : nothing}
  >
    <div class="extent">
      <table part="table" aria-labelledby="failures-title" aria-rowcount=${view.length + 1}>
        <thead>
          <tr aria-rowindex="1">
            ${selectAllHeader(texts, explorer)} ${sortHeader(texts, explorer, 'position')}
            ${sortHeader(texts, explorer, 'userName')} ${sortHeader(texts, explorer, 'desc')}
          </tr>
        </thead>
        <tbody @keydown=${(/** @type {KeyboardEvent} */ event) => onRowKey(explorer, event)}>
          ${repeat(
            rows,
            (_, at) => first + at,
            (row, at) =>
              tableRow({
                texts,
                explorer,
                pattern,
                row,
                index: first + at,
                isTabStop: first + at === tabStop,
              }),
          )}
        </tbody>
      </table>
    </div>
  </div>`;
}
