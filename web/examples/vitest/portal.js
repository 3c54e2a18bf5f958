import 'koodrive-import-report';

/**
 * Shows a task's report in a panel of the portal, and says below it how it went.
 * @param {HTMLElement} panel
 * @param {Partial<import('koodrive-import-report').KooDriveImportReport>} options such as `taskId`, `userId`, `credentials`
 */
export function showImport(panel, options) {
  const report = document.createElement('koodrive-import-report');
  const outcome = document.createElement('p');
  panel.append(Object.assign(report, options), outcome);
  report.addEventListener('koodrive-report', ({ detail }) => {
    outcome.textContent = `${detail.report.failCount} users need a second look.`;
  });
  report.addEventListener('koodrive-error', ({ detail }) => {
    outcome.textContent = `There is no report: ${detail.error.kind}.`;
  });
  return report.load();
}
