/** @typedef {import('./outcome.js').Outcome} Outcome */

/**
 * An event of the element. It bubbles out of shadow trees (`composed`), and `koodrive-error` is cancelable.
 * @param {string} name
 * @param {object} detail
 */
export const elementEvent = (name, detail) =>
  new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: name === 'koodrive-error' });

/**
 * @param {Outcome} outcome
 * @returns {CustomEvent | undefined} undefined for outcomes that dispatch no event
 */
export function outcomeEvent(outcome) {
  if (outcome.status === 'idle') return undefined;
  const { taskId } = outcome.source;
  switch (outcome.status) {
    case 'loading':
    case 'running':
      return outcome.progress && elementEvent('koodrive-progress', { taskId, progress: outcome.progress });
    case 'report':
      return elementEvent('koodrive-report', { taskId, report: outcome.report });
    default:
      return elementEvent('koodrive-error', { taskId, error: outcome.error });
  }
}
