import { html } from 'lit';
import { icons } from '../controls/icons.js';
import { beginOf, knownTask, lastDuration } from '../state/known-task.js';
import { fact } from './fact.js';
import { runningTitle } from './task-state.js';

/** @typedef {import('../texts/texts.js').Texts} Texts */
/** @typedef {import('../element/outcome.js').Outcome} Outcome */
/** @typedef {import('../../client/koodrive-client.js').Task} Task */

/**
 * A task that is followed and not finished.
 * @param {object} options
 * @param {Texts} options.texts
 * @param {Extract<Outcome, { status: 'running' }>} options.outcome
 * @param {readonly Task[]} options.tasks those of which the times are known
 * @param {number} options.seconds until the next look; 0 while it is looked
 * @param {() => void} options.onStop
 */
export function runningView({ texts, outcome, tasks, seconds, onStop }) {
  const { source, progress, followed } = outcome;
  const task = knownTask(followed.task, tasks, source.taskId);
  const since = followed.since ?? (task && beginOf(task));
  const last = lastDuration(tasks);
  const lookNow = () => progress.phase === 'waiting' && progress.lookNow();
  return html`<section class="panel error calm" part="running" aria-labelledby="running-title">
    <span class="panel-icon">${icons.clock}</span>
    <div class="panel-body">
      <h2 id="running-title" class="panel-title" tabindex="-1">${runningTitle(texts, followed)}</h2>
      <p class="error-message">${texts.say('running.next')}</p>
      <dl class="facts">
        ${fact(texts.say('task.name'), task?.taskName && html`<bdi>${task.taskName}</bdi>`)}
        ${fact(texts.say('detail.taskId'), source.taskId && html`<bdi>${source.taskId}</bdi>`)}
        ${fact(
          texts.say('task.since'),
          since && html`<time datetime=${since.toISOString()}>${texts.dateTime(since)}</time>`,
        )}
        ${fact(texts.say('task.last'), last !== undefined && texts.duration(last))}
      </dl>
      <p class="error-next running-look">
        ${progress.phase === 'waiting' ? texts.say('running.look', { count: seconds }) : texts.say('running.looking')}
      </p>
      <div class="panel-actions">
        <button class="button" type="button" @click=${lookNow}>${texts.say('running.now')}</button>
        <button class="button" type="button" @click=${onStop}>${texts.say('running.stop')}</button>
      </div>
    </div>
  </section>`;
}
