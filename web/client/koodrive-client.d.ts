// For `Symbol.dispose`, which ES2024 and older do not declare.
/// <reference lib="esnext.disposable" />
import type { Credentials } from './koodrive-credentials.js';
import type { KooDriveErrorKind, KooDriveErrorReason } from './koodrive-error-reasons.js';
import type { NotedRows, Oddity, ReportWarning } from './koodrive-warnings.js';
import type { ImportFile, ImportFileOptions, ImportMatch, RunComparison } from './koodrive-import-file.js';
import type {
  FollowOptions,
  ListTasksOptions,
  Task,
  TaskList,
  TaskOptions,
  TaskResultOptions,
} from './koodrive-tasks.js';

export type * from './koodrive-credentials.js';
export type * from './koodrive-error-reasons.js';
export type * from './koodrive-import-file.js';
export type * from './koodrive-tasks.js';
export type * from './koodrive-warnings.js';

/** The one error that every call of this module rejects with. `message` is a sentence for people and names the next step. */
export class KooDriveError extends Error {
  readonly name: 'KooDriveError';
  readonly kind: KooDriveErrorKind;
  /** What exactly went wrong within the kind. */
  readonly reason: KooDriveErrorReason;
  /** `invalid-request`: the option that was refused. */
  readonly option?: string;
  /** Status of the last response; absent where none arrived. */
  readonly httpStatus?: number;
  /** The server's own error code as text, e.g. `13000102` or `APIGW.0301`; `task-failed`: the task's `resultCode`. */
  readonly code?: string;
  /** X-Traceid of the last attempt: what support asks for. */
  readonly traceId?: string;
  /** The gateway's ID of the last request, which support asks for beside the trace ID; absent where it cannot be read. */
  readonly requestId?: string;
  /**
   * `signature-refused`: the first part in which the request that was signed (`here`) differs from the one that the gateway
   * received (`there`). Part `app-secret`: there is no difference, so that the secret must be wrong.
   */
  readonly signatureDifference?: { readonly part: string; readonly here: string; readonly there: string };
  /** Shape faults: JSON Pointer of the offending member. */
  readonly pointer?: string;
  /** Syntax faults: 0-based byte of the faulty token. */
  readonly offset?: number;
  /** Syntax faults: 1-based line. */
  readonly line?: number;
  /** Syntax faults: 1-based column in code points. */
  readonly column?: number;
  /** How long the server asked to wait, in milliseconds. */
  readonly retryAfterMs?: number;
  /** Attempts made; 0 where nothing was sent. */
  readonly attempts: number;
}

/** The message of a KooDriveError in any locale; for any other error, its `message`. */
export function messageIn(error: Error, locale: string): string;

/**
 * The error that says why a module that is loaded when it is first used cannot be used; the element has such modules, too.
 * @param cause what the import was rejected with
 * @param locale BCP 47 tag of the message
 */
export function partError(
  cause: Error & { readonly problem: 'part-unavailable' | 'other-build' },
  locale: string,
): KooDriveError;

/** How an access token becomes the value of the Authorization header. */
export type AccessTokenFormat = 'Bearer+{token}' | 'Bearer {token}' | '{token}';

/** All of them, the default first. */
export const ACCESS_TOKEN_FORMATS: readonly ['Bearer+{token}', 'Bearer {token}', '{token}'];

export interface ClientOptions {
  /** KooDrive's or the forwarder's URL. Default: the page's own origin. */
  endpoint?: string;
  /** X-User-Id. Needed for queries. */
  userId?: string;
  /** Needed for queries. Held in memory only. */
  credentials?: Credentials;
  /** `language` request header, BCP 47. Default `en-US`. */
  language?: string;
  /** Language of error messages: `en-US` or `zh-CN`. Default: `language` where supported, else `en-US`. */
  locale?: string;
  /** Longest silence of one attempt, 1 to 2,147,483,647 ms. Default 30,000. */
  timeoutMs?: number;
  /** Longest time of a whole query, waits included, 1 to 2,147,483,647 ms. Default 180,000. */
  deadlineMs?: number;
  /** 1 to 10. Default 3. */
  maxAttempts?: number;
  /** Largest answer in bytes, after decompression, 1 to 1,073,741,824. Default 268,435,456. */
  maxResponseBytes?: number;
  /** URL of koodrive.wasm. Default: the same folder as the module. */
  wasmUrl?: string | URL;
}

/** A failure; `undefined` is "the answer does not say". */
export interface UserImportFailInfo {
  readonly userName: string | undefined;
  readonly desc: string | undefined;
}

export interface FailInfoList extends Iterable<UserImportFailInfo> {
  readonly length: number;
  /** The failure at `index`; negative counts from the end; undefined outside the list. */
  at(index: number): UserImportFailInfo | undefined;
  slice(start?: number, end?: number): UserImportFailInfo[];
}

export interface Reason {
  readonly desc: string | undefined;
  readonly count: number;
}

export interface Row extends UserImportFailInfo {
  /** 0-based place in the answer. */
  readonly position: number;
}

export interface ViewOptions {
  /** Rows whose name or reason holds this text, case folded. */
  search?: string;
  /** Rows with exactly this reason; null: rows without one. Absent: all. */
  reason?: string | null;
  /** Rows with one of these reasons, given as indices into `ImportReport.reasons`. Takes precedence over `reason`. */
  reasons?: readonly number[];
  /** Rows at these positions, for example those of `ImportMatch.unmatched` or `RunComparison.newFailures`. Absent: all. */
  positions?: Iterable<number>;
  /** Rows that the warning of this kind is about. */
  noted?: NotedRows;
  /** `line` sorts by the line in the import file, which `match` tells. */
  sortBy?: 'userName' | 'desc' | 'position' | 'line';
  /** Of this report; for `sortBy: 'line'`. */
  match?: ImportMatch;
  descending?: boolean;
}

