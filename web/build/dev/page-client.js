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

// After a reload, asks again for the demo task that the address names: the page has filled in its token by then.
new MutationObserver(() => {
  if (byId('task-id').value && byId('access-token').value) {
    /** @type {HTMLFormElement} */ (document.querySelector('form#query')).requestSubmit();
  }
}).observe(byId('demo'), { attributeFilter: ['hidden'] });
