/** @typedef {{ method?: 'GET' | 'POST' | 'DELETE', path: string, body?: object, longest?: number }} Command `longest`: for how many milliseconds an answer is awaited */

/**
 * A WebDriver session: one browser process with several windows. Commands go to one current window, so those of one window run
 * side by side, and those of another wait until they have ended.
 */
export class Session {
  #address;
  #path;
  /** @type {string} */
  #window = '';
  #running = new Set();
  /** The last change of the window, behind which every later command waits. @type {Promise<unknown>} */
  #turn = Promise.resolve();

  /** @param {string} address @param {string} id */
  constructor(address, id) {
    this.#address = address;
    this.#path = `/session/${id}`;
  }

  /**
   * @param {string} address of the driver
   * @param {string} binary
   * @param {readonly string[]} args
   * @param {object} capabilities
   */
  static async start(address, binary, args, capabilities) {
    const options = { 'webkitgtk:browserOptions': { binary, args } };
    const body = {
      capabilities: {
        alwaysMatch: {
          ...options,
          ...capabilities,
          pageLoadStrategy: 'none', // WebKitPage waits itself
          // The tests have time limits of their own.
          timeouts: { script: 600_000 },
        },
      },
    };
    const { sessionId } = await send(address, { path: '/session', body });
    return new Session(address, sessionId);
  }

  /**
   * Sends a command to a window.
   * @param {string} window
   * @param {Command} command
   * @returns {Promise<any>}
   */
  async command(window, command) {
    if (window !== this.#window) {
      const before = this.#turn;
      this.#turn = before.then(() => this.#turnTo(window));
    }
    const turn = this.#turn;
    await turn;
    if (window !== this.#window) return this.command(window, command);
    const running = this.send(command);
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
    }
  }

  /** @param {string} window */
  async #turnTo(window) {
    if (window === this.#window) return;
    await Promise.allSettled(this.#running);
    await this.send({ path: '/window', body: { handle: window } });
    this.#window = window;
  }

  /** Sends a command that depends on no window. @param {Command} command @returns {Promise<any>} */
  send(command) {
    return send(this.#address, { ...command, path: this.#path + command.path });
  }
}

/** A driver that does not answer must not hold up the other tests. */
const LONGEST_COMMAND_MS = 90_000;

/**
 * @param {string} address
 * @param {Command} command
 * @returns {Promise<any>}
 */
async function send(address, { method = 'POST', path, body = {}, longest = LONGEST_COMMAND_MS }) {
  const response = await fetch(address + path, {
    method,
    signal: AbortSignal.timeout(longest),
    ...(method === 'POST' && { body: JSON.stringify(body) }),
  });
  const { value } = await response.json();
  if (!response.ok) throw new DriverError(value);
  return value;
}

/** What WebDriver reports as the failure of a command. */
export class DriverError extends Error {
  /** @param {{ error: string, message: string }} value */
  constructor({ error, message }) {
    super(`${error}: ${message}`);
    this.name = 'DriverError';
    this.error = error;
  }
}
