import './import-report/koodrive-import-report.js';

const report = document.querySelector('koodrive-import-report');
report.credentials = { accessToken: async () => (await fetch('portal/token')).text() };
await report.load('1534087020903704703');
