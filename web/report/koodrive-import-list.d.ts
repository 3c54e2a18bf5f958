import type { Task } from '../client/koodrive-client.js';
import type { KooDriveErrorEvent, KooDriveQueryProperties } from './koodrive-import-report.js';

export type { KooDriveImportListAttributes } from './koodrive-frameworks.js';

/** What the list shows. */
export type ImportListState = 'idle' | 'loading' | 'list' | 'error';

/** The user chose an import. `tasks` are those that are listed, which `<koodrive-import-report>` takes its times from. */
export type KooDriveSelectEvent = CustomEvent<{ readonly task: Task; readonly tasks: readonly Task[] }>;

/** The element's own events. All of them bubble, so an ancestor can listen to them, too. */
export interface KooDriveListEventMap {
  'koodrive-select': KooDriveSelectEvent;
  'koodrive-error': KooDriveErrorEvent;
}

/** Every event that can be listened to at the element. */
export interface KooDriveImportListEventMap extends HTMLElementEventMap, KooDriveListEventMap {}

export interface KooDriveImportList extends KooDriveQueryProperties {}

/** Lists the batch imports of a user, to choose one from. It sends no request until `load()` is called. */
export class KooDriveImportList extends HTMLElement {
  readonly state: ImportListState;
  /** The imports that are listed, newest first as far as KooDrive tells their times. */
  readonly tasks: readonly Task[];
  /**
   * Loads the newest imports in place of those that are listed. A call that still runs is aborted.
   * Resolves with the imports, or with undefined after an error, which is shown and dispatched as `koodrive-error`. Never rejects.
   */
  load(): Promise<readonly Task[] | undefined>;
  /** Aborts a running `load()`. What is listed stays. */
  abort(): void;

  addEventListener<K extends keyof KooDriveImportListEventMap>(
    type: K,
    listener: (this: KooDriveImportList, event: KooDriveImportListEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof KooDriveImportListEventMap>(
    type: K,
    listener: (this: KooDriveImportList, event: KooDriveImportListEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

declare global {
  interface GlobalEventHandlersEventMap {
    'koodrive-select': KooDriveSelectEvent;
  }
  interface HTMLElementTagNameMap {
    'koodrive-import-list': KooDriveImportList;
  }
}
