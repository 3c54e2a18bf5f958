/** @typedef {import('../../client/koodrive-client.js').ImportReport} ImportReport */
/** @typedef {import('../../client/koodrive-client.js').KooDriveError} KooDriveError */
/** @typedef {import('../../client/koodrive-client.js').Progress} Progress */

/** Where a report comes from: a task of KooDrive or a saved answer. @typedef {{ taskId?: string, file?: Blob }} Source */

/**
 * What the element shows.
 * @typedef {{ status: 'idle' }
 *   | { status: 'loading', source: Source, progress?: Progress }
 *   | { status: 'report', source: Source, report: ImportReport }
 *   | { status: 'no-result', source: Source, error: KooDriveError }
 *   | { status: 'error', source: Source, error: KooDriveError }} Outcome
 */

/** How a session gets its report. @typedef {(signal: AbortSignal, onProgress: (progress: Progress) => void) => Promise<ImportReport>} Work */

/** @type {Outcome} */
const IDLE = Object.freeze({ status: 'idle' });

/** Resolves in a task of its own. */
const nextTask = () => new Promise((resolve) => setTimeout(resolve));

/** Runs one piece of work at a time and owns the report that came of it: whatever is replaced is aborted and closed. */
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
   * @returns {Promise<Outcome | undefined>} how it ended; undefined where something newer took its place
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

  /** Asks the running work to end; it then ends as `aborted`. */
  abort() {
    this.#running?.abort();
  }

  /** Aborts what runs, closes what is shown, and is idle again. */
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
      // Decoding a long answer and drawing it are two tasks, so that the page answers to its reader in between.
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
