import { DEFAULT_LOCALE } from '../../locales/loaded.js';
import { loadTaskTexts, taskTexts } from '../../locales/tasks/index.js';
import { textsFor } from './texts.js';

/** @typedef {import('./texts.js').Texts} Texts */
/** @typedef {(key: import('../../locales/tasks/index.js').TaskKey, values?: import('./texts.js').TextValues) => string} SayOfTasks a text about tasks */

export { loadTaskTexts };

/**
 * The texts about tasks, and the other ones in the same language: in English while those about tasks are not loaded.
 * @param {Texts} wanted
 * @returns {{ texts: Texts, say: SayOfTasks }}
 */
export function tasksIn({ locale }) {
  const texts = textsFor(taskTexts.has(locale) ? locale : DEFAULT_LOCALE);
  const { tasks } = taskTexts.of(texts.locale);
  return { texts, say: (key, values) => texts.phrase(tasks[key], values) };
}
