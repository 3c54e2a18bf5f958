import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';

/** Runs the build command, one run at a time. Changes during a run lead to exactly one more run. */
export class CoreBuild {
  #command;
  #onSuccess;
  #onFailure;
  #isOutdated = false;
  /** @type {Promise<void> | undefined} */
  #running;
  /** What the last build wrote, when it failed. @type {string | undefined} */
  failure;

  /**
   * @param {object} options
   * @param {readonly string[]} options.command
   * @param {(seconds: number) => void} options.onSuccess
   * @param {(output: string) => void} options.onFailure called with what the command wrote
   */
  constructor({ command, onSuccess, onFailure }) {
    this.#command = command;
    this.#onSuccess = onSuccess;
    this.#onFailure = onFailure;
  }

  start() {
    this.#isOutdated = true;
    this.#running ??= this.#buildUntilCurrent().finally(() => (this.#running = undefined));
  }

  /** Resolves when no build runs, whether or not the last one failed. */
  async settled() {
    await this.#running;
  }

  async #buildUntilCurrent() {
    const begin = performance.now();
    while (this.#isOutdated) {
      this.#isOutdated = false;
      const { succeeded, output } = await run(this.#command);
      this.failure = succeeded ? undefined : output;
    }
    if (this.failure === undefined) this.#onSuccess((performance.now() - begin) / 1000);
    else this.#onFailure(this.failure);
  }
}

/**
 * @param {readonly string[]} command
 * @returns {Promise<{ succeeded: boolean, output: string }>}
 */
function run([program, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    }
    child.once('error', (error) => resolve({ succeeded: false, output: error.message }));
    child.once('close', (code) => resolve({ succeeded: code === 0, output }));
  });
}
