import { html, nothing } from 'lit';
import { factsView } from './facts-view.js';
import { failuresView } from './failures-view.js';
import { reasonsView } from './reasons-view.js';
import { summaryView } from './summary-view.js';
import { warningsView } from './warnings-view.js';

/** @typedef {import('../texts/texts.js').Texts} Texts */
/** @typedef {import('../state/report-explorer.js').ReportExplorer} ReportExplorer */
/** @typedef {import('../export/late-exports.js').LateExports} LateExports */
/** @typedef {import('../file-panel/late-panel.js').LatePanel} LatePanel */

/**
 * A report: summary, reasons and failed users.
 * @param {object} options
 * @param {Texts} options.texts
 * @param {ReportExplorer} options.explorer
 * @param {LateExports} options.fileExports
 * @param {LatePanel} options.correction
 * @param {LatePanel} options.comparison
 * @param {readonly import('../../client/koodrive-client.js').Task[]} options.tasks those of which the times are known
 * @param {(text: string) => void} options.onCopy
 */
export function reportView({ texts, explorer, fileExports, correction, comparison, tasks, onCopy }) {
  const { report, source } = explorer;
  const hasFailures = report.failInfoList.length > 0;
  return html`<article class="report" part="report" aria-labelledby="report-title">
    <header class="report-head">
      <h2 id="report-title" class="report-title" tabindex="-1">${texts.say('title')}</h2>
      ${factsView({ texts, report, source, tasks, onCopy })}
    </header>
    <div class="report-body ${hasFailures ? '' : 'single'}">
      <div class="report-overview">
        ${summaryView({ texts, report, comparison, onSave: () => fileExports.save(texts, explorer) })}
        ${comparison.view(texts, explorer)} ${warningsView(texts, explorer)}
        ${hasFailures ? reasonsView(texts, explorer) : nothing}
      </div>
      ${
        hasFailures
          ? failuresView({ texts, explorer, fileExports, correction })
          : report.failCount > 0
            ? html`<p class="no-rows">${texts.say('failures.none.listed')}</p>`
            : nothing
      }
    </div>
  </article>`;
}
