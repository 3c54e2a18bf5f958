// import-report/ is a copy of dist/.
import './import-report/koodrive-import-report.js';

const report = document.querySelector('koodrive-import-report');
const outcome = document.querySelector('#outcome');

report.credentials = { accessToken: async () => (await fetch('portal/token')).text() };
report.addEventListener('koodrive-report', ({ detail }) => {
  outcome.textContent = `${detail.report.failCount} users need a second look.`;
});
report.addEventListener('koodrive-error', ({ detail }) => {
  outcome.textContent = `No report. Trace ID for support: ${detail.error.traceId ?? 'none'}`;
});
await report.load();
