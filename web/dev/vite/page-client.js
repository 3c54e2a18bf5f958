/// <reference types="vite/client" />
// Runs in the page, but only when the development server serves it.

/** @param {string} id */
const byId = (id) => /** @type {HTMLInputElement} */ (document.getElementById(id));

import.meta.hot?.on('koodrive:element-style', ({ mark, text }) => {
  const element = customElements.get('koodrive-import-report');
  /** @type {import('lit').CSSResult[]} */
  const styles = /** @type {any} */ (element).elementStyles;
  styles.find(({ cssText }) => cssText.endsWith(mark))?.styleSheet?.replaceSync(text);
});

/** Queries the demo task named in the URL, so that its report is shown again after a reload. */
function askAgain() {
  if (!byId('task-id').value || !byId('access-token').value) return;
  /** @type {HTMLFormElement} */ (document.querySelector('form#query')).requestSubmit();
}

// Once the page lists the demo's tasks, it has the demo's token as well.
if (!byId('demo').hidden) askAgain();
else new MutationObserver(askAgain).observe(byId('demo'), { attributeFilter: ['hidden'] });