export interface ReportView {
  readonly length: number;
  /** Up to `count` rows from `offset`. */
  rows(offset: number, count: number): Row[];
  /** The places in the answer of up to `count` rows from `offset`: much faster than `rows()`, which reads their texts. */
  positions(offset: number, count: number): Uint32Array;
  /** Frees the memory inside the module; later calls throw. A view that is garbage collected frees its memory as well. */
  close(): void;
}

/** A group of reasons that differ only in the user names of their rows, e-mail addresses, quoted or numeric parts. */
export interface ReasonPattern {
  /** The text that the reasons have in common, with … (U+2026) for each part that differs. */
  readonly pattern: string;
  readonly count: number;
  /** Indices into `ImportReport.reasons`, at least two, most frequent first. */
  readonly reasons: readonly number[];
}

export interface ExportOptions {
  /** Selects the rows and their order. Default: all rows, in the answer's order. */
  view?: ReportView;
  /** Adds the column `lines`: the row's lines in the import file, separated by blanks; a list in JSON. */
  match?: ImportMatch;
  /** Adds the column `change`: see `RunComparison.changeOf()`. */
  comparison?: RunComparison;
}

export interface ImportReport {
  /** Undefined where the answer does not say. */
  readonly successCount: number | undefined;
  readonly failCount: number;
  readonly warnings: readonly ReportWarning[];
  /** The task that was asked for, or that a saved report names. */
  readonly taskId: string | undefined;
  /** Undefined for an answer that does not name it, such as one that was saved by other means. */
  readonly traceId: string | undefined;
  /** The gateway's X-Request-Id; undefined where it cannot be read. */
  readonly requestId: string | undefined;
  /** The task that was followed; undefined for a result that was not. */
  readonly task: Task | undefined;
  /** When KooDrive answered; for a saved answer that does not say so, when it was opened. */
  readonly receivedAt: Date;
  /** The version of this module that saved the report, empty if the file does not say; undefined for any other answer. */
  readonly savedBy: string | undefined;
  /** The name of the file that was imported, if a saved report names it. */
  readonly importFile: string | undefined;
  readonly failInfoList: FailInfoList;
  /** Most frequent first. */
  readonly reasons: readonly Reason[];
  /** Most frequent first. Each reason belongs to at most one pattern. */
  readonly reasonPatterns: readonly ReasonPattern[];
  view(options?: ViewOptions): ReportView;
  toCsv(options?: ExportOptions & { forSpreadsheet?: boolean }): string;
  /** With `importFile`, the name of the file that was imported is kept. Never holds credentials. */
  toJson(options?: ExportOptions & { importFile?: string }): string;
  /** Tab-separated text of the rows at these positions, for the clipboard. Texts that could start a formula are escaped. */
  toTsv(positions: readonly number[], options?: Omit<ExportOptions, 'view'>): string;
  /** What is odd in a user name or a reason, in its order. */
  odditiesIn(text: string, column: 'userName' | 'desc'): Oddity[];
  /** Finds the rows of the failures in the file that was imported, by `column` or by the column that fits best. */
  matchWith(file: ImportFile, options?: { column?: number }): ImportMatch;
  /** What has changed since an earlier import, by the failures' names. */
  compareWith(earlier: ImportReport): RunComparison;
  /** Frees the memory inside the module, including that of the report's views; later calls throw. */
  close(): void;
  [Symbol.dispose](): void;
}

/** Memory and objects that the module currently holds, for leak tests and support. */
export interface ModuleDiagnostics {
  /** Bytes the allocator has handed out (`mallinfo().uordblks`). */
  readonly bytesInUse: number;
  /** Size of the WebAssembly memory, which never shrinks. */
  readonly memoryBytes: number;
  readonly liveReports: number;
  readonly liveViews: number;
  readonly liveFiles: number;
  readonly liveMatches: number;
  readonly liveQueries: number;
  /** JavaScript values that C++ code holds references to. */
  readonly liveValues: number;
}

export interface KooDriveClient {
  /** Asks KooDrive. Settles exactly once, with a report or a KooDriveError. */
  queryTaskResult(options?: TaskResultOptions): Promise<ImportReport>;
  /** Asks for a page of the tasks that the user may see. */
  listTasks(options?: ListTasksOptions): Promise<TaskList>;
  /** Asks for one task. The reason is `not-found` or `forbidden` where the call is not available. */
  queryTask(options: TaskOptions): Promise<Task>;
  /**
   * Waits until a task has ended and asks for its result. Rejects with the kind `task-failed` where the task failed as a whole,
   * and with the reason `still-running` where it takes longer than `maxWaitMs`.
   */
  followTaskResult(options?: FollowOptions): Promise<ImportReport>;
  /** Decodes a saved answer; nothing goes over the network. */
  openTaskResult(answer: Uint8Array | ArrayBuffer | Blob | string): Promise<ImportReport>;
  /** Opens the file that was imported; nothing goes over the network. Files larger than `maxResponseBytes` are refused. */
  openImportFile(
    file: Uint8Array | ArrayBuffer | Blob | string,
    options?: ImportFileOptions,
  ): Promise<ImportFile>;
  diagnostics(): ModuleDiagnostics;
}

/** Loads the module (once per page and wasmUrl) and checks the options. */
export function createClient(options?: ClientOptions): Promise<KooDriveClient>;
