export type Progress =
  | { readonly phase: 'connecting'; readonly attempt: number }
  | {
      readonly phase: 'receiving';
      readonly attempt: number;
      readonly receivedBytes: number;
      readonly totalBytes?: number;
    }
  | { readonly phase: 'retrying'; readonly attempt: number; readonly waitMs: number }
  | { readonly phase: 'decoding'; readonly attempt: number };

export interface TaskResultOptions {
  /**
   * Up to 256 characters, none of them a control character. Blanks around it and characters without a width, such as a
   * zero-width space, are left out. Absent or empty: the query is sent without a task ID.
   */
  taskId?: string;
  language?: string;
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

/** `unknown`: KooDrive sent a number that it does not document, see `statusCode`, or none. */
export type TaskStatus = 'new' | 'executing' | 'success' | 'failed' | 'unknown';

/** A task as KooDrive describes it; `undefined` is "the answer does not say". */
export interface Task {
  readonly taskId: string | undefined;
  readonly taskName: string | undefined;
  /** 0: transfer and deletion; 1: batch import of users. */
  readonly taskType: number | undefined;
  readonly status: TaskStatus;
  /** The number behind `status`. */
  readonly statusCode: number | undefined;
  /** Why the task failed as a whole, for support: KooDrive does not document what the codes mean. */
  readonly resultCode: string | undefined;
  readonly tenantId: string | undefined;
  /** KooDrive's internal ID of the user. */
  readonly userId: string | undefined;
  /** Country of whoever created the task: its texts may be in that language. Lists only, as are the times. */
  readonly locale: string | undefined;
  readonly createTime: Date | undefined;
  readonly startTime: Date | undefined;
  readonly endTime: Date | undefined;
}

export interface TaskOptions extends Omit<TaskResultOptions, 'taskId'> {
  /** As `TaskResultOptions.taskId`, but never absent. */
  taskId: string;
}

export interface ListTasksOptions extends Omit<TaskResultOptions, 'taskId'> {
  /** Only tasks of this type, and those that do not tell theirs. Default: all. */
  taskType?: number;
  status?: Exclude<TaskStatus, 'unknown'>;
  /** 1 to 100. Default: KooDrive's, which is 100. */
  pageSize?: number;
  /** The `nextCursor` of the page before. */
  pageCursor?: string;
}

/** One page of tasks, in KooDrive's order, which it does not document. A page may be short or empty before the last one. */
export interface TaskList {
  readonly tasks: readonly Task[];
  /** Undefined on the last page. */
  readonly nextCursor: string | undefined;
}

/**
 * What is known of a task that is followed: its status, or `unseen` (nothing yet), `not-known` (KooDrive does not know the
 * task), `no-detail` (the call that tells the status is not available, so the result itself is asked for).
 */
export type FollowedState = 'unseen' | TaskStatus | 'not-known' | 'no-detail';

interface Followed {
  readonly state: FollowedState;
  /** As it was last seen. */
  readonly task: Task | undefined;
  /** When it started or, until it has, was created; undefined where KooDrive does not say. */
  readonly since: Date | undefined;
}

export type FollowProgress =
  /** The task is being asked for. */
  | (Followed & { readonly phase: 'looking' })
  /** Nothing is sent until `nextLookAt`, or until `lookNow()` is called. */
  | (Followed & {
      readonly phase: 'waiting';
      readonly waitMs: number;
      readonly nextLookAt: Date;
      readonly lookNow: () => void;
    })
  /** Nothing is sent until the page is shown. */
  | (Followed & { readonly phase: 'hidden' })
  /** The result is being asked for. */
  | Progress;

export interface FollowOptions extends Omit<TaskResultOptions, 'onProgress'> {
  onProgress?: (progress: FollowProgress) => void;
  /**
   * How long to follow, in milliseconds, 0 to 2,147,483,647; the time while the page is hidden does not count. Then the call
   * rejects with the reason `still-running`, and calling it again goes on. Default 600,000.
   */
  maxWaitMs?: number;
  /** Whether nobody sees the page: nothing is sent then, because every call renews the access token. Default: the document's visibility. */
  isHidden?: () => boolean;
}
