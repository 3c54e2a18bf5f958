import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { icons } from '../controls/icons.js';
import { oddText } from '../oddities/odd-text.js';
import { longText } from '../texts/long-text.js';
import { searchPattern } from '../texts/marked-text.js';
import { optionalValue } from '../texts/optional-value.js';
import { COLUMNS } from '../state/columns.js';
import { onRowKey } from '../state/row-keys.js';
import { MAX_SELECTED } from '../state/selection.js';

/** @typedef {import('../texts/texts.js').Texts} Texts */
/** @typedef {import('../state/report-explorer.js').ReportExplorer} ReportExplorer */
/** @typedef {import('../state/columns.js').Column} Column */
/** @typedef {import('../state/columns.js').ColumnName} ColumnName */
/** @typedef {import('../state/columns.js').SortKey} SortKey */
/** @typedef {import('../state/added-columns.js').AddedColumn} AddedColumn */
/** @typedef {import('../../client/koodrive-client.js').Row} Row */

/** Most rows of a printed report; a note says that there are more. */
export const PRINTED_ROWS = 5_000;

/** Columns whose cells label the row's check box (aria-labelledby). @type {readonly ColumnName[]} */
const DESCRIBING = COLUMNS.map(({ name }) => name).filter((name) => name !== 'position');

/**
 * The range of rows of the view to render.
 * @param {ReportExplorer} explorer
 * @returns {{ first: number, end: number }}
 */
function drawnRows(explorer) {
  const { rows, paging, printing, rowWindow } = explorer;
  if (printing.isPrinting) return { first: 0, end: Math.min(rows.count, PRINTED_ROWS) };
  return paging.mode === 'scroll' ? rowWindow.range(rows.count) : paging.range;
}

/**
 * @param {ReportExplorer} explorer
 * @param {SortKey} column
 * @param {string} label
 * @param {string} [kind] one more CSS class
 */
function sortHeader(explorer, column, label, kind = '') {
  const { sort } = explorer.rows;
  const order = sort.column !== column ? 'none' : sort.descending ? 'descending' : 'ascending';
  // Plain text for printing, because browsers do not repeat buttons in the table header on every printed page.
  return html`<th scope="col" class="${kind} ${column}" aria-sort=${order}>
    ${
      explorer.printing.isPrinting
        ? label
        : html`<button class="sort" type="button" @click=${() => explorer.filter.sortBy(column)}>
            ${label}${order === 'none' ? icons.unsorted : icons[order]}
          </button>`
    }
  </th>`;
}

/**
 * @param {Texts} texts
 * @param {ReportExplorer} explorer
 * @param {AddedColumn} column
 */
function addedHeader(texts, explorer, { name, heading }) {
  if (name === 'line') return sortHeader(explorer, name, heading(texts), 'added');
  return html`<th scope="col" class="added ${name}">${heading(texts)}</th>`;
}

/**
 * @param {Texts} texts
 * @param {ReportExplorer} explorer
 */
