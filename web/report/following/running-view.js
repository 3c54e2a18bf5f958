import { html, nothing } from 'lit';
import { icons } from '../controls/icons.js';
import { fact } from '../controls/fact.js';
import { beginOf, knownTask } from '../state/known-task.js';
import { loadTaskTexts, tasksIn } from '../texts/task-texts.js';
import { lastDuration } from './last-duration.js';

/** @typedef {import('../texts/texts.js').Texts} Texts */
/** @typedef {import('../element/outcome.js').Followed} Followed */
/** @typedef {import('../element/outcome.js').Outcome} Outcome */
/** @typedef {import('../../client/koodrive-client.js').Task} Task */

export { loadTaskTexts };

/**
 * A task that is followed and not finished.
 * @param {object} options
 * @param {Texts} options.texts
 * @param {Extract<Outcome, { status: 'running' }>} options.outcome
 * @param {readonly Task[]} options.tasks those of which the times are known
 * @param {number} options.seconds until the next look; 0 while it is looked
 * @param {() => void} options.onStop
 */
export function runningView({ texts: wanted, outcome, tasks, seconds, onStop }) {
  const { texts, say } = tasksIn(wanted);
  const { source, progress, followed } = outcome;
  const task = knownTask(followed.task, tasks, source.taskId);
  const since = followed.since ?? (task && beginOf(task));
  const last = lastDuration(tasks);
  const lookNow = () => progress.phase === 'waiting' && progress.lookNow();
  return html`<section
    class="panel error calm"
    part="running"
    aria-labelledby="running-title"
    lang=${texts.locale}
  >
    <span class="panel-icon">${icons.clock}</span>
    <div class="panel-body">
      <h2 id="running-title" class="panel-title" tabindex="-1">${runningTitle(texts, followed)}</h2>
      <p class="error-message">${say('running.next')}</p>
      <dl class="facts">
        ${fact(texts.say('task.name'), task?.taskName && html`<bdi>${task.taskName}</bdi>`)}
        ${fact(texts.say('detail.taskId'), source.taskId && html`<bdi>${source.taskId}</bdi>`)}
        ${fact(
          say('task.since'),
          since && html`<time datetime=${since.toISOString()}>${texts.dateTime(since)}</time>`,
        )}
        ${fact(say('task.last'), last !== undefined && texts.duration(last))}
      </dl>
      <p class="error-next running-look">
        ${progress.phase === 'waiting' ? say('running.look', { count: seconds }) : say('running.looking')}
      </p>
      <div class="panel-actions">
        <button class="button" type="button" @click=${lookNow}>${say('running.now')}</button>
        <button class="button" type="button" @click=${onStop}>${say('running.stop')}</button>
      </div>
    </div>
  </section>`;
}

/**
 * What is known of a task that is followed, as a title.
 * @param {Texts} texts
 * @param {Followed} followed
 */
export function runningTitle(texts, { state, task }) {
  const { say } = tasksIn(texts);
  if (state === 'unknown' && task?.statusCode !== undefined)
    return say('running.unknown', { code: String(task.statusCode) });
  return say(state === 'unknown' || state === 'unseen' ? 'running.no-detail' : `running.${state}`);
}

/**
 * What the state of the task says about a result that is missing.
 * @param {Texts} texts
 * @param {Followed} followed
 */
export function missingText(texts, { state }) {
  if (state !== 'success' && state !== 'not-known') return nothing;
  const { say } = tasksIn(texts);
  return html`<p class="error-message">${say(`missing.${state}`)}</p>`;
}
