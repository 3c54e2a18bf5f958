import { text } from 'node:stream/consumers';

/** A million rows take minutes in the slowest engine. A page that crashed would be awaited for ever. */
const LONGEST_TASK_MS = 30 * 60_000;

const PATH = /^\/outcomes\/(\d+)$/;

/** What pages report when they have measured something. */
export class Outcomes {
  /** @type {Map<string, (outcome: { value?: unknown, error?: string }) => void>} */
  #awaited = new Map();
  #count = 0;

  /**
   * @param {string} task for messages
   * @returns {{ path: string, outcome: Promise<any> }} where the page has to POST, and what it will POST
   */
  expect(task) {
    const id = String((this.#count += 1));
    /** @type {Promise<unknown>} */
    const outcome = new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`${task} has reported nothing for ${LONGEST_TASK_MS / 60_000} minutes`)),
        LONGEST_TASK_MS,
      );
      this.#awaited.set(id, ({ value, error }) => {
        clearTimeout(timer);
        if (error === undefined) resolve(value);
        else reject(new Error(`${task}: ${error}`));
      });
    });
    return { path: `/outcomes/${id}`, outcome };
  }

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {string} path of its URL
   * @returns {Promise<boolean>} whether it was an outcome
   */
  async take(request, path) {
    const id = request.method === 'POST' ? PATH.exec(path)?.[1] : undefined;
    const tell = id === undefined ? undefined : this.#awaited.get(id);
    if (id === undefined || !tell) return false;
    this.#awaited.delete(id);
    tell(JSON.parse(await text(request)));
    return true;
  }
}
