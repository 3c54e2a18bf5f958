import { KooDriveError } from '../errors.js';

/** @typedef {import('../koodrive-client.d.ts').FollowProgress} FollowProgress */
/** @typedef {import('../koodrive-client.d.ts').Task} Task */
/** @typedef {import('../report.js').ImportReport} ImportReport */
/** @typedef {import('../query.js').Ids} Ids */
/** @typedef {import('koodrive-module').MainModule['nextFollowStep']} Decide */
/** @typedef {Parameters<Decide>[0]} FollowEvent */
/** @typedef {Parameters<Decide>[1]} FollowedState */

/**
 * The clock that waits go by; a test has one of its own.
 * @typedef {object} Clock
 * @property {() => number} now in milliseconds, from any beginning
 * @property {(call: () => void, milliseconds: number) => any} setTimeout
 * @property {(timer: any) => void} clearTimeout
 */

/**
 * @typedef {object} Following
 * @property {() => Promise<{ task: Task, ids: Ids }>} look asks for the task; rejects with a KooDriveError
 * @property {() => Promise<ImportReport>} ask asks for the result; rejects with a KooDriveError
 * @property {Decide} decide
 * @property {boolean} canLook whether the task has an ID to ask by
 * @property {Clock} clock
 * @property {() => number} random
 * @property {() => boolean} isHidden
 * @property {number} maxWaitMs
 * @property {AbortSignal} [signal]
 * @property {(progress: FollowProgress) => void} [onProgress]
 * @property {import('../../locales/loaded.js').Locale} locale of errors
 */

/** How often a hidden page is looked at whether it is shown again. Nothing is sent for it. */
const SHOWN_AGAIN_MS = 1000;

/** The states of a task that says that it is not finished. */
const RUNNING = ['new', 'executing'];

/**
 * Follows a task to its result. Settles exactly once.
 * @param {Following} following
 * @returns {Promise<ImportReport>} rejects with a KooDriveError
 */
export const follow = (following) => new Follower(following).run();

class Follower {
  #with;
  #begun;
  #pausedMs = 0;
  /** @type {{ event: FollowEvent, state: FollowedState, waits: number, missingResults: number, askedWaitMs: number }} */
  #now;
  /** @type {Task | undefined} */
  #task;
  /** Of the last call that was answered. @type {Ids} */
  #ids = {};
  /** What the last call was refused with. @type {KooDriveError | undefined} */
  #refusal;

  /** @param {Following} following */
  constructor(following) {
    this.#with = following;
    this.#begun = following.clock.now();
    const state = following.canLook ? 'unseen' : 'no-detail';
    this.#now = { event: 'waited', state, waits: 0, missingResults: 0, askedWaitMs: 0 };
  }

  /** @returns {Promise<ImportReport>} */
  async run() {
    for (;;) {
      const { action, waitMs } = this.#next();
      switch (action) {
        case 'look':
          await this.#look();
          break;
        case 'ask-for-result': {
          const report = await this.#ask();
          if (report) return report;
          break;
        }
        case 'wait':
          await this.#wait(waitMs);
          break;
        case 'pause':
          await this.#pause();
          break;
        case 'end-failed':
          throw this.#failed();
        case 'end-no-result':
          throw this.#refusal;
        default:
          throw this.#stillRunning();
      }
    }
  }

