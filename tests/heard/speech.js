import { existsSync, readFileSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Orca has nothing more to do when its log has not grown for so long, in milliseconds. */
const SILENCE = 1200;
const LONGEST_WAIT = 30_000;

const UTTERANCE = /SPEECH OUTPUT: '(.*)'\s*(?:\[.*\]|\{.*\})/g;

/** What Orca says, from the log of its option --debug-file. */
export class Speech {
  #file;
  #from = 0;

  /** @param {string} file */
  constructor(file) {
    this.#file = file;
  }

  /** From here on, `heard` begins anew. */
  mark() {
    this.#from = this.#size;
  }

  /** The utterances since the mark, without the names of pressed keys, which end with a space. */
  get heard() {
    if (!existsSync(this.#file)) return [];
    const log = readFileSync(this.#file).subarray(this.#from).toString('utf8');
    return [...log.matchAll(UTTERANCE)]
      .map(([, text]) => text)
      .filter((text) => !text.endsWith(' '))
      .map((text) => text.replace(/\s+/g, ' ').trim())
      .filter(Boolean);
  }

  /**
   * Waits until Orca has nothing more to say.
   * @param {RegExp} [wanted] also wait until this was heard
   * @returns {Promise<boolean>} false if it was not heard in time
   */
  async settled(wanted) {
    const end = Date.now() + LONGEST_WAIT;
    let size = -1;
    let since = Date.now();
    while (Date.now() < end) {
      if (this.#size !== size) {
        size = this.#size;
        since = Date.now();
      }
      const isHeard = !wanted || wanted.test(this.heard.join('\n'));
      if (isHeard && size > 0 && Date.now() - since > SILENCE) return true;
      // Something that was not said 8 seconds after the last sign of life will not be said.
      if (!isHeard && size > 0 && Date.now() - since > 8000) return false;
      await pause(50);
    }
    return !wanted || wanted.test(this.heard.join('\n'));
  }

  get #size() {
    return existsSync(this.#file) ? statSync(this.#file).size : 0;
  }
}
