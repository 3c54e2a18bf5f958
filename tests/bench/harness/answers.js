import { parseRowsTaskId, rowsBody } from '../../../web/simulator/rows.js';

/** @typedef {import('../../../web/simulator/rows.js').RowsTask} RowsTask */

const SHUFFLED = '-shuffled';
/** A prime, so that steps of this length visit every row of a list once. */
const STRIDE = 7_368_787;

/** The last one is kept: contenders ask for the same one in turn. @type {{ name: string, bytes: Buffer } | undefined} */
let last;

/**
 * The answer of one of the simulator's `rows-N-FLAVOUR` tasks; with the suffix `-shuffled`, its rows are shuffled.
 * @param {string} name
 */
export function answerBytes(name) {
  if (last?.name !== name) {
    const isShuffled = name.endsWith(SHUFFLED);
    const task = parseRowsTaskId(isShuffled ? name.slice(0, -SHUFFLED.length) : name);
    if (!task) throw new Error(`no such answer: ${name}`);
    last = { name, bytes: isShuffled ? shuffled(task) : Buffer.concat(pieces(task)) };
  }
  return last.bytes;
}

/** @param {RowsTask} task */
const pieces = (task) => Array.from(rowsBody(task), (piece) => Buffer.from(piece));

/** @param {RowsTask} task */
function shuffled(task) {
  const answer = JSON.parse(Buffer.concat(pieces(task)).toString());
  const rows = answer.data.failInfoList;
  answer.data.failInfoList = rows.map(
    (/** @type {unknown} */ _, /** @type {number} */ place) => rows[(place * STRIDE) % rows.length],
  );
  return Buffer.from(JSON.stringify(answer));
}
