import { html, nothing } from 'lit';
import { exportMenu } from '../controls/export-menu.js';
import { failureTable, PRINTED_ROWS } from './failure-table.js';
import { icons } from '../controls/icons.js';
import { reasonText } from '../texts/optional-value.js';
import { pager } from '../controls/pager.js';
import { PAGE_SIZE } from '../state/report-explorer.js';
import { searchBox } from '../controls/search-box.js';

/** @typedef {import('../texts/texts.js').Texts} Texts */
/** @typedef {import('../state/report-explorer.js').ReportExplorer} ReportExplorer */
/** @typedef {import('../export/exporter.js').Exporter} Exporter */

/**
 * Scrolling through all rows, or going through them page by page.
 * @param {Texts} texts
 * @param {ReportExplorer} explorer
 */
function modeSwitch(texts, explorer) {
  const choice = (/** @type {'scroll' | 'pages'} */ mode) =>
    html`<button
      class="segment"
      type="button"
      aria-pressed=${explorer.mode === mode ? 'true' : 'false'}
      @click=${() => explorer.setMode(mode)}
    >
      ${texts.say(`mode.${mode}`)}
    </button>`;
  return html`<div class="segments" role="group" aria-label=${texts.say('mode')}>
    ${choice('scroll')}${choice('pages')}
  </div>`;
}

/**
 * What is filtered, and the way back.
 * @param {Texts} texts
 * @param {ReportExplorer} explorer
 */
function shownRows(texts, explorer) {
  const count = explorer.report.failInfoList.length;
  const group = explorer.query.chosenGroup;
  return html`<div class="shown" part="shown">
    <span class="shown-count">${texts.say('rows.shown', { shown: explorer.view.length, count })}</span>
    ${
      explorer.isPrinting && explorer.query.search
        ? html`<span>${texts.say('search.printed')} <bdi>${explorer.query.search}</bdi></span>`
        : nothing
    }
    ${
      group
        ? html`<button class="chip" type="button" @click=${() => explorer.chooseReason(undefined)}>
            <span class="chip-text">${reasonText(texts, group.text)}</span>
            <span class="visually-hidden">${texts.say('reason.release')}</span>${icons.cross}
          </button>`
        : nothing
    }
    ${
      explorer.query.isFiltered
        ? html`<button class="link" type="button" @click=${() => explorer.showAllRows()}>
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
      @click=${() => explorer.copySelection()}
    >
      ${icons.copy}${texts.say('selection.copy')}
    </button>
    <button class="link" type="button" @click=${() => explorer.clearSelection()}>
      ${texts.say('selection.clear')}
    </button>
  </div>`;
}

/**
 * @param {Texts} texts
 * @param {ReportExplorer} explorer
 */
function pages(texts, explorer) {
  const total = explorer.view.length;
  const first = explorer.page * PAGE_SIZE;
  const last = Math.min(first + PAGE_SIZE, total);
  return html`<div class="pages">
    <span>${texts.say('page.rows', { first: first + 1, last, total })}</span>
    ${pager({ texts, page: explorer.page, pages: explorer.pages, onPage: (page) => explorer.goToPage(page) })}
  </div>`;
}

/**
 * What can be done with the rows, below them.
 * @param {Texts} texts
 * @param {ReportExplorer} explorer
 */
function rowActions(texts, explorer) {
  const isPaged = explorer.mode === 'pages' && explorer.view.length > 0;
  if (!isPaged && explorer.selection.size === 0) return nothing;
  return html`<div class="row-actions">
    ${selectionBar(texts, explorer)} ${isPaged ? pages(texts, explorer) : nothing}
  </div>`;
}

/**
 * Who failed.
 * @param {object} options
 * @param {Texts} options.texts
 * @param {ReportExplorer} options.explorer
 * @param {Exporter} options.exporter
 */
export function failuresView({ texts, explorer, exporter }) {
  const { view } = explorer;
  const isEmpty = view.length === 0;
  return html`<section class="failures" part="failures" aria-labelledby="failures-title">
    <div class="toolbar" part="toolbar">
      <h3 id="failures-title" class="section-title" tabindex="-1">${texts.say('failures')}</h3>
      ${searchBox(texts, explorer)} ${modeSwitch(texts, explorer)}
      ${exportMenu({ texts, explorer, exporter })}
    </div>
    ${shownRows(texts, explorer)}
    <div class="rows">
      ${isEmpty ? html`<p class="no-rows">${texts.say('rows.none')}</p>` : failureTable(texts, explorer)}
      ${rowActions(texts, explorer)}
    </div>
    ${
      explorer.isPrinting && view.length > PRINTED_ROWS
        ? html`<p class="print-limit">
            ${texts.say('print.limit', { limit: PRINTED_ROWS, count: view.length })}
          </p>`
        : nothing
    }
    ${
      isEmpty
        ? nothing
        : html`<p class="hint">
            ${texts.say(explorer.query.sort.column === 'userName' ? 'hint.sort' : 'hint.keys')}
          </p>`
    }
  </section>`;
}
