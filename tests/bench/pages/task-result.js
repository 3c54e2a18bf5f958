/** Queries the task result with fetch, as a portal without a client would. */
export async function fetchTaskResult() {
  const response = await fetch(`koodrive/ose/v1/task/result${location.search}`, {
    headers: {
      Authorization: 'Bearer+measured',
      'X-User-Id': '1505084218764547200',
      'X-Date': new Date().toISOString().replace(/[-:]|\.\d+/g, ''),
      language: 'en-US',
    },
  });
  const { data } = await response.json();
  const { successCount, failCount } = data;
  /** @type {HTMLElement} */ (document.querySelector('#summary')).textContent =
    `${successCount} succeeded, ${failCount} failed`;
  return /** @type {{ userName: string, desc: string }[]} */ (data.failInfoList);
}

/** The element that the table is put into. */
export const box = /** @type {HTMLElement} */ (document.querySelector('#failures'));
