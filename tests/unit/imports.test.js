import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lastDuration } from '../../web/report/following/last-duration.js';
import { askForImports, mergedImports } from '../../web/report/list/import-pages.js';
import { durationOf, knownTask } from '../../web/report/state/known-task.js';

/** @typedef {import('../../web/client/koodrive-client.js').Task} Task */

/** @param {Partial<Task>} members @returns {Task} */
const task = (members) => /** @type {Task} */ ({ taskType: 1, status: 'success', ...members });

/** @param {number} minute */
const at = (minute) => new Date(minute * 60_000);

/** @param {readonly Task[]} tasks */
const idsOf = (tasks) => tasks.map(({ taskId }) => taskId);

describe('the pages of the recent imports', () => {
  /**
   * A client whose pages are given.
   * @param {readonly { tasks: Task[], nextCursor?: string }[]} pages by their cursors 0, 1, 2, …
   */
  const clientOf = (pages) => {
    /** @type {any[]} */
    const asked = [];
    const listTasks = async (/** @type {any} */ options) => {
      asked.push(options);
      return pages[Number(options.pageCursor ?? 0)];
    };
    return { client: /** @type {any} */ ({ listTasks }), asked };
  };
  const { signal } = new AbortController();

  it('are asked for until there are twenty entries, because KooDrive may send short and empty ones before the end', async () => {
    const { client, asked } = clientOf([
      { tasks: [task({ taskId: 'a' })], nextCursor: '1' },
      { tasks: [], nextCursor: '2' },
      { tasks: Array.from({ length: 19 }, () => task({})), nextCursor: '3' },
    ]);
    const page = await askForImports(client, { signal });
    assert.deepEqual([page.tasks[0].taskId, page.tasks.length, page.nextCursor], ['a', 20, '3']);
    assert.deepEqual(
      asked.map(({ taskType, pageCursor }) => [taskType, pageCursor]),
      [
        [1, undefined],
        [1, '1'],
        [1, '2'],
      ],
    );
  });

  it('are not asked for without an end where all of them are empty', async () => {
    const { client, asked } = clientOf(
      Array.from({ length: 50 }, (_, n) => ({ tasks: [], nextCursor: String(n + 1) })),
    );
    const page = await askForImports(client, { signal });
    assert.deepEqual([page.tasks.length, page.nextCursor, asked.length], [0, '10', 10]);
  });

  it('make one list, newest first, with the entries without a time at its end in their order', () => {
    const first = [task({ taskId: 'old', startTime: at(1) }), task({ taskId: 'x' })];
    const second = [task({ taskId: 'new', createTime: at(9) }), task({ taskId: 'y' })];
    assert.deepEqual(idsOf(mergedImports(first, second)), ['new', 'old', 'x', 'y']);
  });

  it('list an import once that has moved to another page, as it was seen last', () => {
    const merged = mergedImports(
      [task({ taskId: 'a', status: 'executing', startTime: at(1) })],
      [task({ taskId: 'a', status: 'success', startTime: at(1) }), task({ taskId: undefined }), task({})],
    );
    assert.deepEqual(
      merged.map(({ taskId, status }) => [taskId, status]),
      [
        ['a', 'success'],
        [undefined, 'success'],
        [undefined, 'success'],
      ],
    );
  });
});

describe('what is known of a task', () => {
  it('joins what the call for one task says with the times of the list', () => {
    const listed = [task({ taskId: 'a', taskName: 'listed', status: 'executing', startTime: at(1) })];
    const known = knownTask(task({ taskId: 'a', taskName: undefined, status: 'success' }), listed);
    assert.deepEqual([known?.taskName, known?.status, known?.startTime], ['listed', 'success', at(1)]);
    assert.equal(knownTask(undefined, listed, 'b'), undefined);
    assert.equal(knownTask(undefined, listed, 'a')?.taskName, 'listed');
  });

  it('has no duration where a time is missing or the end lies before the beginning', () => {
    assert.equal(durationOf(task({ startTime: at(1), endTime: at(3) })), 120_000);
    assert.equal(durationOf(task({ startTime: at(1) })), undefined);
    assert.equal(durationOf(task({ startTime: at(3), endTime: at(1) })), undefined);
  });

  it('tells how long the latest successful import took, whatever the order of the list', () => {
    const listed = [
      task({ startTime: at(0), endTime: at(1) }),
      task({ startTime: at(10), endTime: at(15) }),
      task({ startTime: at(20), endTime: at(29), status: 'failed' }),
      task({ startTime: at(30), endTime: at(38), taskType: 0 }),
      task({ startTime: at(40) }),
    ];
    assert.equal(lastDuration(listed), 300_000);
    assert.equal(lastDuration([]), undefined);
  });
});
