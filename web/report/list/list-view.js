import { html, nothing } from 'lit';
import { messageIn } from '../../client/koodrive-client.js';
import { beginOf, durationOf } from '../state/known-task.js';

/** @typedef {import('../texts/texts.js').Texts} Texts */
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
 * @param {Texts} options.texts
 * @param {Shown} options.shown
 * @param {string | undefined} options.chosen ID of the task that was chosen last
 * @param {(task: Task) => void} options.onSelect
 * @param {() => void} options.onMore
 * @param {() => void} options.onReload
 */
export function listView({ texts, shown, chosen, onSelect, onMore, onReload }) {
  const { status, tasks, hasMore } = shown;
  return html`<section
    class="imports"
    part="list"
    aria-labelledby="imports-title"
    aria-busy=${String(status === 'loading')}
  >
    <div class="imports-head">
      <h2 id="imports-title" class="imports-title" tabindex="-1">${texts.say('imports')}</h2>
      ${
        status === 'list'
          ? html`<button class="link" type="button" @click=${onReload}>
              ${texts.say('imports.reload')}
            </button>`
          : nothing
      }
    </div>
    ${
      tasks.length > 0
        ? html`<ul class="imports-list">
            ${tasks.map((task) => entryView({ texts, task, isChosen: task.taskId === chosen, onSelect }))}
          </ul>`
        : nothing
    }
    ${statusText({ texts, shown, onReload })}
    ${
      hasMore && status === 'list'
        ? html`<button class="button" type="button" @click=${onMore}>${texts.say('imports.more')}</button>`
        : nothing
    }
  </section>`;
}

/**
 * The outcome in one sentence, for sighted readers where there are no entries, and for screen readers.
 * @param {Texts} texts
 * @param {Shown} shown
 */
export function listText(texts, { status, tasks, hasMore, error }) {
  if (status === 'idle') return '';
  if (status === 'loading') return texts.say('imports.loading');
  if (status === 'error' && error) return `${problemTitle(texts, error)} ${problemText(texts, error)}`;
  if (tasks.length > 0) return texts.say('imports.count', { count: tasks.length });
  return texts.say(hasMore ? 'imports.none.yet' : 'imports.none');
}

/** @param {{ texts: Texts, shown: Shown, onReload: () => void }} options */
function statusText({ texts, shown, onReload }) {
  const { status, tasks, error } = shown;
  if (status === 'error' && error)
    return html`<div class="imports-problem" part="problem">
      <p class="imports-problem-title">${problemTitle(texts, error)}</p>
      <p>${problemText(texts, error)}</p>
      <button class="button" type="button" @click=${onReload}>${texts.say('retry')}</button>
    </div>`;
  if (status === 'idle' || (status === 'list' && tasks.length > 0)) return nothing;
  return html`<p class="imports-note">${listText(texts, shown)}</p>`;
}

/** @param {KooDriveError} error */
const isNoCall = ({ httpStatus }) => httpStatus === 404 || httpStatus === 405;

/**
 * @param {Texts} texts
 * @param {KooDriveError} error
 */
function problemTitle(texts, error) {
  if (error.httpStatus === 403) return texts.say('imports.forbidden');
  return texts.say(isNoCall(error) ? 'imports.no-call' : 'imports.failed');
}

/**
 * @param {Texts} texts
 * @param {KooDriveError} error
 */
function problemText(texts, error) {
  const isWithoutList = error.httpStatus === 403 || isNoCall(error);
  return isWithoutList ? texts.say('imports.by-id') : messageIn(error, texts.locale);
}

/**
 * @param {object} options
 * @param {Texts} options.texts
 * @param {Task} options.task
 * @param {boolean} options.isChosen
 * @param {(task: Task) => void} options.onSelect
 */
function entryView({ texts, task, isChosen, onSelect }) {
  const begin = beginOf(task);
  const duration = durationOf(task);
  const content = html`<span class="import-name"
      ><bdi>${task.taskName || task.taskId || texts.say('imports.nameless')}</bdi></span
    >
    <span class="import-state ${task.status}" part="state">${stateText(texts, task)}</span>
    <span class="import-time">
      ${begin ? html`<time datetime=${begin.toISOString()}>${texts.dateTime(begin)}</time>` : nothing}
      ${duration === undefined ? nothing : html`<span>${texts.say('imports.took', { duration: texts.duration(duration) })}</span>`}
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
 * @param {Texts} texts
 * @param {Task} task
 */
function stateText(texts, { status, statusCode }) {
  if (status !== 'unknown') return texts.say(`state.${status}`);
  return statusCode === undefined
    ? texts.say('state.unknown')
    : texts.say('state.unknown.code', { code: String(statusCode) });
}
