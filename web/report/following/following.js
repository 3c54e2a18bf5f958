import { latePart } from '../../loading/late-part.js';

const viewPart = latePart(() => import('./running-view.js'));

/** @type {typeof import('./running-view.js') | undefined} */
let view;

/** What shows a task that is followed, which most readers do not do; undefined until it is loaded. */
export const followingView = () => view;

/**
 * Loads it with its texts. It is not shown before they are there, or English has to do.
 * @param {string} locale
 * @param {() => void} onLate called when the texts come after this function has ended
 * @returns {Promise<void>} rejects with a LatePartError
 */
export async function loadFollowing(locale, onLate) {
  const part = await viewPart();
  await part.loadTaskTexts(locale, onLate);
  view = part;
}
