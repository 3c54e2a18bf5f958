/** @typedef {import('./koodrive-client.d.ts').FailureChange} FailureChange */
/** @typedef {import('./koodrive-client.d.ts').MatchStrength} MatchStrength */

/** In the order of the core's MatchStrength. @type {readonly MatchStrength[]} */
export const STRENGTHS = Object.freeze(['exact', 'folded', 'without-domain']);

/** In the order of the core's FailureChange. @type {readonly FailureChange[]} */
const CHANGES = Object.freeze(['new', 'same-reason', 'other-reason', 'unclear']);

/** The position of a failure that has none in the earlier report. */
const NOWHERE = 0xffff_ffff;

/**
 * Positions in groups.
 * @template {string} Name
 * @param {readonly Name[]} names of the groups
 * @param {(position: number) => Name | undefined} groupOf undefined for no group
 * @returns {(count: number) => Readonly<Record<Name, readonly number[]>>}
 */
export const groupsBy = (names, groupOf) => (count) => {
  const groups = /** @type {Record<Name, number[]>} */ (
    /** @type {unknown} */ (Object.fromEntries(names.map((name) => [name, []])))
  );
  for (let position = 0; position < count; position += 1) {
    const name = groupOf(position);
    if (name !== undefined) groups[name].push(position);
  }
  for (const name of names) Object.freeze(groups[name]);
  return groups;
};

/** What has become of each failure since an earlier import. */
export class RunComparison {
  #changes;
  #earlierOf;
  #strengths;

  /** @param {{ changes: Uint32Array, rowOf: Uint32Array, strengthOf: Uint32Array, noLongerFailing: Uint32Array }} found */
  constructor({ changes, rowOf, strengthOf, noLongerFailing }) {
    this.#changes = changes;
    this.#earlierOf = rowOf;
    this.#strengths = strengthOf;
    const groups = groupsBy(CHANGES, (position) => CHANGES[changes[position]])(changes.length);
    this.newFailures = groups.new;
    this.stillFailing = groups['same-reason'];
    this.failingOtherwise = groups['other-reason'];
    this.unclear = groups.unclear;
    this.noLongerFailing = Object.freeze([...noLongerFailing]);
  }

  /** @param {number} position */
  changeOf(position) {
    return CHANGES[this.#changes[position]];
  }

  /**
   * @param {number} position
   * @returns {number | undefined}
   */
  earlierOf(position) {
    const earlier = this.#earlierOf[position];
    return earlier === NOWHERE ? undefined : earlier;
  }

  /** @param {number} position */
  strengthOf(position) {
    return this.earlierOf(position) === undefined ? undefined : STRENGTHS[this.#strengths[position]];
  }
}
