import type {
  Credentials,
  ImportReport,
  KooDriveClient,
  KooDriveError,
  FollowProgress,
  Task,
} from '../client/koodrive-client.js';

export type { KooDriveImportReportAttributes } from './koodrive-frameworks.js';

/** What the element shows. */
export type ReportState =
  | 'idle'
  | 'loading'
  /** A task is followed that is not finished. */
  | 'running'
  | 'report'
  | 'no-result'
  /** The task failed as a whole. */
  | 'task-failed'
  | 'error';

/** `taskId` is undefined for a saved answer. */
export type KooDriveProgressEvent = CustomEvent<{
  readonly taskId: string | undefined;
  readonly progress: FollowProgress;
}>;

/** The element closes the report when it shows something else; it may keep it open longer, to compare it with the next one. */
export type KooDriveReportEvent = CustomEvent<{
  readonly taskId: string | undefined;
  readonly report: ImportReport;
}>;

/** `preventDefault()` keeps the element from showing the error; it returns to the idle state. */
export type KooDriveErrorEvent = CustomEvent<{
  readonly taskId: string | undefined;
  readonly error: KooDriveError;
}>;

/** The search, filter and order of the table, as strings that can be put into a URL. */
export interface ReportViewState {
  readonly search?: string;
  /** Key of a reason or pattern; never its text, which may contain a user's name. */
  readonly reason?: string;
  /** Kind of the warning whose rows are shown, such as `odd-user-names`. */
  readonly noted?: string;
  /** What has become of the rows since an earlier report, such as `new`; without a comparison it has no effect. */
  readonly change?: string;
  /** `position`, `userName`, `desc`, or `line` once the import file is known; with a leading `-` for descending order. */
  readonly sort?: string;
}

/** The user searched, filtered or sorted. */
export type KooDriveViewEvent = CustomEvent<{ readonly view: ReportViewState }>;

/** The element's own events. All of them bubble, so an ancestor can listen to them, too. */
export interface KooDriveEventMap {
  'koodrive-progress': KooDriveProgressEvent;
  'koodrive-report': KooDriveReportEvent;
  'koodrive-error': KooDriveErrorEvent;
  'koodrive-view': KooDriveViewEvent;
}

/** Every event that can be listened to at the element. */
export interface KooDriveImportReportEventMap extends HTMLElementEventMap, KooDriveEventMap {}

/** The properties of an element that sends queries to KooDrive. */
export interface KooDriveQueryProperties {
  /** URL of KooDrive or of a forwarder; without one, the page's own origin. Attribute `endpoint`. */
  endpoint: string | null;
  /** X-User-Id. Attribute `user-id`. */
  userId: string | null;
  /** Language of KooDrive's texts, BCP 47; without one, that of `locale`. Attribute `language`. */
  language: string | null;
  /** Language of the element, BCP 47; without one, the browser's. Attribute `locale`. */
  locale: string | null;
  /** URL of koodrive.wasm; without one, the same folder as the module. Attribute `wasm-url`. */
  wasmUrl: string | null;
  /** Held in memory only, never shown. */
  credentials: Credentials | undefined;
  /** Used instead of a client created from the attributes. */
  client: KooDriveClient | undefined;
}

export interface KooDriveImportReport extends KooDriveQueryProperties {}

/** Shows the result of a batch import. It sends no request until `load()` is called. */
export class KooDriveImportReport extends HTMLElement {
  /** The task that `load()` asks for. Attribute `task-id`. */
  taskId: string | null;
  readonly state: ReportState;
  /** The report that is shown. The element closes it when it shows something else. */
  readonly report: ImportReport | undefined;
  /** The search, filter and order of the table. If set before there is a report, it applies to the first one. */
  view: ReportViewState;
  /**
   * Tasks as `listTasks()` gives them, for example from `<koodrive-import-list>`. The times of the task that is shown come from
   * here, and how long the last import took.
   */
  tasks: readonly Task[] | undefined;
  /**
   * Queries the result of a task and shows it. A query that is still running is aborted.
   * Resolves with the report, or with undefined after an error, which is shown and dispatched as `koodrive-error`. Never rejects.
   * @param taskId default: the `task-id` attribute
   */
  load(taskId?: string): Promise<ImportReport | undefined>;
  /**
   * Waits until a task has ended, and shows its result; `stop` and *look now* are offered meanwhile. Nothing is sent while the
   * page is hidden. Resolves as `load()` does.
   * @param taskId default: the `task-id` attribute
   */
  follow(taskId?: string): Promise<ImportReport | undefined>;
  /** Shows a saved answer as `load()` shows a task. Nothing goes over the network. */
  open(file: Blob): Promise<ImportReport | undefined>;
  /** Aborts the running `load()`, `follow()` or `open()`, which then ends with an error of the kind `aborted`. */
  abort(): void;

  addEventListener<K extends keyof KooDriveImportReportEventMap>(
    type: K,
    listener: (this: KooDriveImportReport, event: KooDriveImportReportEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof KooDriveImportReportEventMap>(
    type: K,
    listener: (this: KooDriveImportReport, event: KooDriveImportReportEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

declare global {
  interface GlobalEventHandlersEventMap extends KooDriveEventMap {}
  interface HTMLElementTagNameMap {
    'koodrive-import-report': KooDriveImportReport;
  }
}
