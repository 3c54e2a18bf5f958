import { BODY_FAULTS } from './body-faults.js';
import { createCompressionFaults } from './compression-faults.js';
import { STATUS_FAULTS } from './status-faults.js';
import { TRANSFER_FAULTS } from './transfer-faults.js';

/** @typedef {import('../exchange.js').Exchange} Exchange */

/**
 * The state that the simulator keeps for one task ID and user.
 * @typedef {object} Visit
 * @property {number} attempt 1-based
 * @property {string} [refusedAuthorization] the Authorization value that was refused first
 */

/**
 * A number that may follow a fault's name in the task ID: `fault-slow-body-2000`.
 * @typedef {object} FaultParameter
 * @property {string} unit
 * @property {number} initial the value when the task ID gives none
 * @property {number} min
 * @property {number} max
 * @property {readonly number[]} [values] the allowed values, if not all between min and max are
 */

/**
 * @typedef {object} Fault
 * @property {string} name what follows `fault-` in the task ID
 * @property {string} summary one line that describes the response on the wire
 * @property {FaultParameter} [parameter]
 * @property {(parameter: number) => number} [clockOffsetMs] milliseconds by which the server's clock is ahead of the simulator's
 * @property {boolean} [checksDate] whether it answers an X-Date out of its window itself
 * @property {(exchange: Exchange, visit: Visit, parameter: number) => Promise<void> | void} respond
 */

/**
 * A fault with its parameter bound.
 * @typedef {object} BoundFault
 * @property {string} name
 * @property {number} clockOffsetMs
 * @property {boolean} checksDate
 * @property {(exchange: Exchange, visit: Visit) => Promise<void> | void} respond
 */

/** @returns {Fault[]} */
const allFaults = () => [...TRANSFER_FAULTS, ...createCompressionFaults(), ...STATUS_FAULTS, ...BODY_FAULTS];

/**
 * All faults: the task ID to query and the effect.
 * @returns {Array<{ taskId: string, summary: string, parameter?: FaultParameter }>}
 */
export function listFaults() {
  return allFaults().map(({ name, summary, parameter }) => ({ taskId: `fault-${name}`, summary, parameter }));
}

/**
 * The faults of one simulator, with its own counts of attempts.
 * @param {Readonly<Record<string, number>>} [defaults] parameters by name, for task IDs that give none
 */
export function createFaults(defaults = {}) {
  const byName = new Map(allFaults().map((fault) => [fault.name, fault]));
  for (const name of Object.keys(defaults)) {
    if (!byName.get(name)?.parameter)
      throw new RangeError(`faultDefaults: there is no fault ${name} with a parameter`);
  }
  /** @type {Map<string, Visit>} */
  const visits = new Map();

  return {
    /**
     * @param {string | undefined} taskId a text after `~` does not matter here
     * @returns {BoundFault | undefined} undefined when the ID names no fault, or one with a parameter out of range
     */
    find(taskId) {
      const match = /^fault-(.+?)(?:-(\d+))?(?:~.*)?$/s.exec(taskId ?? '');
      if (!match) return undefined;
      const [, name, digits] = match;
      const fault = byName.get(name);
      if (!fault || (digits !== undefined && !fault.parameter)) return undefined;
      const { min = 0, max = 0, initial = 0, values } = fault.parameter ?? {};
      const parameter = Number(digits ?? defaults[name] ?? initial);
      if (parameter < min || parameter > max || values?.includes(parameter) === false) return undefined;
      return {
        name,
        clockOffsetMs: fault.clockOffsetMs?.(parameter) ?? 0,
        checksDate: fault.checksDate ?? false,
        respond: (exchange, visit) => fault.respond(exchange, visit, parameter),
      };
    },

    /**
     * Counts a request.
     * @param {string} taskId including a text behind `~`, so that tests can have separate counts
     * @param {string} userId
     * @returns {Visit} lives on until `reset`
     */
    visit(taskId, userId) {
      const key = `${userId} ${taskId}`;
      const visit = visits.get(key) ?? { attempt: 0 };
      visit.attempt += 1;
      visits.set(key, visit);
      return visit;
    },

    reset: () => visits.clear(),
  };
}
