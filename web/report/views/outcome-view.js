import { followingView } from '../following/following.js';
import { errorTitle, errorView } from './error-view.js';
import { idleView } from './idle-view.js';
import { loadingText, loadingView } from './loading-view.js';
import { reportView } from './report-view.js';
import { summaryText } from './summary-view.js';

/** @typedef {import('../texts/texts.js').Texts} Texts */
/** @typedef {import('../element/outcome.js').Outcome} Outcome */
/** @typedef {import('../../client/koodrive-client.js').Task} Task */

/**
 * The view of an outcome: a panel or the report.
 * @param {object} options
 * @param {Texts} options.texts
 * @param {Outcome} options.outcome
 * @param {import('../state/report-explorer.js').ReportExplorer} options.explorer
 * @param {import('../export/late-exports.js').LateExports} options.fileExports
 * @param {import('../file-panel/late-panel.js').LatePanel} options.correction
 * @param {import('../file-panel/late-panel.js').LatePanel} options.comparison
 * @param {(text: string) => void} options.onCopy
 * @param {readonly Task[]} options.tasks those of which the times are known
 * @param {number} options.seconds until a running task is looked at again
 * @param {() => void} options.onCancel
 * @param {() => void} [options.onRetry]
 * @param {() => void} [options.onFollow]
 */
export function outcomeView(options) {
  const {
    texts,
    outcome,
    explorer,
    fileExports,
    correction,
    comparison,
    tasks,
    seconds,
    onCopy,
    onCancel,
    onRetry,
    onFollow,
  } = options;
  switch (outcome.status) {
    case 'loading':
      return loadingView({ texts, progress: outcome.progress, onCancel });
    case 'running':
      return (
        followingView()?.runningView({ texts, outcome, tasks, seconds, onStop: onCancel }) ??
        loadingView({ texts, progress: outcome.progress, onCancel })
      );
    case 'report':
      return reportView({ texts, explorer, fileExports, correction, comparison, tasks, onCopy });
    case 'idle':
      return idleView(texts);
    default:
      return errorView({ texts, outcome, onCopy, onRetry, onFollow });
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
      return loadingText(texts, outcome.progress);
    case 'running':
      return followingView()?.runningTitle(texts, outcome.followed) ?? loadingText(texts, outcome.progress);
    case 'report':
      return summaryText(texts, outcome.report);
    case 'idle':
      return '';
    default:
      return `${errorTitle(texts, outcome.error)}. ${outcome.error.message}`;
  }
}
