import { html } from 'lit';
import { loadLocale } from '../../locales/index.js';
import { elementEvent } from '../element/events.js';
import { QueryingElement } from '../element/querying-element.js';
import { Announcer } from '../state/announcer.js';
import { loadTaskTexts, tasksIn } from '../texts/task-texts.js';
import { textsFor } from '../texts/texts.js';
import { askForImports, mergedImports } from './import-pages.js';
import { adoptStyles } from './styles.js';
import { listText, listView } from './list-view.js';

/** @typedef {import('../../client/koodrive-client.js').KooDriveError} KooDriveError */
/** @typedef {import('../../client/koodrive-client.js').Task} Task */
/** @typedef {import('./list-view.js').Shown} Shown */
/** @typedef {import('../koodrive-import-list.d.ts').KooDriveImportList} Declared */

/** @type {Shown} */
const IDLE = Object.freeze({ status: 'idle', tasks: [], hasMore: false });

/**
 * Lists the batch imports of a user, to choose one from. Sends no request until `load()` is called.
 *
 * @element koodrive-import-list
 * @implements {Declared}
 * @fires {KooDriveSelectEvent} koodrive-select - The user chose an import
 * @fires {KooDriveErrorEvent} koodrive-error - The list could not be loaded; `preventDefault()` keeps the element from showing the error
 *
 * @csspart list - The whole list
 * @csspart import - An import
 * @csspart state - How an import stands
 * @csspart problem - Why the list could not be loaded
 */
export class KooDriveImportList extends QueryingElement {
  static properties = {
    _shown: { state: true },
    _chosen: { state: true },
  };

  #announcer = new Announcer(this, () => this.#texts);
  /** @type {AbortController | undefined} */
  #running;
  /** @type {string | undefined} */
  #nextCursor;
  /** The locale whose texts were asked for since the last query. @type {string | undefined} */
  #askedFor;

  constructor() {
    super();
    /** @type {Shown} */
    this._shown = IDLE;
    /** @type {string | undefined} */
    this._chosen = undefined;
  }

  /** What is shown. @type {'idle' | 'loading' | 'list' | 'error'} */
  get state() {
    return this._shown.status;
  }

  /** The imports that are listed, newest first. @type {readonly Task[]} */
  get tasks() {
    return this._shown.tasks;
  }

  /**
   * Loads the newest imports in place of those that are listed. A call that still runs is aborted.
   * @returns {Promise<readonly Task[] | undefined>} the imports; undefined after an error, which is shown and dispatched as `koodrive-error`. Never rejects.
   */
  load() {
    return this.#load({ former: [], pageCursor: undefined });
  }

  /** Aborts a running `load()`. What is listed stays. */
  abort() {
    this.#running?.abort();
  }

  /** @param {ShadowRoot} root */
  _adoptStyles(root) {
    adoptStyles(root);
  }

  /** Delays rendering until the texts of a new locale are loaded, or English has to do. */
  async scheduleUpdate() {
    const locale = this._locale;
    if (locale !== this.#askedFor) {
      this.#askedFor = locale;
      const update = () => this.requestUpdate();
      await Promise.all([loadLocale(locale, update), loadTaskTexts(locale, update)]);
    }
    super.scheduleUpdate();
  }

  render() {
    const words = tasksIn(this.#texts);
    return html`<div class="reset">
      <div class="frame" lang=${words.texts.locale} dir="ltr">
        ${listView({
          words,
          shown: this._shown,
          chosen: this._chosen,
          onSelect: this.#select,
          onMore: () => void this.#load({ former: this.tasks, pageCursor: this.#nextCursor }),
          onReload: () => void this.load(),
        })}
        <p class="visually-hidden" role="status" .textContent=${this.#announcer.text}></p>
      </div>
    </div>`;
  }

  get #texts() {
    return textsFor(this._locale);
  }

  /** @param {{ former: readonly Task[], pageCursor: string | undefined }} from */
  async #load({ former, pageCursor }) {
    this.#running?.abort();
    const run = (this.#running = new AbortController());
    this.#askedFor = undefined;
    this.#show({ status: 'loading', tasks: this.tasks, hasMore: Boolean(this.#nextCursor) });
    try {
      const language = this._language;
      const client = await this._queryClient(language);
      const page = await askForImports(client, { pageCursor, language, signal: run.signal });
      if (this.#running !== run) return undefined;
      this.#nextCursor = page.nextCursor;
      this.#show({
        status: 'list',
        tasks: mergedImports(former, page.tasks),
        hasMore: Boolean(page.nextCursor),
      });
      return this.tasks;
    } catch (cause) {
      if (this.#running === run) this.#tell(/** @type {KooDriveError} */ (cause));
      return undefined;
    }
  }

  /** @param {KooDriveError} error */
  #tell(error) {
    const rest = { tasks: this.tasks, hasMore: Boolean(this.#nextCursor) };
    const isShownHere = this.dispatchEvent(elementEvent('koodrive-error', { taskId: undefined, error }));
    if (isShownHere && error.kind !== 'aborted') this.#show({ status: 'error', error, ...rest });
    else this.#show(rest.tasks.length > 0 ? { status: 'list', ...rest } : IDLE);
  }

  /** @param {Shown} shown */
  #show(shown) {
    this._shown = shown;
    if (shown.status === 'loading') this.#announcer.update((texts) => listText(tasksIn(texts), shown));
    else this.#announcer.announce((texts) => listText(tasksIn(texts), shown));
  }

  _reset() {
    this.#running?.abort();
    this.#running = undefined;
    this.#nextCursor = undefined;
    this._shown = IDLE;
  }

  #select = (/** @type {Task} */ task) => {
    this._chosen = task.taskId;
    this.dispatchEvent(elementEvent('koodrive-select', { task, tasks: this.tasks }));
  };
}
