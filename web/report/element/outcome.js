/** @typedef {import('../../client/koodrive-client.js').FollowProgress} FollowProgress */
/** @typedef {import('../../client/koodrive-client.js').ImportReport} ImportReport */
/** @typedef {import('../../client/koodrive-client.js').KooDriveError} KooDriveError */
/** @typedef {import('../../client/koodrive-client.js').Progress} QueryProgress */
/** What is known of a task that is followed. @typedef {Exclude<FollowProgress, QueryProgress>} Followed */

/** The source of a report: a task of KooDrive, asked for once or followed to its end, or a saved answer. @typedef {{ taskId?: string, isFollowed?: boolean, file?: Blob }} Source */

/**
 * The state of the element: idle, loading, following a task that is not finished, or how the last query or file ended.
 * @typedef {{ status: 'idle' }
 *   | { status: 'loading', source: Source, progress?: FollowProgress, followed?: Followed }
 *   | { status: 'running', source: Source, progress: FollowProgress, followed: Followed }
 *   | { status: 'report', source: Source, report: ImportReport }
 *   | { status: 'no-result' | 'task-failed' | 'error', source: Source, error: KooDriveError, followed?: Followed }} Outcome
 */

/** @param {FollowProgress} progress @returns {progress is Followed} */
const isFollowed = (progress) => 'state' in progress;

/**
 * The state after progress of a query, or of following a task. From the first look on it shows how the task stands, also while
 * the task is looked at again; the result of a task that has ended well is shown as loading.
 * @param {Source} source
 * @param {FollowProgress} progress
 * @param {Outcome} former
 * @returns {Outcome}
 */
export function afterProgress(source, progress, former) {
  const followed = isFollowed(progress) ? progress : followedBefore(former);
  const isLoading = !isFollowed(progress) && followed?.state === 'success';
  if (!followed || followed.state === 'unseen' || isLoading)
    return { status: 'loading', source, progress, followed };
  return { status: 'running', source, progress, followed };
}

/**
 * The state after an error.
 * @param {Source} source
 * @param {KooDriveError} error
 * @param {Outcome} former
 * @returns {Outcome}
 */
export function afterError(source, error, former) {
  const { kind } = error;
  const status = kind === 'no-result' || kind === 'task-failed' ? kind : 'error';
  return { status, source, error, followed: followedBefore(former) };
}

/** @param {Outcome} former */
const followedBefore = (former) => ('followed' in former ? former.followed : undefined);
