import { html, nothing } from 'lit';
import { icons } from '../controls/icons.js';
import { isAboutRows } from '../state/filtered-rows.js';

/** @typedef {import('../texts/texts.js').Texts} Texts */
/** @typedef {import('../../client/koodrive-client.js').ReportWarning} ReportWarning */
/** @typedef {import('../state/report-explorer.js').ReportExplorer} ReportExplorer */

/**
 * @param {Texts} texts
 * @param {ReportWarning} warning
 */
function warningText(texts, { kind, ...values }) {
  if ('offsetMs' in values) {
    return texts.say('warning.clock-corrected', { seconds: Math.round(Math.abs(values.offsetMs) / 1000) });
  }
  if ('names' in values)
    return texts.say('warning.duplicate-user-names', { count: values.names, rows: values.rows });
  return texts.say(`warning.${kind}`, values);
}

/**
 * A button that shows the rows that a warning is about.
 * @param {Texts} texts
 * @param {ReportExplorer} explorer
 * @param {ReportWarning['kind']} kind
 */
function rowsButton(texts, { filter, rows }, kind) {
  if (!isAboutRows(kind)) return nothing;
  return html` <button
    class="link"
    type="button"
    aria-pressed=${rows.noted === kind ? 'true' : 'false'}
    @click=${() => filter.chooseNoted(kind)}
  >
    ${texts.say('noted.show')}
  </button>`;
}

/**
 * @param {Texts} texts
 * @param {ReportExplorer} explorer
 */
export function warningsView(texts, explorer) {
  const { warnings } = explorer.report;
  if (warnings.length === 0) return nothing;
  return html`<section class="warnings" part="warnings" aria-labelledby="warnings-title">
    <span class="panel-icon">${icons.caution}</span>
    <div class="panel-body">
      <h3 id="warnings-title" class="warnings-title">${texts.say('warnings')}</h3>
      <ul>
        ${warnings.map((warning) => html`<li>${warningText(texts, warning)}${rowsButton(texts, explorer, warning.kind)}</li>`)}
      </ul>
    </div>
  </section>`;
}
