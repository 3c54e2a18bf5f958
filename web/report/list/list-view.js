import { html, nothing } from 'lit';
import { messageIn } from '../../client/koodrive-client.js';
import { beginOf, durationOf } from '../state/known-task.js';

/** @typedef {ReturnType<typeof import('../texts/task-texts.js').tasksIn>} TaskTexts */
/** @typedef {import('../../client/koodrive-client.js').KooDriveError} KooDriveError */
/** @typedef {import('../../client/koodrive-client.js').Task} Task */

/**
 * What the list shows: nothing was asked for, an answer is awaited, entries, or an error beside the entries that are there.
 * @typedef {object} Shown
 * @property {'idle' | 'loading' | 'list' | 'error'} status
 * @property {readonly Task[]} tasks
 * @property {boolean} hasMore
 * @property {KooDriveError} [error]
 */

/**
 * @param {object} options
 * @param {TaskTexts} options.words
 * @param {Shown} options.shown
 * @param {string | undefined} options.chosen ID of the task that was chosen last
 * @param {(task: Task) => void} options.onSelect
 * @param {() => void} options.onMore
 * @param {() => void} options.onReload
 */
export function listView({ words, shown, chosen, onSelect, onMore, onReload }) {
  const { say } = words;
  const { status, tasks, hasMore } = shown;
  return html`<section
    class="imports"
    part="list"
    aria-labelledby="imports-title"
    aria-busy=${String(status === 'loading')}
  >
    <div class="imports-head">
      <h2 id="imports-title" class="imports-title" tabindex="-1">${say('imports')}</h2>
      ${
        status === 'list'
          ? html`<button class="link" type="button" @click=${onReload}>${say('imports.reload')}</button>`
          : nothing
      }
    </div>
    ${
      tasks.length > 0
        ? html`<ul class="imports-list">
            ${tasks.map((task) => entryView({ words, task, isChosen: task.taskId === chosen, onSelect }))}
          </ul>`
        : nothing
    }
    ${statusText({ words, shown, onReload })}
    ${
      hasMore && status === 'list'
        ? html`<button class="button" type="button" @click=${onMore}>${say('imports.more')}</button>`
        : nothing
    }
  </section>`;
}

/**
 * The outcome in one sentence, for sighted readers where there are no entries, and for screen readers.
 * @param {TaskTexts} words
 * @param {Shown} shown
 */
export function listText(words, { status, tasks, hasMore, error }) {
  const { say } = words;
  if (status === 'idle') return '';
  if (status === 'loading') return say('imports.loading');
  if (status === 'error' && error) return `${problemTitle(words, error)} ${problemText(words, error)}`;
  if (tasks.length > 0) return say('imports.count', { count: tasks.length });
  return say(hasMore ? 'imports.none.yet' : 'imports.none');
}

/** @param {{ words: TaskTexts, shown: Shown, onReload: () => void }} options */
function statusText({ words, shown, onReload }) {
  const { status, tasks, error } = shown;
  if (status === 'error' && error)
    return html`<div class="imports-problem" part="problem">
      <p class="imports-problem-title">${problemTitle(words, error)}</p>
      <p>${problemText(words, error)}</p>
      <button class="button" type="button" @click=${onReload}>${words.texts.say('retry')}</button>
    </div>`;
  if (status === 'idle' || (status === 'list' && tasks.length > 0)) return nothing;
  return html`<p class="imports-note">${listText(words, shown)}</p>`;
}

/** @param {KooDriveError} error */
const isNoCall = ({ httpStatus }) => httpStatus === 404 || httpStatus === 405;

/**
 * @param {TaskTexts} words
 * @param {KooDriveError} error
 */
function problemTitle({ say }, error) {
  if (error.httpStatus === 403) return say('imports.forbidden');
  return say(isNoCall(error) ? 'imports.no-call' : 'imports.failed');
}

/**
 * @param {TaskTexts} words
 * @param {KooDriveError} error
 */
function problemText({ texts, say }, error) {
  const isWithoutList = error.httpStatus === 403 || isNoCall(error);
  return isWithoutList ? say('imports.by-id') : messageIn(error, texts.locale);
}

/**
 * @param {object} options
 * @param {TaskTexts} options.words
 * @param {Task} options.task
 * @param {boolean} options.isChosen
 * @param {(task: Task) => void} options.onSelect
 */
function entryView({ words, task, isChosen, onSelect }) {
  const { texts, say } = words;
  const begin = beginOf(task);
  const duration = durationOf(task);
  const content = html`<span class="import-name"
      ><bdi>${task.taskName || task.taskId || say('imports.nameless')}</bdi></span
    >
    <span class="import-state ${task.status}" part="state">${stateText(words, task)}</span>
    <span class="import-time">
      ${begin ? html`<time datetime=${begin.toISOString()}>${texts.dateTime(begin)}</time>` : nothing}
      ${duration === undefined ? nothing : html`<span>${say('imports.took', { duration: texts.duration(duration) })}</span>`}
    </span>`;
  // Without an ID there is nothing that could be asked for.
  return html`<li>
    ${
      task.taskId
        ? html`<button
            class="import"
            part="import"
            type="button"
            aria-current=${isChosen ? 'true' : nothing}
            @click=${() => onSelect(task)}
          >
            ${content}
          </button>`
        : html`<div class="import" part="import">${content}</div>`
    }
  </li>`;
}

/**
 * @param {TaskTexts} words
 * @param {Task} task
 */
function stateText({ say }, { status, statusCode }) {
  if (status !== 'unknown') return say(`state.${status}`);
  return statusCode === undefined
    ? say('state.unknown')
    : say('state.unknown.code', { code: String(statusCode) });
}
