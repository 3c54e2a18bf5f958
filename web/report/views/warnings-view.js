import { html, nothing } from 'lit';
import { icons } from '../controls/icons.js';

/** @typedef {import('../texts/texts.js').Texts} Texts */
/** @typedef {import('../../client/koodrive-client.js').ReportWarning} ReportWarning */

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
 * @param {Texts} texts
 * @param {readonly ReportWarning[]} warnings
 */
export function warningsView(texts, warnings) {
  if (warnings.length === 0) return nothing;
  return html`<section class="warnings" part="warnings" aria-labelledby="warnings-title">
    <span class="panel-icon">${icons.caution}</span>
    <div class="panel-body">
      <h3 id="warnings-title" class="warnings-title">${texts.say('warnings')}</h3>
      <ul>
        ${warnings.map((warning) => html`<li>${warningText(texts, warning)}</li>`)}
      </ul>
    </div>
  </section>`;
}
