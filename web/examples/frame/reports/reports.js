import './import-report/koodrive-import-report.js';

const portalOrigin = document.querySelector('meta[name=portal-origin]').content;
const report = document.querySelector('koodrive-import-report');

/** @param {(data: any) => void} listener called with messages of the portal's window and origin only */
function onPortalMessage(listener, options) {
  addEventListener(
    'message',
    ({ origin, source, data }) => {
      if (origin === portalOrigin && source === parent) listener(data);
    },
    options,
  );
}

/** @param {string} type */
const askPortal = (type) => parent.postMessage({ type }, portalOrigin);

report.credentials = {
  // Called before every attempt, so that an expired token is replaced.
  accessToken: ({ signal }) =>
    new Promise((resolve) => {
      onPortalMessage(({ type, accessToken }) => type === 'token' && resolve(accessToken), { signal });
      askPortal('token-wanted');
    }),
};

onPortalMessage(({ type, taskId, userId }) => {
  if (type === 'portal-ready') askPortal('task-wanted');
  if (type !== 'task') return;
  report.userId = userId;
  report.load(taskId);
});
askPortal('task-wanted');
