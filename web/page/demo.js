import { byId } from './dom.js';
import { pageText } from './texts.js';

/** @typedef {import('./config.js').Demo} Demo */
/** @typedef {import('../locales/loaded.js').Locale} Locale */

/**
 * Offers the tasks of the demo server as links.
 * @param {Demo} demo
 * @param {Locale} locale
 * @param {object} listeners
 * @param {(values: import('./query-form.js').QueryValues) => void} listeners.onTask called instead of following a link, with all that the query needs
 * @param {(demo: Demo) => void} listeners.onSignIn fills in the demo's user and token
 */
export function showDemo(demo, locale, { onTask, onSignIn }) {
  const items = demo.tasks.map((task) => {
    const link = document.createElement('a');
    link.href = `?${new URLSearchParams({ taskId: task.taskId, language: locale })}`;
    link.textContent = task.title[locale] ?? task.title['en-US'] ?? task.taskId;
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      onTask({ taskId: task.taskId, userId: demo.userId, accessToken: demo.accessToken });
    });
    const code = document.createElement('code');
    code.textContent = task.taskId;
    const item = document.createElement('li');
    item.append(link, code);
    if (task.importFile) item.append(importFileLink(task.importFile, locale));
    return item;
  });
  byId('demo-sign-in', HTMLButtonElement).onclick = () => onSignIn(demo);
  byId('demo-tasks', HTMLUListElement).replaceChildren(...items);
  byId('demo', HTMLElement).hidden = false;
}

/**
 * @param {string} file the path of the file that was imported
 * @param {Locale} locale
 */
function importFileLink(file, locale) {
  const link = document.createElement('a');
  link.href = file;
  link.download = '';
  link.className = 'import-file';
  link.textContent = pageText(locale, 'demo.import-file');
  return link;
}
