import type {
  Credentials,
  ImportReport,
  KooDriveClient,
  KooDriveError,
  Progress,
} from '../client/koodrive-client.js';

/** What the element shows. */
export type ReportState = 'idle' | 'loading' | 'report' | 'no-result' | 'error';

/** `taskId` is undefined for a saved answer. */
export type KooDriveProgressEvent = CustomEvent<{
  readonly taskId: string | undefined;
  readonly progress: Progress;
}>;

/** The element closes the report when it shows something else. */
export type KooDriveReportEvent = CustomEvent<{
  readonly taskId: string | undefined;
  readonly report: ImportReport;
}>;

/** `preventDefault()` keeps the element from showing the error: it is idle again. */
export type KooDriveErrorEvent = CustomEvent<{
  readonly taskId: string | undefined;
  readonly error: KooDriveError;
}>;

/** What of a report is looked at, fit for an address. */
export interface ReportViewState {
  readonly search?: string;
  /** Key of a reason or pattern; never its text, which may hold a name. */
  readonly reason?: string;
  /** `position`, `userName` or `desc`, after `-` in descending order. */
  readonly sort?: string;
}

/** The reader searched, filtered or sorted. */
export type KooDriveViewEvent = CustomEvent<{ readonly view: ReportViewState }>;

export interface KooDriveImportReportEventMap extends HTMLElementEventMap {
  'koodrive-progress': KooDriveProgressEvent;
  'koodrive-report': KooDriveReportEvent;
  'koodrive-error': KooDriveErrorEvent;
  'koodrive-view': KooDriveViewEvent;
}

/** Shows how a batch import went. It never asks KooDrive by itself: `load()` does. */
export class KooDriveImportReport extends HTMLElement {
  /** URL of KooDrive or of a forwarder; without one, the page's own origin. Attribute `endpoint`. */
  endpoint: string | null;
  /** The task that `load()` asks for. Attribute `task-id`. */
  taskId: string | null;
  /** X-User-Id. Attribute `user-id`. */
  userId: string | null;
  /** Language of KooDrive's texts, BCP 47; without one, that of `locale`. Attribute `language`. */
  language: string | null;
  /** Language of the element, BCP 47; without one, the browser's. Attribute `locale`. */
  locale: string | null;
  /** Where koodrive.wasm lies; without one, beside the module. Attribute `wasm-url`. */
  wasmUrl: string | null;
  /** Held in memory only, never shown. */
  credentials: Credentials | undefined;
  /** Asked instead of a client made from the attributes. */
  client: KooDriveClient | undefined;
  readonly state: ReportState;
  /** The report that is shown. The element closes it when it shows something else. */
  readonly report: ImportReport | undefined;
  /** What of the report is looked at. Set before a report is there, it is used for the first one. */
  view: ReportViewState;
  /**
   * Asks KooDrive for the result of a task and shows it. What ran before is aborted.
   * Resolves with the report, or with undefined where there is none: that is shown and told by `koodrive-error`. Never rejects.
   * @param taskId default: the `task-id` attribute
   */
  load(taskId?: string): Promise<ImportReport | undefined>;
  /** Shows a saved answer as `load()` shows a task. Nothing goes over the network. */
  open(file: Blob): Promise<ImportReport | undefined>;
  /** Ends what is running; it then ends with an error of the kind `aborted`. */
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
  interface HTMLElementTagNameMap {
    'koodrive-import-report': KooDriveImportReport;
  }
}
