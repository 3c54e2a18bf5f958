import { runIn } from '../harness/environments.js';
import { KOODRIVE, bounded, compared, grown, spreads } from '../harness/results.js';

/** @typedef {import('../harness/results.js').Result} Result */
/** @typedef {Awaited<ReturnType<import('../harness/plan.js').Plan['chromium']>>} Chromium */

const OBJECTS = 'parsed objects';
const LARGEST = 1_000_000;
const COMMON = { part: 'memory', environment: 'Chromium', unit: 'MB' };
const BYTES_PER_MB = 1_000_000;

/** Memory, unlike time, is the same in every round. */
const MOST_ROUNDS = 3;

/** The targets do not apply where every reason is different: the texts alone are two thirds of the answer. */
const WITH_TARGETS = ['plain', 'chinese'];

/**
 * The memory that a report keeps, in the module and in JavaScript, against the objects of JSON.parse.
 * @param {import('../harness/plan.js').Plan} plan
 * @returns {AsyncGenerator<Result>}
 */
export async function* memory(plan) {
  const chromium = await plan.chromium();
  for (const flavour of [...WITH_TARGETS, 'distinct']) {
    /** @type {Map<number, Result>} */
    const bySize = new Map();
    for (const count of plan.sizes([10_000, LARGEST])) {
      const results = await compareMemory(chromium, Math.min(plan.rounds, MOST_ROUNDS), count, flavour);
      bySize.set(count, results[0]);
      // The small answer is measured only to compute the growth.
      if (count === LARGEST) yield* results;
    }
    const [small, large] = [bySize.get(10_000), bySize.get(LARGEST)];
    const group = 'growth of the live bytes from 10,000 to 1,000,000 rows';
    const line = { ...COMMON, work: `${group}, ${flavour}`, group, member: flavour, unit: 'times' };
    if (small && large) yield grown(line, small, large);
  }
}

/**
 * @param {Chromium} chromium
 * @param {number} rounds
 * @param {number} count
 * @param {string} flavour
 */
async function compareMemory(chromium, rounds, count, flavour) {
  const answer = `rows-${count}-${flavour}`;
  /** @type {Record<'ours' | 'theirs', any>[]} */
  const held = [];
  for (let round = 0; round < rounds; round += 1) {
    const ours = await hold(chromium, answer, KOODRIVE);
    const theirs = await hold(chromium, answer, OBJECTS);
    held.push({ ours, theirs });
  }
  const rows = `${count.toLocaleString('en-US')} rows, ${flavour}`;
  const response = held.map(({ theirs }) => theirs.responseBytes / BYTES_PER_MB);
  const objects = held.map(({ theirs }) => theirs.heapBytes / BYTES_PER_MB);
  const of = (/** @type {(ours: any) => number} */ pick) => held.map(({ ours }) => pick(ours) / BYTES_PER_MB);
  const live = of((ours) => ours.liveBytes);
  const buffer = of((ours) => ours.memoryBytes);
  const limits = WITH_TARGETS.includes(flavour) ? { response: 0.45, objects: 0.5, buffer: 1.8, peak: 3 } : {};
  const line = (/** @type {string} */ says) => ({
    work: `${says}, ${rows}`,
    group: `${says}, ${count.toLocaleString('en-US')} rows`,
    member: flavour,
  });
  const against = (
    /** @type {string} */ says,
    /** @type {number[]} */ ours,
    /** @type {Record<string, number[]>} */ peer,
    /** @type {number | undefined} */ most,
  ) => {
    const [name] = Object.keys(peer);
    return compared({
      ...COMMON,
      ...line(says),
      samples: { koodrive: ours, ...peer },
      peer: name,
      most,
    });
  };
  const changes = of(({ memoryBytes, memoryBytesReloaded }) => memoryBytesReloaded - memoryBytes);
  return [
    against('live bytes', live, { response }, limits.response),
    against('live bytes', live, { [OBJECTS]: objects }, limits.objects),
    against(
      'live bytes and JavaScript’s heap',
      of((ours) => ours.liveBytes + ours.heapBytes),
      { [OBJECTS]: objects },
      undefined,
    ),
    against('memory.buffer', buffer, { response }, limits.buffer),
    against(
      'peak: XHR bytes and memory.buffer',
      buffer.map((size, at) => size + response[at]),
      { response },
      limits.peak,
    ),
    bounded(
      {
        ...COMMON,
        ...line('growth of memory.buffer by reloading'),
        contenders: spreads({ koodrive: changes }),
      },
      0,
    ),
  ];
}

/**
 * @param {Chromium} chromium
 * @param {string} answer
 * @param {string} contender
 */
function hold({ withPage, site }, answer, contender) {
  return withPage(async (page) => {
    await page.goto(site.origin);
    const session = await page.createCDPSession();
    const heapBytes = async () => {
      // Weakly held objects are freed by the second collection only.
      for (let times = 0; times < 2; times += 1) await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize;
    };
    const before = await heapBytes();
    const told = await runIn(page, site, 'memory.js', { answer, contender });
    return { ...told, heapBytes: (await heapBytes()) - before };
  });
}
