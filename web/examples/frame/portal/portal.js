const TASK = { taskId: '1534087020903704703', userId: '1505084218764547200' };

const frame = document.querySelector('#reports');
const reportsOrigin = new URL(frame.src).origin;

/**
 * What the frame may ask for, and the answer.
 * @type {Record<string, () => Promise<object>>}
 */
const ANSWERS = {
  'task-wanted': async () => ({ type: 'task', ...TASK }),
  'token-wanted': async () => ({
    type: 'token',
    accessToken: await (await fetch('portal/token')).text(),
  }),
};

addEventListener('message', async ({ origin, source, data }) => {
  // The frame may have been led elsewhere: neither hear another origin nor speak to it.
  if (origin !== reportsOrigin || source !== frame.contentWindow) return;
  if (!Object.hasOwn(ANSWERS, data?.type)) return;
  frame.contentWindow.postMessage(await ANSWERS[data.type](), reportsOrigin);
});

// The frame may have begun to ask before this script ran.
frame.contentWindow.postMessage({ type: 'portal-ready' }, reportsOrigin);
