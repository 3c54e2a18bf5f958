import { html, nothing } from 'lit';
import { exportMenu } from '../export/export-menu.js';
import { failureTable, PRINTED_ROWS } from './failure-table.js';
import { icons } from '../controls/icons.js';
import { onCopy } from '../oddities/odd-text.js';
import { reasonText } from '../texts/optional-value.js';
import { pager } from '../controls/pager.js';
import { searchBox } from '../controls/search-box.js';

/** @typedef {import('../texts/texts.js').Texts} Texts */
/** @typedef {import('../state/report-explorer.js').ReportExplorer} ReportExplorer */
/** @typedef {import('../export/late-exports.js').LateExports} LateExports */
/** @typedef {import('../file-panel/late-panel.js').LatePanel} LatePanel */

/**
 * The choice between scrolling and paging.
 * @param {Texts} texts
 * @param {ReportExplorer} explorer
 */
function modeSwitch(texts, explorer) {
  const choice = (/** @type {'scroll' | 'pages'} */ mode) =>
    html`<button
      class="segment"
      type="button"
      aria-pressed=${explorer.paging.mode === mode ? 'true' : 'false'}
      @click=${() => explorer.paging.setMode(mode)}
    >
      ${texts.say(`mode.${mode}`)}
    </button>`;
  return html`<div class="segments" role="group" aria-label=${texts.say('mode')}>
    ${choice('scroll')}${choice('pages')}
  </div>`;
}

/**
 * A part of the active filter, as a button that removes it.
 * @param {unknown} text
 * @param {string} release what the button does
 * @param {() => void} onClick
 */
const chip = (text, release, onClick) =>
  html`<button class="chip" type="button" @click=${onClick}>
    <span class="chip-text">${text}</span>
    <span class="visually-hidden">${release}</span>${icons.cross}
  </button>`;

/**
 * The active filter, with a button to remove it.
 * @param {Texts} texts
 * @param {ReportExplorer} explorer
 */
function shownRows(texts, explorer) {
  const count = explorer.report.failInfoList.length;
  const { rows, filter } = explorer;
  const group = rows.chosenGroup;
  const changed = rows.change && explorer.added.change?.filterTexts?.(texts, rows.change);
  return html`<div class="shown" part="shown">
    <span class="shown-count">${texts.say('rows.shown', { shown: rows.count, count })}</span>
    ${
      explorer.printing.isPrinting && rows.search
        ? html`<span>${texts.say('search.printed')} <bdi>${rows.search}</bdi></span>`
        : nothing
    }
    ${
      group
        ? chip(reasonText(texts, group.text), texts.say('reason.release'), () =>
            filter.chooseReason(undefined),
          )
        : nothing
    }
    ${
      rows.noted
        ? chip(texts.say('noted'), texts.say('noted.release'), () => filter.chooseNoted(undefined))
        : nothing
    }
    ${changed ? chip(changed.text, changed.release, () => filter.chooseChange(undefined)) : nothing}
    ${
      rows.isFiltered
        ? html`<button class="link" type="button" @click=${() => filter.showAllRows()}>
            ${texts.say('rows.all')}
          </button>`
        : nothing
    }
  </div>`;
}

/**
 * @param {Texts} texts
 * @param {ReportExplorer} explorer
 */
function selectionBar(texts, explorer) {
  const count = explorer.selection.size;
  if (count === 0) return nothing;
  return html`<div class="selection" part="selection">
    <span>${texts.say('selection.count', { count })}</span>
    <button
      class="button small"
      type="button"
      title=${texts.say('selection.copy.hint')}
      @click=${() => explorer.selection.copy()}
    >
      ${icons.copy}${texts.say('selection.copy')}
    </button>
    <button class="link" type="button" @click=${() => explorer.selection.clear()}>
      ${texts.say('selection.clear')}
    </button>
  </div>`;
}

/**
 * @param {Texts} texts
 * @param {ReportExplorer} explorer
 */
function pages(texts, explorer) {
  const { paging } = explorer;
  const { first, end } = paging.range;
  return html`<div class="pages">
    <span>${texts.say('page.rows', { first: first + 1, last: end, total: explorer.rows.count })}</span>
    ${pager({ texts, page: paging.page, pages: paging.pages, onPage: (page) => paging.goToPage(page) })}
  </div>`;
}

/**
 * The bar below the table: actions for selected rows, and the pagination.
 * @param {Texts} texts
 * @param {ReportExplorer} explorer
 */
function rowActions(texts, explorer) {
  const isPaged = explorer.paging.mode === 'pages' && explorer.rows.count > 0;
  if (!isPaged && explorer.selection.size === 0) return nothing;
  return html`<div class="row-actions">
    ${selectionBar(texts, explorer)} ${isPaged ? pages(texts, explorer) : nothing}
  </div>`;
}

/**
 * The section with the failed users: toolbar, table and actions.
 * @param {object} options
 * @param {Texts} options.texts
 * @param {ReportExplorer} options.explorer
 * @param {LateExports} options.fileExports
 * @param {LatePanel} options.correction
 */
export function failuresView({ texts, explorer, fileExports, correction }) {
  const { filter, rows, printing } = explorer;
  const isEmpty = rows.count === 0;
  return html`<section class="failures" part="failures" aria-labelledby="failures-title">
    <div class="toolbar" part="toolbar">
      <h3 id="failures-title" class="section-title" tabindex="-1">${texts.say('failures')}</h3>
      ${searchBox({ texts, value: filter.typed, onSearch: (search) => filter.typeSearch(search) })}
      ${modeSwitch(texts, explorer)} ${exportMenu(texts, explorer, fileExports)}
      <button
        class="button"
        type="button"
        aria-expanded=${correction.isOpen ? 'true' : 'false'}
        @click=${() => correction.toggle(texts)}
      >
        ${texts.say('correction')}
      </button>
    </div>
    ${correction.view(texts, explorer)} ${shownRows(texts, explorer)}
    <div class="rows" @copy=${onCopy}>
      ${isEmpty ? html`<p class="no-rows">${texts.say('rows.none')}</p>` : failureTable(texts, explorer)}
      ${rowActions(texts, explorer)}
    </div>
    ${
      printing.isPrinting && rows.count > PRINTED_ROWS
        ? html`<p class="print-limit">
            ${texts.say('print.limit', { limit: PRINTED_ROWS, count: rows.count })}
          </p>`
        : nothing
    }
    ${
      isEmpty
        ? nothing
        : html`<p class="hint">${texts.say(rows.sort.column === 'userName' ? 'hint.sort' : 'hint.keys')}</p>`
    }
  </section>`;
}
