/**
 * How the tasks of one simulator stand: which have begun, and since when.
 * @typedef {object} TaskState
 * @property {number} status 0 new, 1 executing, 2 success, 3 failed
 * @property {boolean} hasResult
 */

/** How a task goes on once it was looked at. @typedef {'finished' | 'running' | 'failed' | 'late'} Course */

/** For so long the running task is new, and then for so long it executes, in milliseconds. */
const NEW_MS = 2000;
const EXECUTING_MS = 4000;
/** So often the result of the late task is not there. */
const MISSING_RESULTS = 2;

/** The states of the tasks of one simulator. A task begins when a user first looks at it. */
export class TaskStates {
  /** When a running task began, by user and task. @type {Map<string, number>} */
  #begun = new Map();
  /** @type {Map<string, number>} */
  #asked = new Map();

  /**
   * A user looks at a task.
   * @param {Course} course
   * @param {string} key user and task
   * @param {number} now
   */
  look(course, key, now) {
    if (course === 'running' && !this.#begun.has(key)) this.#begun.set(key, now);
    return this.status(course, key, now);
  }

  /**
   * @param {Course} course
   * @param {string} key
   * @param {number} now
   * @returns {number}
   */
  status(course, key, now) {
    if (course === 'failed') return 3;
    if (course !== 'running') return 2;
    const age = now - (this.#begun.get(key) ?? now);
    if (age < NEW_MS) return 0;
    return age < NEW_MS + EXECUTING_MS ? 1 : 2;
  }

  /**
   * A user asks for the result of a task.
   * @param {Course} course
   * @param {string} key
   * @param {number} now
   * @returns {boolean} whether there is one
   */
  ask(course, key, now) {
    if (course === 'late') {
      const asked = (this.#asked.get(key) ?? 0) + 1;
      this.#asked.set(key, asked);
      return asked > MISSING_RESULTS;
    }
    return this.status(course, key, now) === 2;
  }

  reset() {
    this.#begun.clear();
    this.#asked.clear();
  }
}
