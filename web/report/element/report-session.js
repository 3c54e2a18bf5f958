import { afterError, afterProgress } from './outcome.js';

/** @typedef {import('../../client/koodrive-client.js').FollowProgress} FollowProgress */
/** @typedef {import('../../client/koodrive-client.js').ImportReport} ImportReport */
/** @typedef {import('../../client/koodrive-client.js').KooDriveError} KooDriveError */
/** @typedef {import('./outcome.js').Outcome} Outcome */
/** @typedef {import('./outcome.js').Source} Source */

/** The function that queries or opens a report. @typedef {(signal: AbortSignal, onProgress: (progress: FollowProgress) => void) => Promise<ImportReport>} Work */

/** @type {Outcome} */
const IDLE = Object.freeze({ status: 'idle' });

/** A report with more failures is closed as soon as another one is shown, because of the memory that it takes. */
const MOST_FAILURES_KEPT = 100_000;

/** A report with as many failures or fewer is decoded within a few milliseconds, and displayed in the same task. */
const MOST_FAILURES_AT_ONCE = 50_000;

/** @param {Source} a @param {Source} b */
const isSameSource = (a, b) => a.taskId === b.taskId && a.file === b.file;

/** Resolves in a new task of the event loop. */
const nextTask = () => new Promise((resolve) => setTimeout(resolve));

/**
 * Runs one query at a time and owns its report. Starting another one aborts the query, and takes the report away as soon as a
 * request is sent: a query that is refused before may leave the report where it is. The report of the task or file before is
 * kept, to be compared with.
 */
export class ReportSession {
  /** @type {AbortController | undefined} */
  #running;
  /** @type {Outcome} */
  #outcome = IDLE;
  /** The report that stays on display until the running query sends a request. @type {Outcome | undefined} */
  #kept;
  /** The report that was shown before, of another source. @type {Extract<Outcome, { status: 'report' }> | undefined} */
  #before;
  #onChange;
  #onEnd;

  /**
   * @param {(outcome: Outcome) => void} onChange called when something else is to be displayed
   * @param {(outcome: Outcome) => boolean} onEnd called when work has ended; false if its error is displayed elsewhere
   */
  constructor(onChange, onEnd) {
    this.#onChange = onChange;
    this.#onEnd = onEnd;
  }

  get outcome() {
    return this.#outcome;
  }

  /** The report of another task or file that was shown before this one; undefined without one, or if it was too large to be kept. */
  get shownBefore() {
    return this.#before?.report;
  }

  /**
   * @param {Source} source
   * @param {Work} work
   * @returns {Promise<Outcome | undefined>} how it ended; undefined if newer work has replaced it
   */
  async start(source, work) {
    this.#running?.abort();
    const run = (this.#running = new AbortController());
    this.#begin(run, source);
    const ended = await this.#end(run, source, work);
    if (this.#running !== run) {
      if (ended.status === 'report') ended.report.close();
      return undefined;
    }
    this.#running = undefined;
    this.#finish(ended);
    return ended;
  }

  /** @param {AbortController} run @param {Source} source */
  #begin(run, source) {
    const shown = this.#kept ?? this.#outcome;
    if (shown.status !== 'report' || source.file) return this.#become({ status: 'loading', source });
    this.#kept = shown;
    this.#outcome = { status: 'loading', source };
    // What the client itself refuses, it refuses in this task.
    void nextTask().then(() => this.#running === run && this.#kept && this.#become(this.#outcome));
  }

  /** @param {Outcome} ended */
  #finish(ended) {
    if (!this.#kept || ended.status !== 'error') {
      this.#become(ended);
      if (!this.#onEnd(ended)) this.reset();
      return;
    }
    this.#outcome = ended;
    const isElsewhere = !this.#onEnd(ended);
    if (this.#outcome !== ended) return;
    if (!isElsewhere) return this.#become(ended);
    this.#outcome = this.#kept;
    this.#kept = undefined;
  }

  /** Aborts the running work, which then ends with an error of the kind `aborted`. */
  abort() {
    this.#running?.abort();
  }

  /** Aborts the running work, closes the report and returns to idle. */
  reset() {
    this.#running?.abort();
    this.#running = undefined;
    if (this.#outcome !== IDLE) this.#become(IDLE);
  }

  /**
   * @param {AbortController} run
   * @param {Source} source
   * @param {Work} work
   * @returns {Promise<Outcome>}
   */
  async #end(run, source, work) {
    const onProgress = (/** @type {FollowProgress} */ progress) => {
      if (this.#running === run) this.#become(afterProgress(source, progress, this.#outcome));
    };
    try {
      const report = await work(run.signal, onProgress);
      // Decode and render a long answer in two tasks, so that the page can handle input in between.
      if (report.failInfoList.length > MOST_FAILURES_AT_ONCE) await nextTask();
      if (!run.signal.aborted) return { status: 'report', source, report };
      report.close();
      return IDLE;
    } catch (cause) {
      return afterError(source, /** @type {KooDriveError} */ (cause), this.#outcome);
    }
  }

  /** @param {Outcome} outcome */
  #become(outcome) {
    const former = this.#kept ?? this.#outcome;
    this.#kept = undefined;
    this.#outcome = outcome;
    this.#onChange(outcome);
    this.#putAside(former);
  }

  /** Keeps a report that is no longer shown in the place of the one before, or closes it. @param {Outcome} former */
  #putAside(former) {
    const next = this.#outcome;
    const isEnd = next.status === 'idle';
    if (isEnd) this.#closeBefore();
    if (former.status !== 'report') return;
    const isKept =
      !isEnd && !isSameSource(former.source, next.source) && former.report.failCount <= MOST_FAILURES_KEPT;
    if (!isKept) return former.report.close();
    this.#closeBefore();
    this.#before = former;
  }

  #closeBefore() {
    this.#before?.report.close();
    this.#before = undefined;
  }
}
