import { bounded, compared, grown } from '../harness/results.js';

/** @typedef {import('../harness/results.js').Result} Result */
/** @typedef {import('../harness/plan.js').Plan} Plan */
/** @typedef {import('../harness/environments.js').Environment} Environment */

const PEER = 'JSON.parse + Map';

/** The flavours of answers and their names in the tables. @type {Readonly<Record<string, string>>} */
export const FLAVOURS = Object.freeze({
  plain: 'ASCII',
  chinese: 'Chinese',
  escapes: 'escapes in every string',
  distinct: 'all reasons different',
  long: 'long reasons',
  'long-chinese': 'long Chinese reasons',
});

/** A million long reasons exceed maxResponseBytes. */
const MOST_LONG_ROWS = 100_000;
const LARGEST = 1_000_000;
/** A whole tenant, the largest answer that is usual. */
const TENANT = 20_000;
/** The sizes in Chromium, which the targets are for, and in the other places. */
const SIZES = [100, 1_000, 10_000, TENANT, 100_000, LARGEST];
const SIZES_ELSEWHERE = [1_000, TENANT, LARGEST];
/** The highest ratios allowed in Chromium, by rows. @type {Readonly<Record<number, number>>} */
const TARGETS = { 100: 1, 1_000: 1, [TENANT]: 1, 100_000: 0.95, [LARGEST]: 0.7 };
/** The same in the other browsers. @type {Readonly<Record<number, number>>} */
const TARGETS_ELSEWHERE = { [TENANT]: 1 };

/**
 * Decode + index: bytes → counts, reasons with counts, rows to search and sort.
 * @param {Plan} plan
 * @returns {AsyncGenerator<Result>}
 */
export async function* decode(plan) {
  for await (const environment of plan.environments()) {
    const isChromium = environment.name === 'Chromium';
    for (const flavour of Object.keys(FLAVOURS)) {
      /** @type {Map<number, Result>} */
      const bySize = new Map();
      for (const count of plan.sizes(isChromium ? SIZES : SIZES_ELSEWHERE)) {
        if (flavour.startsWith('long') && count > MOST_LONG_ROWS) continue;
        const result = await compareDecoders(plan, environment, flavour, count);
        bySize.set(count, result);
        yield result;
      }
      if (isChromium && flavour === 'plain') yield* absolutes(bySize);
    }
  }
}

/** @param {Environment} environment @param {string} flavour @returns {Readonly<Record<number, number>>} */
function targets({ name }, flavour) {
  if (name === 'Node.js' || flavour.startsWith('long')) return {};
  return name === 'Chromium' ? TARGETS : TARGETS_ELSEWHERE;
}

/**
 * @param {Plan} plan
 * @param {Environment} environment
 * @param {string} flavour
 * @param {number} count
 */
async function compareDecoders({ rounds }, environment, flavour, count) {
  const samples = await environment.run('decode.js', { answer: `rows-${count}-${flavour}`, rounds });
  const group = `decode + index, ${count.toLocaleString('en-US')} rows`;
  return compared({
    part: 'decode',
    environment: environment.name,
    work: `${group}, ${FLAVOURS[flavour]}`,
    group,
    member: FLAVOURS[flavour],
    samples,
    peer: PEER,
    most: targets(environment, flavour)[count],
  });
}

/**
 * The targets for the time itself and for its growth.
 * @param {Map<number, Result>} bySize
 * @returns {Generator<Result>}
 */
function* absolutes(bySize) {
  const common = { part: 'decode', environment: 'Chromium' };
  const thousand = bySize.get(1_000);
  if (thousand) {
    const { contenders } = thousand;
    yield bounded({ ...common, work: 'decode + index, 1,000 rows, time', unit: 'ms', contenders }, 2);
  }
  const [small, large] = [bySize.get(10_000), bySize.get(LARGEST)];
  const work = 'decode + index, growth of the time from 10,000 to 1,000,000 rows';
  if (small && large) yield grown({ ...common, work, unit: 'times' }, small, large);
}

/**
 * The first decode of a new module, whose code the engine has not optimized yet.
 * @param {Plan} plan
 * @returns {AsyncGenerator<Result>}
 */
export async function* decodeFirst(plan) {
  const chromium = await plan.chromium();
  for (const count of plan.sizes([10_000, 100_000])) {
    /** @type {Record<string, number[]>} */
    const samples = { koodrive: [], [PEER]: [] };
    for (let round = 0; round < plan.rounds; round += 1) {
      for (const contender of round % 2 ? [PEER, 'koodrive'] : ['koodrive', PEER])
        samples[contender].push(
          await chromium.run('decode-first.js', { answer: `rows-${count}-plain`, contender }),
        );
    }
    const work = `first decode + index of a fresh module, ${count.toLocaleString('en-US')} rows`;
    yield compared({
      part: 'decode-first',
      environment: chromium.name,
      work,
      samples,
      peer: PEER,
      most: count === 100_000 ? 2 : undefined,
    });
  }
}
