import { errorTitle, errorView } from './error-view.js';
import { idleView } from './idle-view.js';
import { loadingView, phaseText } from './loading-view.js';
import { reportView } from './report-view.js';
import { summaryText } from './summary-view.js';

/** @typedef {import('../texts/texts.js').Texts} Texts */
/** @typedef {import('../state/report-session.js').Outcome} Outcome */

/**
 * The view of an outcome: a panel or the report.
 * @param {object} options
 * @param {Texts} options.texts
 * @param {Outcome} options.outcome
 * @param {import('../state/report-explorer.js').ReportExplorer} options.explorer
 * @param {import('../export/exporter.js').Exporter} options.exporter
 * @param {import('../correction/correction.js').Correction} options.correction
 * @param {(text: string) => void} options.onCopy
 * @param {() => void} options.onCancel
 * @param {() => void} [options.onRetry]
 */
export function outcomeView({ texts, outcome, explorer, exporter, correction, onCopy, onCancel, onRetry }) {
  switch (outcome.status) {
    case 'loading':
      return loadingView({ texts, progress: outcome.progress, onCancel });
    case 'report':
      return reportView({ texts, explorer, exporter, correction, onCopy });
    case 'idle':
      return idleView(texts);
    default:
      return errorView({ texts, error: outcome.error, onCopy, onRetry });
  }
}

/**
 * The outcome as a sentence for screen readers.
 * @param {Texts} texts
 * @param {Outcome} outcome
 */
export function outcomeText(texts, outcome) {
  switch (outcome.status) {
    case 'loading':
      return `${texts.say('loading')}. ${phaseText(texts, outcome.progress)}`;
    case 'report':
      return summaryText(texts, outcome.report);
    case 'idle':
      return '';
    default:
      return `${errorTitle(texts, outcome.error)}. ${outcome.error.message}`;
  }
}