  #next() {
    const { clock, decide, isHidden, maxWaitMs, random, signal } = this.#with;
    if (signal?.aborted) throw this.#error({ kind: 'aborted', reason: 'aborted-by-caller' });
    const elapsedMs = clock.now() - this.#begun - this.#pausedMs;
    const { event, state, waits, missingResults, askedWaitMs } = this.#now;
    return decide(
      event,
      state,
      waits,
      missingResults,
      isHidden(),
      elapsedMs,
      maxWaitMs,
      askedWaitMs,
      random(),
    );
  }

  async #look() {
    this.#tell({ phase: 'looking' });
    try {
      const { task, ids } = await this.#with.look();
      this.#task = task;
      this.#ids = ids;
      this.#happened('looked', task.status);
    } catch (problem) {
      const error = this.#refusedWith(problem);
      if (error.reason === 'throttled') this.#happened('throttled');
      else this.#happened('looked', stateBehind(error));
    }
  }

  async #ask() {
    try {
      const report = await this.#with.ask();
      report.task = this.#task;
      return report;
    } catch (problem) {
      const error = this.#refusedWith(problem);
      if (error.reason === 'throttled') return this.#happened('throttled');
      // KooDrive may not know the result of a task that failed.
      const missing = error.kind === 'no-result' || (error.kind === 'api' && this.#now.state === 'failed');
      if (!missing) throw error;
      this.#now.missingResults += 1;
      return this.#happened('no-result');
    }
  }

  /**
   * @param {unknown} problem
   * @returns {KooDriveError}
   */
  #refusedWith(problem) {
    if (!(problem instanceof KooDriveError)) throw problem;
    this.#refusal = problem;
    this.#ids = problem;
    return problem;
  }

  /**
   * @param {FollowEvent} event
   * @param {FollowedState} [state]
   * @returns {undefined}
   */
  #happened(event, state = this.#now.state) {
    const askedWaitMs = (event === 'throttled' && this.#refusal?.retryAfterMs) || 0;
    this.#now = { ...this.#now, event, state, askedWaitMs };
  }

  /** @param {number} waitMs */
  async #wait(waitMs) {
    this.#now.waits += 1;
    await this.#sleep(waitMs, (lookNow) =>
      this.#tell({ phase: 'waiting', waitMs, nextLookAt: new Date(Date.now() + waitMs), lookNow }),
    );
    this.#happened('waited');
  }

  /** Waits until the page is shown again. This time does not count. */
  async #pause() {
    const { clock, isHidden, signal } = this.#with;
    const begun = clock.now();
    this.#tell({ phase: 'hidden' });
    while (isHidden() && !signal?.aborted) await this.#sleep(SHOWN_AGAIN_MS);
    this.#pausedMs += clock.now() - begun;
    this.#happened('waited');
  }

  /**
   * Waits for a time, until it is woken or until following is aborted.
   * @param {number} milliseconds
   * @param {(wake: () => void) => void} [begin]
   */
  async #sleep(milliseconds, begin) {
    const { clock, signal } = this.#with;
    /** @type {(value?: unknown) => void} */
    let wake = () => {};
    const woken = new Promise((resolve) => {
      wake = resolve;
    });
    const end = () => wake();
    const timer = clock.setTimeout(end, milliseconds);
    signal?.addEventListener('abort', end);
    begin?.(end);
    await woken;
    clock.clearTimeout(timer);
    signal?.removeEventListener('abort', end);
  }

  /**
   * Calls the progress listener. An exception in it does not stop following; it is reported as an uncaught error.
   * @param {{ phase: 'looking' } | { phase: 'hidden' }
   *   | { phase: 'waiting', waitMs: number, nextLookAt: Date, lookNow: () => void }} progress
   */
  #tell(progress) {
    const { state } = this.#now;
    const since = this.#task?.startTime ?? this.#task?.createTime;
    try {
      this.#with.onProgress?.({ ...progress, state, task: this.#task, since });
    } catch (error) {
      queueMicrotask(() => {
        throw error;
      });
    }
  }

  #failed() {
    return this.#error({ kind: 'task-failed', reason: 'import-failed', code: this.#task?.resultCode });
  }

  #stillRunning() {
    const known = RUNNING.includes(this.#now.state);
    return this.#error({
      kind: 'timeout',
      reason: 'still-running',
      seconds: Math.round(this.#with.maxWaitMs / 1000),
      ...(!known && { sentence: 'still-running.unknown' }),
    });
  }

  /** @param {import('../errors.js').Failure} failure */
  #error(failure) {
    const { traceId, requestId } = this.#ids;
    return new KooDriveError({ ...failure, traceId, requestId }, this.#with.locale);
  }
}

/**
 * What the refusal of a look says about the task. Throws the error where it says nothing.
 * @param {KooDriveError} error
 * @returns {FollowedState}
 */
function stateBehind(error) {
  if (error.kind === 'api') return 'not-known';
  if (isNoCall(error)) return 'no-detail';
  throw error;
}

/**
 * Whether the call is not available: KooDrive forbids or does not have it, or a forwarder lets only other calls through. A web
 * server may also answer it with a page.
 * @param {KooDriveError} error
 */
const isNoCall = ({ httpStatus, reason, offset }) =>
  [403, 404, 405].includes(httpStatus ?? 0) || (reason === 'syntax' && offset === 0);
