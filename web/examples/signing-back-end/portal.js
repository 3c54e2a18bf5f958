// import-report/ is a copy of dist/.
import './import-report/koodrive-import-report.js';
import './import-report/koodrive-import-list.js';

const report = document.querySelector('koodrive-import-report');
const list = document.querySelector('koodrive-import-list');
report.credentials = {
  // The URL that KooDrive receives from the forwarder; the signature covers its host and path.
  signedEndpoint: 'https://intl.myhuaweicloud-koodrive.com',
  async sign({ canonicalRequest, signal }) {
    const answer = await fetch('portal/sign', { method: 'POST', body: canonicalRequest, signal });
    if (!answer.ok) throw new Error('not signed');
    return answer.text();
  },
};
list.credentials = report.credentials;
list.addEventListener('koodrive-select', ({ detail }) => {
  report.tasks = detail.tasks;
  void report.follow(detail.task.taskId);
});
await Promise.all([report.load('1534087020903704703'), list.load()]);
