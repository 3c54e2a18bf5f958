const TASK = { taskId: '1534087020903704703', userId: '1505084218764547200' };

const frame = document.querySelector('#reports');
const reportsOrigin = new URL(frame.src).origin;

/**
 * The messages that the frame may send, with the functions that answer them.
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
  // The frame may have navigated to another origin: ignore its messages and send it none.
  if (origin !== reportsOrigin || source !== frame.contentWindow) return;
  if (!Object.hasOwn(ANSWERS, data?.type)) return;
  frame.contentWindow.postMessage(await ANSWERS[data.type](), reportsOrigin);
});

// Messages that the frame sent before this script ran are lost, so tell it that the portal is ready.
frame.contentWindow.postMessage({ type: 'portal-ready' }, reportsOrigin);
