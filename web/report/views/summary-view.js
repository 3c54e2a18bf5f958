import { html, nothing } from 'lit';
import { icons } from '../controls/icons.js';
import { dash } from '../texts/optional-value.js';
import { proportionPicture } from './proportion-picture.js';

/** @typedef {import('../texts/texts.js').Texts} Texts */
/** @typedef {import('../../client/koodrive-client.js').ImportReport} ImportReport */

/**
 * The four numbers of a report.
 * @param {ImportReport} report
 * @returns {{ succeeded: number | undefined, failed: number, total: number | undefined, rate: number | undefined }}
 *   total and rate (0 to 1) are undefined if they cannot be computed
 */
function totals({ successCount, failCount }) {
  const total = successCount === undefined ? undefined : successCount + failCount;
  const rate = total ? /** @type {number} */ (successCount) / total : undefined;
  return { succeeded: successCount, failed: failCount, total, rate };
}

/**
 * The result of the import in one sentence.
 * @param {Texts} texts
 * @param {ImportReport} report
 */
export function summaryText(texts, report) {
  const { succeeded, failed, total } = totals(report);
  if (total === undefined) return texts.say('summary.partial', { count: failed });
  if (total === 0) return texts.say('summary.nobody');
  if (failed === 0) return texts.say('summary.all', { count: total });
  if (succeeded === 0) return texts.say('summary.none', { count: total });
  return texts.say('summary.some', { succeeded, failed, count: total });
}

/**
 * @param {string} name
 * @param {string} label
 * @param {unknown} value
 */
const figure = (name, label, value) =>
  html`<div class="figure ${name}" part="figure ${name}">
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;

/**
 * The summary of the import: sentence, bar, figures, and buttons that save the report and compare it with an earlier one.
 * @param {object} options
 * @param {Texts} options.texts
 * @param {ImportReport} options.report
 * @param {import('../file-panel/late-panel.js').LatePanel} options.comparison
 * @param {() => void} options.onSave
 */
export function summaryView({ texts, report, comparison, onSave }) {
  const { succeeded, failed, total, rate } = totals(report);
  const absent = dash(texts.say('unknown'));
  return html`<div class="summary" part="summary">
    <p class="summary-text" part="summary-text">${summaryText(texts, report)}</p>
    ${
      succeeded !== undefined && total
        ? proportionPicture({ succeeded, failed, label: texts.say('proportion', { succeeded, failed }) })
        : nothing
    }
    <dl class="figures">
      ${figure('succeeded', texts.say('succeeded'), succeeded === undefined ? absent : texts.number(succeeded))}
      ${figure('failed', texts.say('failed'), texts.number(failed))}
      ${figure('total', texts.say('total'), total === undefined ? absent : texts.number(total))}
      ${figure('rate', texts.say('successRate'), rate === undefined ? dash(texts.say('rate.unknown')) : texts.percent(rate))}
    </dl>
    <div class="summary-actions">
      <button class="button small save" type="button" title=${texts.say('save.hint')} @click=${onSave}>
        ${icons.download}${texts.say('save')}
      </button>
      <button
        class="button small compare"
        type="button"
        aria-expanded=${comparison.isOpen ? 'true' : 'false'}
        @click=${() => comparison.toggle(texts)}
      >
        ${texts.say('comparison')}
      </button>
    </div>
  </div>`;
}