function selectAllHeader(texts, explorer) {
  const { selection, rows } = explorer;
  const { ofShown } = selection;
  const isTooMany = rows.count > MAX_SELECTED;
  return html`<th class="select" scope="col">
    <label title=${isTooMany ? texts.say('selection.tooMany', { limit: MAX_SELECTED }) : nothing}>
      <input
        type="checkbox"
        aria-label=${texts.say('select.all')}
        .checked=${live(ofShown === 'all')}
        .indeterminate=${live(ofShown === 'some')}
        .disabled=${isTooMany}
        @click=${(/** @type {Event} */ event) =>
          selection.chooseAll(/** @type {HTMLInputElement} */ (event.target).checked)}
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
 * @param {number} options.index in the view
 * @param {boolean} options.isTabStop
 */
function tableRow({ texts, explorer, pattern, row, index, isTabStop }) {
  const { cursor, disclosure, printing, selection } = explorer;
  const { position } = row;
  const isChosen = selection.has(position);
  const text = (/** @type {string} */ value, /** @type {'userName' | 'desc'} */ name) =>
    longText({
      texts,
      value,
      content: oddText(texts, explorer.marked, value, name, pattern),
      isUnfolded: printing.isPrinting || disclosure.isRowUnfolded(position),
      onToggle: () => disclosure.toggleRow(position),
    });
  const cell = (/** @type {Column} */ { name, isRowHeader }) => {
    if (name === 'position') return html`<td class=${name}>${texts.number(position + 1)}</td>`;
    const content = optionalValue(texts, row[name], (value) => text(value, name));
    return isRowHeader
      ? html`<th scope="row" id="${name}-${index}" class=${name}>${content}</th>`
      : html`<td id="${name}-${index}" class=${name}>${content}</td>`;
  };
  return html`<tr part="row" class=${isChosen ? 'chosen' : ''} data-index=${index} aria-rowindex=${index + 2}>
    <td class="select">
      <label>
        <input
          type="checkbox"
          tabindex=${isTabStop ? 0 : -1}
          .checked=${live(isChosen)}
          aria-label=${texts.say('select.row', { row: position + 1 })}
          aria-describedby=${DESCRIBING.map((name) => `${name}-${index}`).join(' ')}
          @focus=${() => (cursor.index = index)}
          @click=${(/** @type {MouseEvent} */ { target, shiftKey }) => {
            cursor.index = index;
            selection.choose(index, /** @type {HTMLInputElement} */ (target).checked, shiftKey);
          }}
        />
      </label>
    </td>
    ${COLUMNS.map(cell)}
    ${explorer.added.all.map(
      ({ name, heading, show }) =>
        html`<td class="added ${name}" data-heading=${heading(texts)}>${show(texts, position)}</td>`,
    )}
  </tr>`;
}

/**
 * The rows to draw. Others after a search, a choice or sorting come as one new body: changed in place, they would be hundreds
 * of events for screen readers, which drop what is announced among so many.
 * @param {object} options
 * @param {Texts} options.texts
 * @param {ReportExplorer} options.explorer
 * @param {number} options.first index of the first row in the view
 * @param {readonly Row[]} options.rows
 * @param {number} options.tabStop index of the row that the Tab key reaches
 */
function tableBody({ texts, explorer, first, rows, tabStop }) {
  const pattern = searchPattern(explorer.rows.search);
  return html`<tbody @keydown=${(/** @type {KeyboardEvent} */ event) => onRowKey(explorer, event)}>
    ${repeat(
      rows,
      (_, at) => first + at,
      (row, at) =>
        tableRow({ texts, explorer, pattern, row, index: first + at, isTabStop: first + at === tabStop }),
    )}
  </tbody>`;
}

/**
 * The table of failures in the view. Only the visible rows of a long table are rendered.
 * @param {Texts} texts
 * @param {ReportExplorer} explorer
 */
export function failureTable(texts, explorer) {
  const { view, cursor, paging, printing, rowWindow } = explorer;
  const { first, end } = drawnRows(explorer);
  const rows = view.rows(first, end - first);
  const isScrolling = paging.mode === 'scroll' && !printing.isPrinting;
  const tabStop =
    cursor.index >= first && cursor.index < end ? cursor.index : isScrolling ? rowWindow.firstVisible : first;
  return html`<div
    class="table-frame ${isScrolling ? 'scrolling' : ''}"
    part="table-frame"
    ?data-row-window=${isScrolling}
    role=${isScrolling ? 'group' : nothing}
    aria-label=${isScrolling ? texts.say('rows') : nothing}
    tabindex=${isScrolling ? 0 : nothing}
  >
    <div class="extent">
      <table part="table" aria-labelledby="failures-title" aria-rowcount=${view.length + 1}>
        <thead>
          <tr aria-rowindex="1">
            ${selectAllHeader(texts, explorer)}
            ${COLUMNS.map(({ name }) => sortHeader(explorer, name, texts.say(`column.${name}`)))}
            ${explorer.added.all.map((column) => addedHeader(texts, explorer, column))}
          </tr>
        </thead>
        ${keyed(explorer.rows, tableBody({ texts, explorer, first, rows, tabStop }))}
      </table>
    </div>
  </div>`;
}
