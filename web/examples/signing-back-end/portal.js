import './import-report/koodrive-import-report.js';

const report = document.querySelector('koodrive-import-report');
report.credentials = {
  // The URL that KooDrive receives from the forwarder; the signature covers its host and path.
  signedEndpoint: 'https://intl.myhuaweicloud-koodrive.com',
  async sign({ canonicalRequest, signal }) {
    const answer = await fetch('portal/sign', { method: 'POST', body: canonicalRequest, signal });
    if (!answer.ok) throw new Error('not signed');
    return answer.text();
  },
};
await report.load('1534087020903704703');
