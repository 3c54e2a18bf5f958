import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { KooDriveError } from '../../web/client/errors.js';
import { follow } from '../../web/client/tasks/follow.js';

/** @typedef {import('../../web/client/tasks/follow.js').Following} Following */
/** @typedef {ReturnType<Following['decide']>} Step */

/** A clock that the test moves. */
class TestClock {
  time = 0;
  /** @type {Set<{ at: number, call: () => void }>} */
  timers = new Set();

  now = () => this.time;
  setTimeout = (/** @type {() => void} */ call, /** @type {number} */ milliseconds) => {
    const timer = { at: this.time + milliseconds, call };
    this.timers.add(timer);
    return timer;
  };
  clearTimeout = (/** @type {any} */ timer) => void this.timers.delete(timer);

  /** @param {number} milliseconds */
  async move(milliseconds) {
    this.time += milliseconds;
    for (const timer of [...this.timers]) {
      if (timer.at > this.time) continue;
      this.timers.delete(timer);
      timer.call();
    }
    await settled();
  }
}

/** Lets everything happen that waits for nothing but promises. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** @param {Partial<import('../../web/client/errors.js').Failure>} failure */
const error = (failure) =>
  new KooDriveError(
    /** @type {import('../../web/client/errors.js').Failure} */ ({
      kind: 'http',
      reason: 'not-found',
      ...failure,
    }),
    'en-US',
  );

const TASK = /** @type {any} */ ({
  taskId: '1',
  status: 'executing',
  startTime: undefined,
  createTime: new Date(5),
});
const SECOND = 1000;

