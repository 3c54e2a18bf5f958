/** @typedef {import('../../client/koodrive-client.js').ImportReport} ImportReport */
/** @typedef {import('../../client/koodrive-client.js').KooDriveError} KooDriveError */
/** @typedef {import('../../client/koodrive-client.js').Progress} Progress */

/** The source of a report: a task of KooDrive or a saved answer. @typedef {{ taskId?: string, file?: Blob }} Source */

/**
 * The state of the element: idle, loading, or how the last query or file ended.
 * @typedef {{ status: 'idle' }
 *   | { status: 'loading', source: Source, progress?: Progress }
 *   | { status: 'report', source: Source, report: ImportReport }
 *   | { status: 'no-result', source: Source, error: KooDriveError }
 *   | { status: 'error', source: Source, error: KooDriveError }} Outcome
 */

/** The function that queries or opens a report. @typedef {(signal: AbortSignal, onProgress: (progress: Progress) => void) => Promise<ImportReport>} Work */

/** @type {Outcome} */
const IDLE = Object.freeze({ status: 'idle' });

/** Resolves in a new task of the event loop. */
const nextTask = () => new Promise((resolve) => setTimeout(resolve));

/** Runs one query at a time and owns its report. Starting another one aborts the query and closes the report. */
export class ReportSession {
  /** @type {AbortController | undefined} */
  #running;
  /** @type {Outcome} */
  #outcome = IDLE;
  #onChange;

  /** @param {(outcome: Outcome) => void} onChange called after every change */
  constructor(onChange) {
    this.#onChange = onChange;
  }

  get outcome() {
    return this.#outcome;
  }

  /**
   * @param {Source} source
   * @param {Work} work
   * @returns {Promise<Outcome | undefined>} how it ended; undefined if newer work has replaced it
   */
  async start(source, work) {
    this.#running?.abort();
    const run = (this.#running = new AbortController());
    this.#become({ status: 'loading', source });
    const ended = await this.#end(run, source, work);
    if (this.#running !== run) {
      if (ended.status === 'report') ended.report.close();
      return undefined;
    }
    this.#running = undefined;
    this.#become(ended);
    return ended;
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
    const onProgress = (/** @type {Progress} */ progress) => {
      if (this.#running === run) this.#become({ status: 'loading', source, progress });
    };
    try {
      const report = await work(run.signal, onProgress);
      // Decode and render a long answer in two tasks, so that the page can handle input in between.
      await nextTask();
      if (!run.signal.aborted) return { status: 'report', source, report };
      report.close();
      return IDLE;
    } catch (cause) {
      const error = /** @type {KooDriveError} */ (cause);
      return { status: error.kind === 'no-result' ? 'no-result' : 'error', source, error };
    }
  }

  /** @param {Outcome} outcome */
  #become(outcome) {
    const former = this.#outcome;
    this.#outcome = outcome;
    this.#onChange(outcome);
    if (former.status === 'report') former.report.close();
  }
}
