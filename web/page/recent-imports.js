import { partError } from '../client/koodrive-client.js';
import { latePart } from '../loading/late-part.js';
import { byId } from './dom.js';

/** @typedef {import('../client/koodrive-client.js').Task} Task */
/** @typedef {import('../report/koodrive-import-list.d.ts').KooDriveImportList} KooDriveImportList */
/** @typedef {Partial<Pick<KooDriveImportList, 'endpoint' | 'userId' | 'credentials' | 'language' | 'locale'>>} ListProperties */

/** Needed by those who do not know the task ID only. */
const listPart = latePart(() => import('../report/list/define.js'));

/** The list of the recent imports, which is not there until a reader asks for it. */
export class RecentImports {
  #place = byId('imports', HTMLElement);
  #onSelect;
  #onError;
  /** @type {KooDriveImportList | undefined} */
  #list;
  /** @type {ListProperties} */
  #properties = {};

  /**
   * @param {object} listeners
   * @param {(task: Task, tasks: readonly Task[]) => void} listeners.onSelect
   * @param {(event: import('../report/koodrive-import-report.js').KooDriveErrorEvent) => void} listeners.onError
   */
  constructor({ onSelect, onError }) {
    this.#onSelect = onSelect;
    this.#onError = onError;
  }

  /** What the list is asked for with, from now on. @param {ListProperties} properties */
  set(properties) {
    Object.assign(this.#properties, properties);
    if (this.#list) Object.assign(this.#list, this.#properties);
  }

  /** Shows the list, and loads the newest imports. */
  async show() {
    try {
      this.#list ??= await this.#create();
    } catch (problem) {
      const error = /** @type {import('../loading/late-part.js').LatePartError} */ (problem);
      this.#place.textContent = partError(error, this.#properties.locale ?? 'en-US').message;
      this.#place.hidden = false;
      return;
    }
    this.#place.hidden = false;
    await this.#list.load();
    this.#place.hidden = this.#list.state === 'idle';
  }

  /** Loads the newest imports again, if the list is shown. */
  refresh() {
    if (!this.#place.hidden) void this.#list?.load();
  }

  async #create() {
    const { KooDriveImportList } = await listPart();
    const list = new KooDriveImportList();
    list.addEventListener('koodrive-select', ({ detail }) => this.#onSelect(detail.task, detail.tasks));
    list.addEventListener('koodrive-error', this.#onError);
    Object.assign(list, this.#properties);
    this.#place.replaceChildren(list);
    return list;
  }
}
