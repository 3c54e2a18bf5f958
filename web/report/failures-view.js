import { html, nothing } from 'lit';
import { optionalValue } from './optional-value.js';
import { pager } from './pager.js';

/** @typedef {import('./texts.js').Texts} Texts */
/** @typedef {import('../client/koodrive-client.js').ImportReport} ImportReport */

const ROWS_PER_PAGE = 100;

/** @param {ImportReport} report */
export const pageCount = (report) => Math.ceil(report.failInfoList.length / ROWS_PER_PAGE);

/**
 * @param {Texts} texts
 * @param {ImportReport} report
 * @param {number} first 0-based position of the first row of the page
 */
function tableRows(texts, report, first) {
  return report.failInfoList.slice(first, first + ROWS_PER_PAGE).map(
    ({ userName, desc }, index) =>
      html`<tr part="row" aria-rowindex=${first + index + 2}>
        <td class="position">${texts.number(first + index + 1)}</td>
        <th scope="row">${optionalValue(texts, userName)}</th>
        <td>${optionalValue(texts, desc)}</td>
      </tr>`,
  );
}

/**
 * Everyone who was not imported, a page at a time.
 * @param {object} options
 * @param {Texts} options.texts
 * @param {ImportReport} options.report
 * @param {number} options.page 0-based
 * @param {(page: number) => void} options.onPage
 */
export function failuresView({ texts, report, page, onPage }) {
  const total = report.failInfoList.length;
  if (total === 0) {
    return report.failCount > 0
      ? html`<p class="no-failures">${texts.say('failures.none.listed')}</p>`
      : nothing;
  }
  const pages = pageCount(report);
  const first = page * ROWS_PER_PAGE;
  const last = Math.min(first + ROWS_PER_PAGE, total);
  return html`<section class="failures" part="failures" aria-labelledby="failures-title">
    <div class="failures-head">
      <h3 id="failures-title" class="section-title">${texts.say('failures')}</h3>
      <span class="failures-range">${texts.say('page.rows', { first: first + 1, last, total })}</span>
    </div>
    <table part="table" aria-labelledby="failures-title" aria-rowcount=${total + 1}>
      <thead>
        <tr aria-rowindex="1">
          <th scope="col" class="position">${texts.say('column.position')}</th>
          <th scope="col">${texts.say('column.userName')}</th>
          <th scope="col">${texts.say('column.desc')}</th>
        </tr>
      </thead>
      <tbody>
        ${tableRows(texts, report, first)}
      </tbody>
    </table>
    ${pages > 1 ? pager({ texts, page, pages, onPage }) : nothing}
  </section>`;
}
