/// <reference types="vite/client" />
// Runs in the page of the development server only.

/** @param {string} id */
const byId = (id) => /** @type {HTMLInputElement} */ (document.getElementById(id));

import.meta.hot?.on('koodrive:element-style', ({ mark, text }) => {
  const element = customElements.get('koodrive-import-report');
  /** @type {import('lit').CSSResult[]} */
  const styles = /** @type {any} */ (element).elementStyles;
  styles.find(({ cssText }) => cssText.endsWith(mark))?.styleSheet?.replaceSync(text);
});

/** Asks for the demo task that the address names, so that its report is back after a reload. */
function askAgain() {
  if (!byId('task-id').value || !byId('access-token').value) return;
  /** @type {HTMLFormElement} */ (document.querySelector('form#query')).requestSubmit();
}

// The page shows the demo's tasks as soon as it has the token for them.
if (!byId('demo').hidden) askAgain();
else new MutationObserver(askAgain).observe(byId('demo'), { attributeFilter: ['hidden'] });