describe('following a task', () => {
  /** @type {TestClock} */
  let clock;
  /** @type {AbortController} */
  let controller;
  let hidden = false;
  let looks = 0;
  /** @type {any[]} */
  let told;
  /** @type {any[][]} */
  let situations;
  /** How it ended: `report`, or the reason of the error; once for each time. @type {string[]} */
  let ends;
  /** @type {any} */
  let problem;

  beforeEach(() => {
    clock = new TestClock();
    controller = new AbortController();
    hidden = false;
    looks = 0;
    [told, situations, ends] = [[], [], []];
    problem = undefined;
  });

  /**
   * Follows with scripted decisions: the core's are tested natively.
   * @param {(Step['action'] | number)[]} steps a number is a wait
   * @param {Partial<Following>} [other]
   */
  async function begin(steps, other) {
    const left = [...steps];
    const following = /** @type {Following} */ ({
      look: async () => {
        looks += 1;
        return { task: TASK, ids: { traceId: 't', requestId: 'r' } };
      },
      ask: async () => /** @type {any} */ ({}),
      decide: (...situation) => {
        situations.push(situation);
        const step = left.shift() ?? assert.fail('more steps than scripted');
        return typeof step === 'number' ? { action: 'wait', waitMs: step } : { action: step, waitMs: 0 };
      },
      canLook: true,
      clock,
      random: () => 0.5,
      isHidden: () => hidden,
      maxWaitMs: 600 * SECOND,
      signal: controller.signal,
      onProgress: (progress) => told.push(progress),
      locale: 'en-US',
      ...other,
    });
    void follow(following).then(
      () => ends.push('report'),
      (rejected) => {
        problem = rejected;
        ends.push(rejected.reason);
      },
    );
    await settled();
  }

  it('looks, waits for as long as is decided, looks again and ends with the report and its task', async () => {
    const report = /** @type {any} */ ({});
    await begin(['look', 2 * SECOND, 'look', 'ask-for-result'], { ask: async () => report });
    assert.deepEqual([looks, ends], [1, []]);
    const [looking, waiting] = told;
    assert.deepEqual(looking, { phase: 'looking', state: 'unseen', task: undefined, since: undefined });
    const { phase, state, task, since, waitMs } = waiting;
    assert.deepEqual(
      [phase, state, task, since, waitMs],
      ['waiting', 'executing', TASK, TASK.createTime, 2000],
    );
    await clock.move(2 * SECOND - 1);
    assert.equal(looks, 1);
    await clock.move(1);
    assert.deepEqual([looks, ends], [2, ['report']]);
    assert.equal(report.task, TASK);
    assert.equal(clock.timers.size, 0);
  });

  it('tells the decision what has happened, since when, and how often it waited', async () => {
    await begin(['look', 2 * SECOND, 'look', 'end-still-running']);
    await clock.move(2 * SECOND);
    assert.deepEqual(
      situations.map(([event, state, waits, missing, isHidden, elapsed]) => [
        event,
        state,
        waits,
        missing,
        isHidden,
        elapsed,
      ]),
      [
        ['waited', 'unseen', 0, 0, false, 0],
        ['looked', 'executing', 0, 0, false, 0],
        ['waited', 'executing', 1, 0, false, 2000],
        ['looked', 'executing', 1, 0, false, 2000],
      ],
    );
  });

  it('looks at once when it is told to, and only for the wait that is going on', async () => {
    await begin(['look', 20 * SECOND, 'look', 30 * SECOND, 'look', 'ask-for-result']);
    const first = told.at(-1);
    first.lookNow();
    await settled();
    assert.deepEqual([looks, clock.timers.size], [2, 1]);
    first.lookNow();
    await settled();
    assert.equal(looks, 2);
    await clock.move(30 * SECOND);
    assert.deepEqual(ends, ['report']);
  });

  it('sends nothing while the page is hidden, and goes on when it is shown, without counting that time', async () => {
    hidden = true;
    await begin(['pause', 'look', 'ask-for-result']);
    await clock.move(SECOND);
    await clock.move(3600 * SECOND);
    assert.deepEqual([looks, told.map(({ phase }) => phase), clock.timers.size], [0, ['hidden'], 1]);
    hidden = false;
    await clock.move(SECOND);
    assert.deepEqual([looks, ends, clock.timers.size], [1, ['report'], 0]);
    assert.equal(situations[1][5], 0, 'elapsed time');
  });

  for (const [when, steps, shown] of /** @type {const} */ ([
    ['while it waits', ['look', 20 * SECOND], true],
    ['while the page is hidden', ['pause'], false],
  ])) {
    it(`ends once and leaves no timer when it is aborted ${when}`, async () => {
      hidden = !shown;
      await begin([...steps]);
      assert.equal(clock.timers.size, 1);
      controller.abort();
      await settled();
      assert.deepEqual([ends, clock.timers.size], [['aborted-by-caller'], 0]);
      hidden = false;
      await clock.move(3600 * SECOND);
      assert.deepEqual([ends, looks], [['aborted-by-caller'], steps[0] === 'look' ? 1 : 0]);
      assert.equal(told.filter(({ phase }) => phase === 'looking').length, looks);
    });
  }

  it('sends nothing when it is aborted before it begins', async () => {
    controller.abort();
    await begin([]);
    assert.deepEqual([ends, looks, told.length], [['aborted-by-caller'], 0, 0]);
  });

  it('ends with the error of a look that says nothing about the task, such as an expired token', async () => {
    await begin(['look'], {
      look: () =>
        Promise.reject(error({ kind: 'unauthorized', reason: 'credentials-refused', httpStatus: 401 })),
    });
    assert.deepEqual([ends, clock.timers.size], [['credentials-refused'], 0]);
  });

  for (const [name, failure, event, state] of /** @type {const} */ ([
    ['status 404', { httpStatus: 404 }, 'looked', 'no-detail'],
    ['status 403', { httpStatus: 403, reason: 'forbidden' }, 'looked', 'no-detail'],
    [
      'a page',
      { kind: 'malformed-response', reason: 'syntax', offset: 0, httpStatus: 200 },
      'looked',
      'no-detail',
    ],
    ['that it does not know the task', { kind: 'api', reason: 'refused-by-api' }, 'looked', 'not-known'],
    [
      'that there are too many calls',
      { reason: 'throttled', httpStatus: 429, retryAfterMs: 9 },
      'throttled',
      'unseen',
    ],
  ])) {
    it(`goes on where a look is answered with ${name}`, async () => {
      await begin(['look', 'ask-for-result'], { look: () => Promise.reject(error(failure)) });
      assert.deepEqual(situations[1].slice(0, 2), [event, state]);
      assert.equal(situations[1][7], event === 'throttled' ? 9 : 0, 'the wait that the server asks for');
      assert.deepEqual(ends, ['report']);
    });
  }

  it('ends with the error of a malformed answer that is no page', async () => {
    await begin(['look'], {
      look: () =>
        Promise.reject(error({ kind: 'malformed-response', reason: 'wrong-type', httpStatus: 200 })),
    });
    assert.deepEqual(ends, ['wrong-type']);
  });

  it('asks again for a result that is missing or throttled, and ends with any other error', async () => {
    const refusals = [
      { kind: 'no-result', reason: 'no-result-yet' },
      { reason: 'throttled', httpStatus: 429 },
      { kind: 'no-result', reason: 'no-result-yet' },
      { kind: 'network', reason: 'unreachable' },
    ];
    const steps = /** @type {const} */ ([
      'ask-for-result',
      5,
      'ask-for-result',
      5,
      'ask-for-result',
      5,
      'ask-for-result',
    ]);
    await begin([...steps], { ask: () => Promise.reject(error(/** @type {any} */ (refusals.shift()))) });
    for (let waits = 0; waits < 3; waits += 1) await clock.move(5);
    assert.deepEqual(
      situations.filter(([event]) => event !== 'waited').map(([event, , , missing]) => [event, missing]),
      [
        ['no-result', 1],
        ['throttled', 1],
        ['no-result', 2],
      ],
    );
    assert.deepEqual(ends, ['unreachable']);
  });

  it('takes a refused result of a failed task for a missing one, and ends with its code and identifiers', async () => {
    const task = { ...TASK, status: 'failed', resultCode: '18000205' };
    await begin(['look', 'ask-for-result', 'end-failed'], {
      look: async () => ({ task, ids: { traceId: 't', requestId: 'r' } }),
      ask: () =>
        Promise.reject(error({ kind: 'api', reason: 'refused-by-api', traceId: 't2', requestId: 'r2' })),
    });
    assert.deepEqual(ends, ['import-failed']);
    const { kind, code, traceId, requestId } = problem;
    assert.deepEqual([kind, code, traceId, requestId], ['task-failed', '18000205', 't2', 'r2']);
  });

  it('ends with the last answer where there is no result', async () => {
    await begin(['ask-for-result', 'end-no-result'], {
      ask: () => Promise.reject(error({ kind: 'no-result', reason: 'no-result-yet', traceId: 'x' })),
    });
    assert.deepEqual([ends, problem.traceId], [['no-result-yet'], 'x']);
  });

  it('says after the longest wait whether the import is known to run', async () => {
    await begin(['look', 'end-still-running'], { maxWaitMs: 90 * SECOND });
    assert.match(problem.message, /is still running after 90 s of waiting/);
    await begin(['ask-for-result', 'end-still-running'], {
      canLook: false,
      ask: () => Promise.reject(error({ kind: 'no-result', reason: 'no-result-yet' })),
    });
    assert.match(problem.message, /There is no result after 600 s of waiting/);
    assert.deepEqual(ends, ['still-running', 'still-running']);
    assert.equal(problem.kind, 'timeout');
  });

  it('goes on when a progress listener throws, whose error is reported', async (t) => {
    const queued = t.mock.method(globalThis, 'queueMicrotask', () => {});
    await begin(['look', 'ask-for-result'], {
      onProgress: () => {
        throw new Error('of the listener');
      },
    });
    assert.deepEqual(ends, ['report']);
    const [report] = queued.mock.calls[0].arguments;
    assert.throws(() => report?.(), /of the listener/);
  });
});
