/** @typedef {import('../texts/texts.js').Texts} Texts */
/** @typedef {import('../element/outcome.js').Followed} Followed */

/**
 * What is known of a task that is followed, as a title.
 * @param {Texts} texts
 * @param {Followed} followed
 */
export function runningTitle(texts, { state, task }) {
  if (state === 'unknown' && task?.statusCode !== undefined)
    return texts.say('running.unknown', { code: String(task.statusCode) });
  return texts.say(state === 'unknown' || state === 'unseen' ? 'running.no-detail' : `running.${state}`);
}
